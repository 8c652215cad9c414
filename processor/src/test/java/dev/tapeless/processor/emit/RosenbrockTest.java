package dev.tapeless.processor.emit;

import static dev.tapeless.processor.ir.Exprs.element;
import static dev.tapeless.processor.ir.Exprs.length;
import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.negated;
import static dev.tapeless.processor.ir.Exprs.num;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.real;
import static dev.tapeless.processor.ir.Exprs.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.contract.Contract;
import dev.tapeless.processor.contract.Derived;
import dev.tapeless.processor.contract.Sweeps;
import dev.tapeless.processor.ir.AdjointForm;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A whole generated class: the derivatives of Rosenbrock's function, as an expert would write them.
 */
class RosenbrockTest implements Sweeps {

  private static final Type DOUBLES = new Type.Array(Primitive.DOUBLE);
  private static final Var X = new Var(0, "x", DOUBLES);
  private static final Var X_BAR = new Var(1, "xBar", DOUBLES);
  private static final Var S = new Var(2, "s", Primitive.DOUBLE);
  private static final Var I = new Var(3, "i", Primitive.INT);
  private static final Var A = new Var(4, "a", Primitive.DOUBLE);
  private static final Var B = new Var(5, "b", Primitive.DOUBLE);
  private static final Var A_BAR = new Var(6, "aBar", Primitive.DOUBLE);
  private static final Var B_BAR = new Var(7, "bBar", Primitive.DOUBLE);
  private static final Var V = new Var(8, "v", Primitive.DOUBLE);
  private static final Var X_DOT = new Var(9, "xDot", DOUBLES);

  private static final Expr XI = element(X.read(), I.read());

  private static Stmt declare(Var variable, Expr value) {
    return new Stmt.Declare(variable, Optional.of(value), Origin.NONE);
  }

  private static Stmt assign(Place target, Expr value) {
    return new Stmt.Assign(target, value, Origin.NONE);
  }

  private static Expr two() {
    return real(2, Primitive.DOUBLE);
  }

  private static List<Stmt> forward() {
    Expr next = element(X.read(), plus(I.read(), num(1)));
    return List.of(
        declare(A, minus(real(1, Primitive.DOUBLE), XI)), declare(B, minus(next, times(XI, XI))));
  }

  private static List<Stmt> reverse(boolean seeded) {
    Place barNext = element(X_BAR.read(), plus(I.read(), num(1)));
    Place barHere = element(X_BAR.read(), I.read());
    Expr two = seeded ? times(two(), V.read()) : two();
    Expr twoHundred =
        seeded ? times(real(200, Primitive.DOUBLE), V.read()) : real(200, Primitive.DOUBLE);
    return List.of(
        new Stmt.Comment("s += a * a + 100 * b * b;"),
        declare(A_BAR, times(two, A.read())),
        declare(B_BAR, times(twoHundred, B.read())),
        new Stmt.Comment("double b = x[i + 1] - x[i] * x[i];"),
        assign(barNext, plus(barNext, B_BAR.read())),
        assign(barHere, minus(barHere, times(times(two(), XI), B_BAR.read()))),
        new Stmt.Comment("double a = 1 - x[i];"),
        assign(barHere, plus(barHere, negated(A_BAR.read()))));
  }

  private static Stmt loop(List<Stmt> body) {
    Expr bound = minus(length(X.read()), num(1));
    return new Stmt.CountedFor(I, num(0), BinaryOp.LT, bound, 1, body, Origin.NONE);
  }

  private static Stmt summed() {
    Expr hundred = new Expr.Literal(Primitive.DOUBLE, 100.0, "100");
    Expr term = plus(times(A.read(), A.read()), times(times(hundred, B.read()), B.read()));
    return assign(S.read(), plus(S.read(), term));
  }

