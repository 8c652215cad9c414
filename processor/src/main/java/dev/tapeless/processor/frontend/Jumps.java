package dev.tapeless.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Name;

/** Where the jumps in a method lead, and which statements never let the next one run. */
final class Jumps {

  private final Map<Tree, Set<Target>> outOf = new IdentityHashMap<>();

  /** How a jump ends what it leads out of. */
  enum Kind {
    RETURN,
    BREAK,
    CONTINUE,
    YIELD
  }

  /**
   * Where a jump leads.
   *
   * @param tree the statement or switch that is ended, or whose iteration is; {@code null} for the
   *     method
   */
  record Target(Kind kind, Tree tree) {

    /** The end of the method. */
    static final Target METHOD = new Target(Kind.RETURN, null);
  }

  /** The targets outside of the statement at {@code path} to which it may jump. */
  Set<Target> outOf(TreePath path) {
    Set<Target> known = outOf.get(path.getLeaf());
    if (known == null) {
      Scanner scanner = new Scanner();
      scanner.scan(path, null);
      known = scanner.found;
      outOf.put(path.getLeaf(), known);
    }
    return known;
  }

  /** Whether the statement at {@code path} contains a jump to {@code target}. */
  boolean leadsTo(Target target, TreePath path) {
    return outOf(path).contains(target);
  }

  /** The jumps of a statement that lead out of it; code that is copied as a whole has none. */
  private static final class Scanner extends TreePathScanner<Void, Void> {

    private final Set<Target> found = new LinkedHashSet<>();

    @Override
    public Void visitReturn(ReturnTree tree, Void nothing) {
      found.add(Target.METHOD);
      return super.visitReturn(tree, nothing);
    }

    @Override
    public Void visitBreak(BreakTree tree, Void nothing) {
      found.add(target(getCurrentPath()));
      return null;
    }

    @Override
    public Void visitContinue(ContinueTree tree, Void nothing) {
      found.add(target(getCurrentPath()));
      return null;
    }

    @Override
    public Void visitYield(YieldTree tree, Void nothing) {
      found.add(target(getCurrentPath()));
      return super.visitYield(tree, nothing);
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
      super.scan(tree, nothing);
      if (tree != null) {
        found.removeIf(t -> t.tree() == tree);
      }
      return null;
    }

    @Override
    public Void scan(TreePath path, Void nothing) {
      super.scan(path, nothing);
      found.removeIf(t -> t.tree() == path.getLeaf());
      return null;
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
      return null;
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      return null;
    }

    @Override
    public Void visitTry(TryTree tree, Void nothing) {
      return null;
    }

    @Override
    public Void visitSynchronized(SynchronizedTree tree, Void nothing) {
      return null;
    }
  }

  /** Where the jump at {@code path} leads. */
  static Target target(TreePath path) {
    if (path.getLeaf() instanceof ReturnTree) {
      return Target.METHOD;
    }
    if (path.getLeaf() instanceof YieldTree) {
      return new Target(Kind.YIELD, around(path, t -> t instanceof SwitchExpressionTree));
    }
    if (path.getLeaf() instanceof ContinueTree jump) {
      Tree loop =
          jump.getLabel() == null ? around(path, Jumps::isLoop) : labeled(path, jump.getLabel());
      return new Target(Kind.CONTINUE, loop);
    }
    Name label = ((BreakTree) path.getLeaf()).getLabel();
    Tree ended =
        label == null
            ? around(path, t -> isLoop(t) || t instanceof SwitchTree)
            : labeled(path, label);
    return new Target(Kind.BREAK, ended);
  }

  private static Tree around(TreePath path, java.util.function.Predicate<Tree> wanted) {
    TreePath at = path.getParentPath();
    while (!wanted.test(at.getLeaf())) {
      at = at.getParentPath();
    }
    return at.getLeaf();
  }

  /** What has the label; a loop stands for itself. */
  private static Tree labeled(TreePath path, Name label) {
    Tree tree =
        around(path, t -> t instanceof LabeledStatementTree l && l.getLabel().contentEquals(label));
    Tree inner = tree;
    while (inner instanceof LabeledStatementTree l) {
      inner = l.getStatement();
    }
    return isLoop(inner) ? inner : tree;
  }

  static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  /** Whether one of {@code statements} never lets the next one run. */
  boolean leave(List<TreePath> statements) {
    return statements.stream().anyMatch(this::leaves);
  }

  /** Whether the statement at {@code path} never lets the next one run (JLS 14.22). */
  boolean leaves(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof BlockTree block) {
      return leave(block.getStatements().stream().map(s -> new TreePath(path, s)).toList());
    }
    if (tree instanceof IfTree branch) {
      return branch.getElseStatement() != null
          && leaves(new TreePath(path, branch.getThenStatement()))
          && leaves(new TreePath(path, branch.getElseStatement()));
    }
    if (tree instanceof LabeledStatementTree labeled) {
      TreePath inner = new TreePath(path, labeled.getStatement());
      return leaves(inner) && !leadsTo(new Target(Kind.BREAK, tree), inner);
    }
    return tree instanceof ReturnTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof YieldTree
        || tree instanceof ThrowTree
        || isLoop(tree) && isEndless(path);
  }

  private boolean isEndless(TreePath path) {
    Tree tree = path.getLeaf();
    StatementTree body = body(tree);
    Target end = new Target(Kind.BREAK, tree);
    return isTrue(condition(tree)) && !leadsTo(end, new TreePath(path, body));
  }

  /** The body of a loop. */
  static StatementTree body(Tree loop) {
    if (loop instanceof WhileLoopTree w) {
      return w.getStatement();
    }
    if (loop instanceof DoWhileLoopTree d) {
      return d.getStatement();
    }
    return loop instanceof ForLoopTree f
        ? f.getStatement()
        : ((EnhancedForLoopTree) loop).getStatement();
  }

  private static Tree condition(Tree loop) {
    if (loop instanceof WhileLoopTree w) {
      return w.getCondition();
    }
    if (loop instanceof DoWhileLoopTree d) {
      return d.getCondition();
    }
    return loop instanceof ForLoopTree f ? f.getCondition() : loop;
  }

  /** Whether a condition is the literal {@code true}, or left out. */
  static boolean isTrue(Tree condition) {
    if (condition instanceof ParenthesizedTree parentheses) {
      ExpressionTree inner = parentheses.getExpression();
      return isTrue(inner);
    }
    return condition == null
        || condition instanceof LiteralTree literal && Boolean.TRUE.equals(literal.getValue());
  }
}
