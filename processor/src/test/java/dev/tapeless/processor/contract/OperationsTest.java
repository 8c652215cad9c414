package dev.tapeless.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.processor.emit.Compiled;
import dev.tapeless.processor.emit.Emitter;
import dev.tapeless.processor.ir.AdjointForm;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Operations that are made of others, run on derivatives that are written by hand. */
class OperationsTest {

  private static final Type DOUBLES = new Type.Array(Primitive.DOUBLE);
  private static final Type MATRIX = new Type.Array(DOUBLES);

  /**
   * A user's class with hand-written derivatives: {@code fBar} with the seed last, {@code fDot}
   * with tangents last.
   */
  private static final String MODEL =
      """
      package p;

      public final class Outer {
        private Outer() {}

        public static final class Model {
          private Model() {}

          // y[i] = sum of (i + 1) * x[j]^2 over j, m elements
          static double[] squares(double[] x, int m) {
            double[] y = new double[m];
            for (int i = 0; i < m; i++) {
              for (int j = 0; j < x.length; j++) {
                y[i] += (i + 1) * x[j] * x[j];
              }
            }
            return y;
          }

          static double[] squaresBar(double[] x, int m, double[] v) {
            double[] xBar = new double[x.length];
            for (int i = 0; i < m; i++) {
              for (int j = 0; j < x.length; j++) {
                xBar[j] += v[i] * (i + 1) * 2 * x[j];
              }
            }
            return xBar;
          }

          static double[] squaresDot(double[] x, int m, double[] xDot) {
            double[] yDot = new double[m];
            for (int i = 0; i < m; i++) {
              for (int j = 0; j < x.length; j++) {
                yDot[i] += (i + 1) * 2 * x[j] * xDot[j];
              }
            }
            return yDot;
          }

          // y[i][j] = t * x[i][j], ragged
          static double[][] scaledDot(double[][] x, float t, double[][] xDot, float tDot) {
            double[][] yDot = new double[x.length][];
            for (int i = 0; i < x.length; i++) {
              yDot[i] = new double[x[i].length];
              for (int j = 0; j < x[i].length; j++) {
                yDot[i][j] = tDot * x[i][j] + t * xDot[i][j];
              }
            }
            return yDot;
          }

          static double[][] scaledBarX(double[][] x, float t, double[][] v) {
            return scaledDot(v, t, v, 0);
          }

          static float scaledBarT(double[][] x, float t, double[][] v) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
              for (int j = 0; j < x[i].length; j++) {
                sum += v[i][j] * x[i][j];
              }
            }
            return (float) sum;
          }

          static double[] lineDot(double a, double b, double aDot, double bDot) {
            return new double[] {aDot, bDot, b * aDot + a * bDot};
          }

          static double planeDot(double a, double[] x, double aDot, double[] xDot) {
            return 3 * aDot + 4 * (x.length == 0 ? 0 : xDot[0]);
          }
        }
      }
      """;

  /** Sweeps that call hand-written methods of {@code Model}. */
  private record ByHand(MethodSignature signature, List<String> adjoints, String jvp)
      implements Sweeps {

    private List<Var> primal() {
      return signature.parameters().stream().map(Parameter::variable).toList();
    }

    private static Stmt.Call call(Var result, String method, List<Var> arguments) {
      List<Type> types = arguments.stream().map(Var::type).toList();
      Callee callee = new Callee("p.Outer.Model", method, types, Optional.of(result.type()));
      List<Expr> values = arguments.stream().<Expr>map(Var::read).toList();
      return new Stmt.Call(Optional.of(result), callee, values, Origin.NONE);
    }

    @Override
    public Sweep adjoint(AdjointForm form) {
      Var seed = new Var(50, "v", signature.result().orElseThrow());
      List<Var> arguments = new ArrayList<>(primal());
      arguments.add(seed);
      List<Stmt> body = new ArrayList<>();
      if (!form.seeded()) {
        boolean isArray = seed.type().rank() > 0;
        Expr one =
            isArray
                ? new Expr.ArrayLiteral((Type.Array) seed.type(), List.of())
                : Exprs.real(1, seed.type());
        body.add(new Stmt.Declare(seed, Optional.of(one), Origin.NONE));
      }
      List<Expr> bars = new ArrayList<>();
      List<Var> active =
          signature.parameters().stream()
              .filter(Parameter::active)
              .map(Parameter::variable)
              .toList();
      for (int i = 0; i < active.size(); i++) {
        Var bar = new Var(60 + i, active.get(i).name() + "Bar", active.get(i).type());
        if (adjoints.isEmpty()) {
          Expr zero =
              bar.type().rank() > 0
                  ? new Expr.ZerosLike(active.get(i).read())
                  : Exprs.real(0, bar.type());
          body.add(new Stmt.Declare(bar, Optional.of(zero), Origin.NONE));
        } else {
          body.add(call(bar, adjoints.get(i), arguments));
        }
        bars.add(bar.read());
      }
      Optional<Expr> value =
          form.value()
              ? Optional.of(
                  seed.type().rank() > 0
                      ? new Expr.ArrayLiteral((Type.Array) seed.type(), List.of())
                      : Exprs.real(0, seed.type()))
              : Optional.empty();
      return new Sweep(primal(), form.seeded() ? List.of(seed) : List.of(), body, value, bars);
    }

    @Override
    public Sweep tangent() {
      List<Var> tangents = new ArrayList<>();
      for (Parameter p : signature.parameters()) {
        if (p.active()) {
          Var v = p.variable();
          tangents.add(new Var(50 + v.id(), v.name() + "Dot", v.type()));
        }
      }
      List<Var> arguments = new ArrayList<>(primal());
      arguments.addAll(tangents);
      Var dot = new Var(70, "dot", signature.result().orElseThrow());
      return new Sweep(
          primal(),
          tangents,
          List.of(call(dot, jvp, arguments)),
          Optional.empty(),
          List.of(dot.read()));
    }
  }