  @Override
  public Sweep adjoint(AdjointForm form) {
    Var bar = form.into() ? new Var(1, "xGradient", DOUBLES) : X_BAR;
    List<Stmt> body = new ArrayList<>();
    body.add(
        form.into()
            ? new Stmt.Clear(bar.read(), Origin.NONE)
            : declare(bar, new Expr.ZerosLike(X.read())));
    if (form.value()) {
      body.add(declare(S, real(0, Primitive.DOUBLE)));
    }
    body.add(
        new Stmt.Comment(
            "The loop only adds to s, so sBar == 1 throughout, and no iteration reads what another wrote: each is run"
                + " and reversed on the spot, and nothing is saved."));
    List<Stmt> iteration = new ArrayList<>(forward());
    if (form.value()) {
      iteration.add(summed());
    }
    iteration.addAll(reverse(form.seeded()));
    body.add(loop(iteration));
    List<Var> extra = form.seeded() ? List.of(V) : form.into() ? List.of(bar) : List.of();
    return new Sweep(
        List.of(X),
        extra,
        body,
        form.value() ? Optional.of(S.read()) : Optional.empty(),
        List.of(bar.read()));
  }

  @Override
  public Sweep tangent() {
    Expr dotNext = element(X_DOT.read(), plus(I.read(), num(1)));
    Expr dotHere = element(X_DOT.read(), I.read());
    Var aDot = new Var(10, "aDot", Primitive.DOUBLE);
    Var bDot = new Var(11, "bDot", Primitive.DOUBLE);
    Var sDot = new Var(12, "sDot", Primitive.DOUBLE);
    List<Stmt> iteration = new ArrayList<>(forward());
    iteration.add(1, declare(aDot, negated(dotHere)));
    iteration.add(declare(bDot, minus(dotNext, times(times(two(), XI), dotHere))));
    Expr first = times(times(two(), A.read()), aDot.read());
    Expr second = times(times(real(200, Primitive.DOUBLE), B.read()), bDot.read());
    iteration.add(assign(sDot.read(), plus(sDot.read(), plus(first, second))));
    return new Sweep(
        List.of(X),
        List.of(X_DOT),
        List.of(declare(sDot, real(0, Primitive.DOUBLE)), loop(iteration)),
        Optional.empty(),
        List.of(sDot.read()));
  }

  private String source() {
    MethodSignature signature =
        new MethodSignature(
            "dev.tapeless.samples",
            List.of("Rosenbrock"),
            "rosenbrock",
            false,
            false,
            List.of(new Parameter(X, true)),
            Optional.of(Primitive.DOUBLE),
            List.of(),
            1,
            false,
            false);
    return Emitter.source(
        Contract.complete(List.of(new Derived(signature, this, List.of(), List.of()))));
  }

  @Test
  void theGradientIsOneLoop() {
    assertThat(source())
        .contains(
            """
              static double[] rosenbrockGradient(double[] x) {
                double[] xBar = new double[x.length];

                // The loop only adds to s, so sBar == 1 throughout, and no iteration reads what another wrote:
                // each is run and reversed on the spot, and nothing is saved.
                for (int i = 0; i < x.length - 1; i++) {
                  double a = 1 - x[i];
                  double b = x[i + 1] - x[i] * x[i];

                  // s += a * a + 100 * b * b;
                  double aBar = 2 * a;
                  double bBar = 200 * b;

                  // double b = x[i + 1] - x[i] * x[i];
                  xBar[i + 1] += bBar;
                  xBar[i] -= 2 * x[i] * bBar;

                  // double a = 1 - x[i];
                  xBar[i] -= aBar;
                }
                return xBar;
              }
            """);
  }

  @Test
  void theClassComputesTheGradient() throws Throwable {
    Compiled compiled =
        Compiled.of(
            source(),
            "package dev.tapeless.samples;\n\nfinal class Rosenbrock {\n  private Rosenbrock() {}\n\n  static double rosenbrock(double[] x) {\n    return x[0];\n  }\n}\n");
    String adjoint = "dev.tapeless.samples.RosenbrockAdjoint";
    double[] x = {-1.2, 1};
    assertThat((double[]) compiled.call(adjoint, "rosenbrockGradient", x))
        .containsExactly(-215.59999999999997, -87.99999999999999);
    double[] gradient = {7, 7};
    assertThat((double) compiled.call(adjoint, "rosenbrockGradientInto", x, gradient))
        .isEqualTo(24.199999999999996);
    assertThat(gradient).containsExactly(-215.59999999999997, -87.99999999999999);
    assertThat(
            (double)
                compiled.call(adjoint, "rosenbrockDirectionalDerivative", x, new double[] {0, -3}))
        .isEqualTo(87.99999999999999);
  }
}
