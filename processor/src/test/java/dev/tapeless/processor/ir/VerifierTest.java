package dev.tapeless.processor.ir;

import static dev.tapeless.processor.ir.Exprs.binary;
import static dev.tapeless.processor.ir.Exprs.element;
import static dev.tapeless.processor.ir.Exprs.length;
import static dev.tapeless.processor.ir.Exprs.num;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.real;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tapeless.processor.ir.Type.Primitive;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifierTest {

  private static final Type.Array REALS = new Type.Array(Primitive.DOUBLE);
  private final Vars vars = new Vars();
  private final Var x = vars.make("x", Primitive.DOUBLE);
  private final Var n = vars.make("n", Primitive.INT);
  private final Var xs = vars.make("xs", REALS);
  private final Var sizes = vars.make("sizes", new Type.Array(Primitive.INT));
  private final Var y = vars.make("y", Primitive.DOUBLE);
  private final Var i = vars.make("i", Primitive.INT);

  private Function function(Expr result, Stmt... body) {
    List<Var> all = List.of(x, n, xs, sizes);
    List<Parameter> parameters =
        all.stream().map(v -> new Parameter(v, v.type().isDifferentiable())).toList();
    Callee callee =
        new Callee("", "f", all.stream().map(Var::type).toList(), Optional.of(Primitive.DOUBLE));
    return new Function(callee, true, parameters, List.of(body), Optional.of(result), Origin.NONE);
  }

  private void accepts(Stmt... body) {
    assertThatCode(() -> Verifier.verify(function(x.read(), body))).doesNotThrowAnyException();
  }

  private void rejects(String fault, Stmt... body) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Verifier.verify(function(x.read(), body)))
        .withMessageContaining(fault);
  }

  private static Stmt declare(Var variable, Expr value) {
    return new Stmt.Declare(variable, Optional.of(value), Origin.NONE);
  }

  private static Stmt assign(Place target, Expr value) {
    return new Stmt.Assign(target, value, Origin.NONE);
  }

  private Stmt loop(Expr from, BinaryOp compare, Expr bound, int step, Stmt... body) {
    return new Stmt.CountedFor(i, from, compare, bound, step, List.of(body), Origin.NONE);
  }

  @Test
  void anOrdinaryLoopIsWellFormed() {
    Expr term = element(xs.read(), i.read());
    accepts(
        declare(y, real(0, Primitive.DOUBLE)),
        loop(num(0), BinaryOp.LT, length(xs.read()), 1, assign(y.read(), plus(y.read(), term))),
        assign(x.read(), y.read()));
  }

  @Test
  void aVariableIsDeclaredBeforeItIsRead() {
    rejects("y#4 is not declared", assign(x.read(), y.read()), declare(y, x.read()));
  }

  @Test
  void aVariableEndsWithItsScope() {
    Stmt block = new Stmt.Block(List.of(declare(y, x.read())), Origin.NONE);
    rejects("y#4 is out of scope", block, assign(x.read(), y.read()));
  }

  @Test
  void aVariableIsDeclaredOnce() {
    rejects("y#4 is declared twice", declare(y, x.read()), declare(y, x.read()));
  }

  @Test
  void theHeadOfALoopIsSeenByItsConditionAndTail() {
    Expr test = binary(BinaryOp.LT, y.read(), x.read());
    accepts(
        new Stmt.Loop(
            List.of(declare(y, x.read())), test, List.of(assign(x.read(), y.read())), Origin.NONE));
  }

  @Test
  void promotionsAreExplicit() {
    rejects(
        "operands of ADD are int and double",
        assign(x.read(), new Expr.Binary(BinaryOp.ADD, n.read(), x.read(), Primitive.DOUBLE)));
    rejects("int assigned to double", assign(x.read(), n.read()));
    accepts(assign(x.read(), plus(new Expr.Cast(Primitive.DOUBLE, n.read()), x.read())));
  }

  @Test
  void conditionsAreBoolean() {
    rejects(
        "condition that is no boolean", new Stmt.If(n.read(), List.of(), List.of(), Origin.NONE));
  }

  @Test
  void indexesAreInts() {
    rejects("index that is no int", assign(element(xs.read(), x.read()), x.read()));
  }

  @Test
  void nothingIsAllocatedWithinAnExpression() {
    Expr fresh = new Expr.NewArray(REALS, List.of(n.read()));
    rejects("allocation or pop within an expression", assign(n.read(), length(fresh)));
    accepts(assign(xs.read(), fresh));
    Type.Array rows = new Type.Array(REALS);
    accepts(
        declare(
            vars.make("rows", rows),
            new Expr.ArrayLiteral(rows, List.of(fresh, new Expr.CloneArray(xs.read())))));
  }

  @Test
  void theBodyLeavesCounterAndBoundsAlone() {
    Stmt count = assign(i.read(), num(3));
    rejects("i#5 steers a counted loop", loop(num(0), BinaryOp.LT, n.read(), 1, count));
    rejects(
        "n#1 steers a counted loop",
        loop(num(0), BinaryOp.LT, n.read(), 1, assign(n.read(), num(3))));
    Stmt other = assign(xs.read(), new Expr.CloneArray(xs.read()));
    rejects("xs#2 steers a counted loop", loop(num(0), BinaryOp.LT, length(xs.read()), 1, other));
  }

  @Test
  void theBodyLeavesElementsInTheBoundsAlone() {
    Expr.Element size = element(sizes.read(), num(0));
    rejects("bounds read elements", loop(num(0), BinaryOp.LT, size, 1, assign(size, num(3))));
    accepts(loop(num(0), BinaryOp.LT, size, 1, assign(element(xs.read(), i.read()), x.read())));
  }

  @Test
  void theStepGoesTowardsTheBound() {
    rejects("step -1 with <", loop(num(0), BinaryOp.LT, n.read(), -1));
    rejects("step 0 with >", loop(num(0), BinaryOp.GT, n.read(), 0));
    accepts(loop(n.read(), BinaryOp.GE, num(0), -2));
  }

  @Test
  void stacksHoldOneType() {
    Var saved = vars.make("saved", new Type.Stack(Primitive.DOUBLE));
    Stmt fresh = declare(saved, new Expr.NewStack(new Type.Stack(Primitive.DOUBLE)));
    rejects("push of another type", fresh, new Stmt.Push(saved, n.read(), Origin.NONE));
    accepts(
        fresh, new Stmt.Push(saved, x.read(), Origin.NONE), assign(x.read(), new Expr.Pop(saved)));
    rejects("allocation or pop", fresh, assign(x.read(), plus(new Expr.Pop(saved), x.read())));
  }

  @Test
  void callsFitTheirCallee() {
    Callee g = new Callee("", "g", List.of(Primitive.DOUBLE), Optional.of(Primitive.INT));
    rejects(
        "arguments of other types",
        new Stmt.Call(Optional.empty(), g, List.of(n.read()), Origin.NONE));
    rejects(
        "result of another type", new Stmt.Call(Optional.of(y), g, List.of(x.read()), Origin.NONE));
  }

  @Test
  void theResultHasTheTypeOfTheFunction() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Verifier.verify(function(n.read())))
        .withMessageContaining("the result is not a double");
  }

  @Test
  void allFaultsAreListed() {
    rejects(
        "y#4 is not declared, in: x = y;\n- int assigned to double, in: x = n;",
        assign(x.read(), y.read()),
        assign(x.read(), n.read()));
  }
}
