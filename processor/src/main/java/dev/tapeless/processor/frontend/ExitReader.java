package dev.tapeless.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * Reads the body of a method so that it has one exit, at its end. What follows a branch that always
 * returns moves into the other branch; what follows a branch that may return is guarded by a flag.
 */
final class ExitReader {

  private final Reading reading;
  private final ExpressionReader expressions;
  private final StatementReader statements;
  private final Optional<Type> type;

  private ExitReader(Reading reading, Optional<Type> type) {
    this.reading = reading;
    this.expressions = new ExpressionReader(reading);
    this.statements = new StatementReader(reading, expressions);
    this.type = type;
    expressions.switches(statements.switches());
  }

  /**
   * A body with one exit.
   *
   * @param result what is returned, evaluated after the statements; empty when nothing is, or when
   *     the body never ends
   * @param exit the return statement, when there is just one
   */
  record Body(List<Stmt> statements, Optional<Expr> result, Optional<Origin> exit) {}

  /** Reads {@code block}, the body of a method that returns {@code type}. */
  static Body read(TreePath block, Optional<Type> type, Reading reading) {
    List<TreePath> paths = ListReader.paths(block, ((BlockTree) block.getLeaf()).getStatements());
    return new ExitReader(reading, type).body(paths);
  }

  /** Reads an expression that is the whole body of a function. */
  static Body expression(TreePath path, Optional<Type> type, Reading reading) {
    ExitReader reader = new ExitReader(reading, type);
    if (type.isEmpty()) {
      return new Body(reader.statements.expression(path), Optional.empty(), Optional.empty());
    }
    Lowered value = reader.expressions.converted(reader.expressions.read(path), type.get());
    return new Body(value.before(), Optional.of(value.value()), Optional.of(reading.origin()));
  }

  /** A body that does nothing but call {@code method}. */
  static Body call(
      ExecutableElement method,
      List<Expr> arguments,
      Optional<Type> type,
      TreePath path,
      Reading reading) {
    ExitReader reader = new ExitReader(reading, type);
    Lowered call = reader.expressions.calls().of(method, arguments, path);
    Lowered value = type.map(t -> reader.expressions.converted(call, t)).orElse(call);
    return new Body(value.before(), type.map(t -> value.value()), Optional.of(reading.origin()));
  }

  private Body body(List<TreePath> paths) {
    int last = paths.size() - 1;
    boolean simple =
        paths.stream().filter(this::returns).count() == 1
            && paths.get(last).getLeaf() instanceof ReturnTree;
    return simple ? straight(paths.subList(0, last), paths.get(last)) : branching(paths);
  }

  private boolean returns(TreePath path) {
    return statements.jumps().leadsTo(Jumps.Target.METHOD, path);
  }

  private Body straight(List<TreePath> paths, TreePath last) {
    List<Stmt> body = new ArrayList<>(statements.list(paths));
    ExpressionTree expression = ((ReturnTree) last.getLeaf()).getExpression();
    reading.startStatement(last);
    Optional<Lowered> value =
        type.filter(t -> expression != null).map(t -> expressions.read(last, expression, t));
    value.ifPresent(v -> body.addAll(v.before()));
    return new Body(body, value.map(Lowered::value), Optional.of(reading.origin()));
  }

  private Body branching(List<TreePath> paths) {
    boolean ends = paths.stream().anyMatch(this::returns);
    Optional<Var> result = type.filter(t -> ends).map(t -> reading.vars().make("result", t));
    statements.result(result);
    List<Stmt> body = statements.list(paths);
    return result.isEmpty()
        ? new Body(body, Optional.empty(), Optional.empty())
        : new Body(
            declared(body, result.get()), Optional.of(result.get().read()), Optional.empty());
  }

  /** Declares the result where it is needed first. */
  private static List<Stmt> declared(List<Stmt> body, Var variable) {
    List<Stmt> all = new ArrayList<>(body);
    for (int i = 0; i < all.size(); i++) {
      if (Variables.assignedIn(all.subList(i, i + 1)).contains(variable)) {
        all.add(i, new Stmt.Declare(variable, Optional.empty(), Origin.NONE));
        return all;
      }
    }
    return all;
  }
}
