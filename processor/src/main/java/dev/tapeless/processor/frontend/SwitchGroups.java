package dev.tapeless.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of statements of a switch, with their labels.
 *
 * @param fallsThrough whether a group lets the next one run
 */
record SwitchGroups(List<Group> all, boolean fallsThrough) {

  private static final Set<String> PATTERNS =
      Set.of(
          "PATTERN_CASE_LABEL", "DECONSTRUCTION_PATTERN", "BINDING_PATTERN", "DEFAULT_CASE_LABEL");

  /**
   * One group.
   *
   * @param labels the constants, each with the path to it
   * @param rule what stands behind the arrow, for a group that has one
   * @param statements what stands behind the colon, for the others
   */
  record Group(
      int number,
      List<TreePath> labels,
      boolean isDefault,
      Optional<TreePath> rule,
      List<TreePath> statements) {}

  /** The groups of {@code cases}, which stand within the switch at {@code path}. */
  static SwitchGroups of(TreePath path, List<? extends CaseTree> cases, Jumps jumps) {
    List<Group> groups = new ArrayList<>();
    List<TreePath> labels = new ArrayList<>();
    boolean isDefault = false;
    for (CaseTree tree : cases) {
      TreePath at = Reading.within(path, tree);
      tree.getExpressions().forEach(e -> labels.add(Reading.within(at, e)));
      isDefault |= tree.getExpressions().isEmpty();
      boolean isRule = tree.getCaseKind() == CaseTree.CaseKind.RULE;
      boolean isLast = tree == cases.get(cases.size() - 1);
      if (!isRule && tree.getStatements().isEmpty() && !isLast) {
        continue;
      }
      Optional<TreePath> rule =
          isRule ? Optional.of(Reading.within(at, tree.getBody())) : Optional.empty();
      List<TreePath> statements = isRule ? List.of() : ListReader.paths(at, tree.getStatements());
      groups.add(new Group(groups.size(), List.copyOf(labels), isDefault, rule, statements));
      labels.clear();
      isDefault = false;
    }
    boolean fallsThrough =
        groups.stream()
            .limit(Math.max(0, groups.size() - 1))
            .anyMatch(g -> g.rule().isEmpty() && !jumps.leave(g.statements()));
    return new SwitchGroups(groups, fallsThrough);
  }

  /** A label that is no constant, if there is one. */
  static Optional<Tree> pattern(List<? extends CaseTree> cases) {
    for (CaseTree tree : cases) {
      boolean[] found = {false};
      new TreeScanner<Void, Void>() {
        @Override
        public Void scan(Tree inner, Void nothing) {
          boolean isBody = inner == tree.getBody() || isStatement(tree, inner);
          boolean isPlainDefault = tree.getExpressions().isEmpty();
          found[0] |=
              inner != null
                  && !isBody
                  && PATTERNS.contains(inner.getKind().name())
                  && !(isPlainDefault && inner.getKind().name().equals("DEFAULT_CASE_LABEL"));
          return isBody ? null : super.scan(inner, nothing);
        }
      }.scan(tree, null);
      if (found[0]) {
        return Optional.of(tree);
      }
    }
    return Optional.empty();
  }

  private static boolean isStatement(CaseTree tree, Tree inner) {
    return tree.getStatements() != null && tree.getStatements().contains(inner);
  }

  /** Whether there is a group for all other values. */
  boolean hasDefault() {
    return all.stream().anyMatch(Group::isDefault);
  }

  /** The groups, the one for all other values at the end. */
  List<Group> defaultLast() {
    List<Group> ordered = new ArrayList<>(all.stream().filter(g -> !g.isDefault()).toList());
    all.stream().filter(Group::isDefault).forEach(ordered::add);
    return ordered;
  }
}
