package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Statements of a function in the making. */
final class Body {

  private final Vars vars;
  private final List<Stmt> statements = new ArrayList<>();

  private Body(Vars vars) {
    this.vars = vars;
  }

  /** The body of a function with these parameters. */
  static Body with(List<Var> parameters) {
    Callee nobody = new Callee("", "", List.of(), Optional.empty());
    return new Body(Vars.after(function(nobody, parameters, List.of(), Optional.empty())));
  }

  /** The body of a function with these parameters that is going to have parts of {@code sweep}. */
  static Body with(List<Var> parameters, Sweep sweep) {
    Callee nobody = new Callee("", "", List.of(), Optional.empty());
    List<Var> all = new ArrayList<>(parameters);
    all.addAll(sweep.extra());
    return new Body(Vars.after(function(nobody, all, sweep.body(), Optional.empty())));
  }

  /** A function of the generated class. */
  static Function function(
      Callee callee, List<Var> parameters, List<Stmt> body, Optional<Expr> result) {
    List<Parameter> inactive = parameters.stream().map(v -> new Parameter(v, false)).toList();
    return new Function(callee, true, inactive, body, result, Origin.NONE);
  }

  /** What has been added so far. */
  List<Stmt> statements() {
    return List.copyOf(statements);
  }

  /** Adds any statement. */
  void add(Stmt statement) {
    statements.add(statement);
  }

  void comment(String text) {
    add(new Stmt.Comment(text));
  }

  /** {@code type name = value;}. */
  Expr.Read declare(String name, Expr value) {
    Var variable = vars.make(name, value.type());
    add(new Stmt.Declare(variable, Optional.of(value), Origin.NONE));
    return variable.read();
  }

  /** {@code type name;}. */
  Expr.Read declare(String name, Type type) {
    Var variable = vars.make(name, type);
    add(new Stmt.Declare(variable, Optional.empty(), Origin.NONE));
    return variable.read();
  }

  /** {@code target = value;}. */
  void assign(Expr target, Expr value) {
    add(new Stmt.Assign((Place) target, value, Origin.NONE));
  }

  /** {@code type name = callee(arguments);}. */
  Expr.Read call(String name, Callee callee, List<Expr> arguments) {
    Var variable = vars.make(name, callee.result().orElseThrow());
    add(new Stmt.Call(Optional.of(variable), callee, arguments, Origin.NONE));
    return variable.read();
  }

  void require(Requirement requirement) {
    add(new Stmt.Require(requirement, Origin.NONE));
  }

  /**
   * {@code for (int name = 0; name < array.length; name++)}; {@code inner} fills the body, given
   * the index.
   */
  void loop(String name, Expr array, BodyOf inner) {
    loop(name, array, 1, inner);
  }

  /** The same with a larger step. */
  void loop(String name, Expr array, int step, BodyOf inner) {
    Var counter = vars.make(name, Primitive.INT);
    Body nested = new Body(vars);
    inner.fill(nested, counter.read());
    add(
        new Stmt.CountedFor(
            counter,
            Exprs.num(0),
            BinaryOp.LT,
            Exprs.length(array),
            step,
            nested.statements(),
            Origin.NONE));
  }

  /** {@code if (condition) {..} else {..}}. */
  void branch(Expr condition, Consumer<Body> then, Consumer<Body> otherwise) {
    Body yes = new Body(vars);
    then.accept(yes);
    Body no = new Body(vars);
    otherwise.accept(no);
    add(new Stmt.If(condition, yes.statements(), no.statements(), Origin.NONE));
  }

  /** What fills the body of a loop. */
  interface BodyOf {
    void fill(Body body, Expr index);
  }
}