  private static Compiled compiled(MethodSignature method, List<String> adjoints, String tangent) {
    Derived derived =
        new Derived(method, new ByHand(method, adjoints, tangent), List.of(), List.of());
    return Compiled.of(MODEL, Emitter.source(Contract.complete(List.of(derived))));
  }

  private static Compiled squares() {
    return compiled(
        OutlineTest.method("squares", DOUBLES, DOUBLES, "x", Primitive.INT, "m"),
        List.of("squaresBar"),
        "squaresDot");
  }

  private static Compiled plane() {
    return compiled(
        OutlineTest.method("plane", Primitive.DOUBLE, Primitive.DOUBLE, "a", DOUBLES, "x"),
        List.of(),
        "planeDot");
  }

  private static final String ADJOINT = "p.Outer_ModelAdjoint";

  @Test
  void jacobianByRowsAndByColumns() throws Throwable {
    double[] x = {1, 2, 3};
    double[] kept = x.clone();
    for (int m : new int[] {1, 2, 3, 4, 5}) {
      double[][] jacobian = (double[][]) squares().call(ADJOINT, "squaresJacobian", x, m);
      assertThat(jacobian).hasNumberOfRows(m);
      for (int i = 0; i < m; i++) {
        assertThat(jacobian[i]).containsExactly((i + 1) * 2, (i + 1) * 4, (i + 1) * 6);
      }
    }
    assertThat(x).isEqualTo(kept);
  }

  @Test
  void jacobianOfNothing() throws Throwable {
    assertThat((double[][]) squares().call(ADJOINT, "squaresJacobian", new double[] {1, 2}, 0))
        .isEmpty();
    assertThat((double[][]) squares().call(ADJOINT, "squaresJacobian", new double[0], 2))
        .hasDimensions(2, 0);
  }

  @Test
  void jacobianOfARaggedMatrixAndAFloat() throws Throwable {
    Compiled scaled =
        compiled(
            OutlineTest.method("scaled", MATRIX, MATRIX, "x", Primitive.FLOAT, "t"),
            List.of("scaledBarX", "scaledBarT"),
            "scaledDot");
    double[][] x = {{1, 2}, {}, {3}};
    Object jacobian = scaled.call(ADJOINT, "scaledJacobian", x, 5f);
    double[][][][] byX = (double[][][][]) Compiled.component(jacobian, "x");
    float[][] byT = (float[][]) Compiled.component(jacobian, "t");
    assertThat(byT).isDeepEqualTo(new float[][] {{1, 2}, {}, {3}});
    assertThat(byX[0][1]).isDeepEqualTo(new double[][] {{0, 5}, {}, {0}});
    assertThat(byX[2][0]).isDeepEqualTo(new double[][] {{0, 0}, {}, {5}});
    assertThat(byX[1]).isEmpty();
  }

  @Test
  void jacobianOfScalars() throws Throwable {
    Compiled line =
        compiled(
            OutlineTest.method("line", DOUBLES, Primitive.DOUBLE, "a", Primitive.DOUBLE, "b"),
            List.of(),
            "lineDot");
    Object jacobian = line.call(ADJOINT, "lineJacobian", 2.0, 3.0);
    assertThat((double[]) Compiled.component(jacobian, "a")).containsExactly(1, 0, 3);
    assertThat((double[]) Compiled.component(jacobian, "b")).containsExactly(0, 1, 2);
  }

  @Test
  void directionsOfAnyLength() throws Throwable {
    Compiled plane = plane();
    for (double scale : new double[] {1, 1e-320, 1e-200, 1e200, 1e306}) {
      double[] xDir = {4 * scale};
      assertThat(
              (double)
                  plane.call(
                      ADJOINT, "planeDirectionalDerivative", 0.0, new double[1], 3 * scale, xDir))
          .isCloseTo(5, within(scale < 1e-310 ? 1e-3 : 1e-14));
    }
  }

  @Test
  void theZeroDirectionIsRefused() {
    assertThatThrownBy(
            () ->
                plane()
                    .call(
                        ADJOINT,
                        "planeDirectionalDerivative",
                        0.0,
                        new double[1],
                        0.0,
                        new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the direction (aDir, xDir) is zero");
  }

  @Test
  void tangentsOfTheWrongShapeAreRefused() {
    assertThatThrownBy(
            () -> plane().call(ADJOINT, "planeJvp", 0.0, new double[3], 0.0, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("xDot has length 2 but needs length 3, that of x");
    assertThatThrownBy(() -> plane().call(ADJOINT, "planeJvp", 0.0, new double[3], 0.0, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("xDot is null but needs length 3, that of x");
  }
}
