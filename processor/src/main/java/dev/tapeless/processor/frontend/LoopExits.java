package dev.tapeless.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.frontend.Jumps.Kind;
import dev.tapeless.processor.frontend.Jumps.Target;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The jumps that end a loop: they raise flags, and the loop goes on while none is up. */
final class LoopExits {

  private final Vars vars;
  private final Exits exits;
  private final Set<Target> targets;
  private final Exits.Raised raised;

  private LoopExits(Vars vars, Exits exits, Set<Target> targets) {
    this.vars = vars;
    this.exits = exits;
    this.targets = targets;
    this.raised = exits.open(targets);
  }

  /** The exits of the loop at {@code path}, to be closed when the loop has been read. */
  static LoopExits open(TreePath path, Vars vars, Jumps jumps, Exits exits) {
    Set<Target> targets = new LinkedHashSet<>();
    Target end = new Target(Kind.BREAK, path.getLeaf());
    if (jumps.leadsTo(end, body(path))) {
      targets.add(end);
    }
    targets.addAll(jumps.outOf(path));
    return new LoopExits(vars, exits, targets);
  }

  /** The path to the body of the loop at {@code path}. */
  static TreePath body(TreePath path) {
    return Reading.within(path, Jumps.body(path.getLeaf()));
  }

  /** Whether there are none. */
  boolean isEmpty() {
    return targets.isEmpty();
  }

  /** {@code condition}, evaluated only if the loop has not been left. */
  Lowered condition(Lowered condition) {
    Optional<Expr> goOn = exits.none(targets);
    if (goOn.isEmpty()) {
      return condition;
    }
    if (condition.isPure()) {
      boolean always = condition.value().equals(Exprs.bool(true));
      return Lowered.pure(always ? goOn.get() : and(goOn.get(), condition.value()));
    }
    Var go = vars.make("goOn", Type.Primitive.BOOLEAN);
    List<Stmt> test = new ArrayList<>(condition.before());
    test.add(new Stmt.Assign(go.read(), condition.value(), Origin.NONE));
    List<Stmt> before = new ArrayList<>();
    before.add(new Stmt.Declare(go, goOn, Origin.NONE));
    before.add(new Stmt.If(go.read(), test, List.of(), Origin.NONE));
    return new Lowered(before, go.read());
  }

  private static Expr and(Expr a, Expr b) {
    return new Expr.Binary(BinaryOp.COND_AND, a, b, Type.Primitive.BOOLEAN);
  }

  /** {@code statements}, run only if the loop has not been left. */
  List<Stmt> unlessLeft(List<Stmt> statements) {
    return exits.unless(targets, statements);
  }

  /** The loop with the flags that it needs; the end of the exits. */
  List<Stmt> close(List<Stmt> loop) {
    exits.close(raised);
    List<Stmt> all = new ArrayList<>(raised.declarations());
    all.addAll(loop);
    return all;
  }

  /**
   * A body that is left at one place only, by {@code if (condition) break;}.
   *
   * @param exit the condition
   */
  record Middle(List<TreePath> before, TreePath branch, IfTree exit, List<TreePath> after) {}

  /** The body of the loop at {@code path}, if it is left at one place only and never cut short. */
  static Optional<Middle> middle(TreePath path, Jumps jumps) {
    TreePath body = body(path);
    Tree loop = path.getLeaf();
    if (!(body.getLeaf() instanceof BlockTree block)
        || !jumps.outOf(path).isEmpty()
        || jumps.leadsTo(new Target(Kind.CONTINUE, loop), body)) {
      return Optional.empty();
    }
    Target end = new Target(Kind.BREAK, loop);
    List<TreePath> statements = ListReader.paths(body, block.getStatements());
    List<TreePath> leaving = statements.stream().filter(s -> jumps.leadsTo(end, s)).toList();
    if (leaving.size() != 1
        || !(leaving.get(0).getLeaf() instanceof IfTree exit)
        || exit.getElseStatement() != null
        || !isBreak(exit.getThenStatement())) {
      return Optional.empty();
    }
    int at = statements.indexOf(leaving.get(0));
    return Optional.of(
        new Middle(
            statements.subList(0, at),
            statements.get(at),
            exit,
            statements.subList(at + 1, statements.size())));
  }

  private static boolean isBreak(StatementTree tree) {
    return tree instanceof BreakTree
        || tree instanceof BlockTree block
            && block.getStatements().size() == 1
            && isBreak(block.getStatements().get(0));
  }
}
