package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Finds the local variables of the types {@code Double} and {@code Float} that stay objects: they
 * may be null, the method does not ask for their number in any case, and it computes none of their
 * values, so that no derivative passes through them.
 */
final class NullableBoxes extends TreePathScanner<Void, Void> {

  private final Reading reading;
  private final Map<Element, TreePath> declared = new LinkedHashMap<>();
  private final Map<Element, List<TreePath>> values = new LinkedHashMap<>();

  /** The variables that hold an element of a collection. */
  private final Set<Element> elements = new HashSet<>();

  /** The variables whose number is stepped. */
  private final Set<Element> stepped = new HashSet<>();

  private NullableBoxes(Reading reading) {
    this.reading = reading;
  }

  /**
   * The variables of the tree at {@code path}.
   *
   * @param nullable variables that may be null
   */
  static Set<Element> in(TreePath path, Set<Element> nullable, Reading reading) {
    NullableBoxes scanner = new NullableBoxes(reading);
    scanner.scan(path, null);
    return scanner.objects(nullable);
  }

  private Set<Element> objects(Set<Element> nullable) {
    Set<Element> objects = new HashSet<>(nullable);
    boolean grew = true;
    while (grew) {
      BoxedValues known = new BoxedValues(reading, Set.copyOf(objects));
      grew = objects.addAll(declared.keySet().stream().filter(v -> staysObject(v, known)).toList());
    }
    return objects;
  }

  private boolean staysObject(Element variable, BoxedValues known) {
    List<TreePath> all = values.getOrDefault(variable, List.of());
    boolean mayBeNull =
        elements.contains(variable)
            || all.stream().anyMatch(v -> known.of(v) == BoxedValues.Kind.OBJECT);
    boolean isComputed =
        stepped.contains(variable)
            || all.stream().anyMatch(v -> known.of(v) == BoxedValues.Kind.COMPUTED);
    int sources = all.size() + (elements.contains(variable) ? 1 : 0);
    return mayBeNull
        && !isComputed
        && !(sources == 1 && SureUnboxing.of(variable, declared.get(variable), reading));
  }

  @Override
  public Void visitVariable(VariableTree tree, Void nothing) {
    Element variable = reading.element(getCurrentPath());
    if (variable != null
        && variable.getKind() == ElementKind.LOCAL_VARIABLE
        && Boxes.isReal(variable.asType())) {
      declared.put(variable, getCurrentPath());
      if (tree.getInitializer() != null) {
        add(variable, tree.getInitializer());
      }
      if (getCurrentPath().getParentPath().getLeaf() instanceof EnhancedForLoopTree) {
        elements.add(variable);
      }
    }
    return super.visitVariable(tree, nothing);
  }

  private void add(Element variable, ExpressionTree value) {
    values
        .computeIfAbsent(variable, v -> new ArrayList<>())
        .add(Reading.within(getCurrentPath(), value));
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void nothing) {
    if (tree.getVariable() instanceof IdentifierTree) {
      add(target(tree.getVariable()), tree.getExpression());
    }
    return super.visitAssignment(tree, nothing);
  }

  private Element target(Tree tree) {
    return reading.element(Reading.within(getCurrentPath(), tree));
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
    stepped.add(target(tree.getVariable()));
    return super.visitCompoundAssignment(tree, nothing);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void nothing) {
    if (Operators.compound(tree.getKind()) != null) {
      stepped.add(target(tree.getExpression()));
    }
    return super.visitUnary(tree, nothing);
  }
}
