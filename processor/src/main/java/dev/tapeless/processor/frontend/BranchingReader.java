package dev.tapeless.processor.frontend;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the operators that do not evaluate all of their operands; they become branches when an
 * operand has side effects.
 */
final class BranchingReader {

  private final Reading reading;
  private final ExpressionReader expressions;

  BranchingReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  /** The three operands of {@code ?:}, the last two converted to the type of the whole. */
  private record Choice(Lowered condition, Lowered whenTrue, Lowered whenFalse) {

    boolean isExpression() {
      return whenTrue.isPure()
          && whenFalse.isPure()
          && !Reading.allocates(whenTrue.value())
          && !Reading.allocates(whenFalse.value());
    }

    Lowered asExpression() {
      return condition.map(c -> new Expr.Conditional(c, whenTrue.value(), whenFalse.value()));
    }
  }

  private List<Stmt> into(Choice choice, Var target, Origin origin) {
    List<Stmt> statements = new ArrayList<>(choice.condition().before());
    statements.add(
        new Stmt.If(
            choice.condition().value(),
            assigned(target, choice.whenTrue(), origin),
            assigned(target, choice.whenFalse(), origin),
            origin));
    return statements;
  }

  /** {@code condition ? a : b} as a value. */
  Lowered choose(ConditionalExpressionTree tree, TreePath path) {
    if (!TypeReader.isReadable(reading.type(path))) {
      return reading.refused(path, Refusals.type(reading.mirror(path)));
    }
    Choice choice = read(tree, path, reading.type(path));
    if (choice.isExpression()) {
      return choice.asExpression();
    }
    Var chosen = reading.vars().make("chosen", reading.type(path));
    List<Stmt> before = new ArrayList<>();
    before.add(new Stmt.Declare(chosen, Optional.empty(), reading.origin()));
    before.addAll(into(choice, chosen, reading.origin()));
    return new Lowered(before, chosen.read());
  }

  /** {@code T target = condition ? a : b}. */
  List<Stmt> declare(Var target, ConditionalExpressionTree tree, TreePath path) {
    Origin origin = reading.origin();
    Type type = reading.type(path);
    Choice choice = read(tree, path, type);
    List<Stmt> statements = new ArrayList<>();
    if (choice.isExpression()) {
      Lowered whole = choice.asExpression();
      statements.addAll(whole.before());
      statements.clear();
      statements.addAll(expressions.calls().declare(target, whole));
      return statements;
    }
    statements.add(new Stmt.Declare(target, Optional.empty(), origin));
    statements.addAll(into(choice, target, origin));
    return statements;
  }

  private Choice read(ConditionalExpressionTree tree, TreePath path, Type type) {
    return new Choice(
        expressions.read(path, tree.getCondition(), Type.Primitive.BOOLEAN),
        expressions.read(path, tree.getTrueExpression(), type),
        expressions.read(path, tree.getFalseExpression(), type));
  }

  private List<Stmt> assigned(Var target, Lowered value, Origin origin) {
    Lowered converted = expressions.converted(value, target.type());
    List<Stmt> statements = new ArrayList<>(converted.before());
    statements.add(new Stmt.Assign(target.read(), converted.value(), origin));
    return statements;
  }

  /** {@code left && right} or {@code left || right}, where {@code right} has side effects. */
  Lowered shortCircuit(BinaryOp op, Lowered left, Lowered right) {
    Origin origin = reading.origin();
    Var holds = reading.vars().make("holds", Type.Primitive.BOOLEAN);
    List<Stmt> before = new ArrayList<>(left.before());
    before.add(new Stmt.Declare(holds, Optional.of(left.value()), origin));
    Expr undecided = op == BinaryOp.COND_AND ? holds.read() : not(holds.read());
    before.add(new Stmt.If(undecided, assigned(holds, right, origin), List.of(), origin));
    return new Lowered(before, holds.read());
  }

  private static Expr not(Expr condition) {
    return new Expr.Unary(UnaryOp.NOT, condition);
  }
}
