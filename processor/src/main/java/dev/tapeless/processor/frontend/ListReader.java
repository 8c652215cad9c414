package dev.tapeless.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.frontend.Jumps.Target;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads statements of which some jump, so that no jump is left: what follows a branch that always
 * jumps moves into the other branch, what follows a statement that may jump is guarded by a flag.
 */
final class ListReader {

  private final StatementReader statements;
  private final Jumps jumps;
  private final Exits exits;

  ListReader(StatementReader statements, Jumps jumps, Exits exits) {
    this.statements = statements;
    this.jumps = jumps;
    this.exits = exits;
  }

  /** The paths to {@code children}, which stand directly within the tree at {@code parent}. */
  static List<TreePath> paths(TreePath parent, List<? extends StatementTree> children) {
    List<TreePath> paths = new ArrayList<>();
    children.forEach(child -> paths.add(Reading.within(parent, child)));
    return paths;
  }

  /** Statements one after the other. */
  List<Stmt> read(List<TreePath> paths) {
    return read(paths, List.of());
  }

  /**
   * Statements one after the other.
   *
   * @param after what runs when the last one has let it
   */
  List<Stmt> read(List<TreePath> paths, List<Stmt> after) {
    List<Stmt> read = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      TreePath path = paths.get(i);
      Set<Target> targets = jumps.outOf(path);
      if (!targets.isEmpty()) {
        List<TreePath> rest = paths.subList(i + 1, paths.size());
        read.addAll(leaving(path, targets, new Rest(rest, after)));
        return read;
      }
      read.addAll(statements.read(path));
      if (jumps.leaves(path)) {
        return read;
      }
    }
    read.addAll(after);
    return read;
  }

  /** What follows a statement. */
  private record Rest(List<TreePath> paths, List<Stmt> after) {

    boolean isEmpty() {
      return paths.isEmpty() && after.isEmpty();
    }
  }

  private List<Stmt> leaving(TreePath path, Set<Target> targets, Rest rest) {
    Tree tree = path.getLeaf();
    if (isJump(tree)) {
      return statements.read(path);
    }
    if (tree instanceof BlockTree block) {
      return read(joined(paths(path, block.getStatements()), rest.paths()), rest.after());
    }
    if (tree instanceof IfTree branch) {
      return branch(branch, path, targets, rest);
    }
    return guarded(targets, rest, () -> statements.read(path));
  }

  private static boolean isJump(Tree tree) {
    return tree instanceof ReturnTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof YieldTree;
  }

  private List<Stmt> branch(IfTree tree, TreePath path, Set<Target> targets, Rest rest) {
    List<TreePath> then = branch(path, tree.getThenStatement());
    List<TreePath> otherwise = branch(path, tree.getElseStatement());
    StatementReader.Branch head = statements.branch(tree, path);
    if (rest.isEmpty()) {
      return head.of(read(then), read(otherwise));
    }
    if (jumps.leave(then)) {
      return head.of(read(then), read(joined(otherwise, rest.paths()), rest.after()));
    }
    if (jumps.leave(otherwise)) {
      return head.of(read(joined(then, rest.paths()), rest.after()), read(otherwise));
    }
    return guarded(targets, rest, () -> head.of(read(then), read(otherwise)));
  }

  /** A statement that may jump, and what follows it. */
  private List<Stmt> guarded(Set<Target> targets, Rest rest, Part statement) {
    if (rest.isEmpty()) {
      return statement.read();
    }
    Exits.Raised raised = exits.open(targets);
    List<Stmt> read = new ArrayList<>(raised.declarations());
    read.addAll(statement.read());
    Expr goOn = exits.none(targets).orElseThrow();
    exits.close(raised);
    List<Stmt> more = read(rest.paths(), rest.after());
    read.add(new Stmt.If(goOn, more, List.of(), Origin.NONE));
    return read;
  }

  /** A part of a list that is read when its turn has come. */
  @FunctionalInterface
  private interface Part {
    List<Stmt> read();
  }

  private static List<TreePath> branch(TreePath path, StatementTree branch) {
    if (branch == null) {
      return List.of();
    }
    TreePath inner = Reading.within(path, branch);
    return branch instanceof BlockTree block ? paths(inner, block.getStatements()) : List.of(inner);
  }

  private static List<TreePath> joined(List<TreePath> first, List<TreePath> second) {
    List<TreePath> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
