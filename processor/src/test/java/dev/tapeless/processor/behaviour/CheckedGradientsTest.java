package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.NonFiniteAdjointException;
import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import dev.tapeless.processor.testing.Operations;
import dev.tapeless.processor.testing.Reals;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fGradientChecked} is {@code fGradient}, or says where an adjoint is not finite. */
class CheckedGradientsTest {

  private static final String HEAD =
      "package subject;\nimport dev.tapeless.*;\nfinal class Model {\n";

  private static Operations operations(boolean naive, int parameters, String members) {
    Javac javac = Javac.plain().with("-Xlint:all", "-Atapeless.naive=" + naive);
    Compiled compiled = javac.compile(HEAD + members + "}\n").succeeds().hasCleanGeneratedCode();
    return new Operations(
        compiled.load("subject.Model"),
        compiled.load("subject.ModelAdjoint"),
        "f",
        IntStream.range(0, parameters).mapToObj(i -> true).toList());
  }

  private static double[] gradient(Operations operations, String kind, Object... x) {
    return Reals.flat(operations.call(kind, List.of(), x));
  }

  /** In both modes: the same as the gradient where that is finite, an exception elsewhere. */
  private static void check(
      String members, Object[] fine, Object[] failing, String adjoint, String where) {
    for (boolean naive : new boolean[] {false, true}) {
      Operations f = operations(naive, fine.length, members);
      assertThat(gradient(f, "GradientChecked", fine)).isEqualTo(gradient(f, "Gradient", fine));
      assertThat(gradient(f, "Gradient", failing))
          .satisfies(g -> assertThat(isFinite(g)).isFalse());
      assertThatThrownBy(() -> f.call("GradientChecked", List.of(), failing))
          .isInstanceOf(NonFiniteAdjointException.class)
          .isInstanceOf(ArithmeticException.class)
          .hasMessage("an adjoint is " + adjoint + " at Model.java:" + where);
    }
  }

  private static boolean isFinite(double... numbers) {
    return IntStream.range(0, numbers.length).allMatch(i -> Double.isFinite(numbers[i]));
  }

  private static Object[] at(Object... x) {
    return x;
  }

  @Test
  void zeroTimesInfinity() {
    check(
        """
        @Differentiable(check = true)
        static double f(double x, double y) {
          double a = 1 / x;
          return a * y;
        }
        """,
        at(2.0, 3.0),
        at(0.0, 0.0),
        "infinite",
        "7: return a * y;");
  }

  @Test
  void aRootOfZero() {
    check(
        """
        @Differentiable(check = true)
        static double f(double x, double y) {
          double a = x * y;
          return y + Math.pow(a, 0.5);
        }
        """,
        at(2.0, 3.0),
        at(0.0, 3.0),
        "infinite",
        "7: Math.pow(a, 0.5)");
  }

  @Test
  void zeroTimesInfinityInReverse() {
    check(
        """
        @Differentiable(check = true)
        static double f(double x, double y) {
          double a = y / x;
          return a - a;
        }
        """,
        at(2.0, 3.0),
        at(0.0, 3.0),
        "NaN",
        "6: double a = y / x;");
  }

  @Test
  void aDivisionInALoop() {
    check(
        """
        @Differentiable(check = true)
        static double f(double[] x, double y) {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double d = x[i] - y;
            sum += 1 / d;
          }
          return sum;
        }
        """,
        at(new double[] {1, 2, 3}, 0.5),
        at(new double[] {1, 2, 3}, 2.0),
        "infinite",
        "9: sum += 1 / d;");
  }

  @Test
  void aLoopThatIsNotFused() {
    check(
        """
        @Differentiable(check = true)
        static double f(double[] x) {
          double[] y = x.clone();
          for (int i = 1; i < y.length; i++) {
            y[i] = y[i - 1] * Math.log(y[i]);
          }
          return y[y.length - 1];
        }
        """,
        at(new double[] {1, 2, 3}),
        at(new double[] {1, 0, 3}),
        "infinite",
        "8: y[i] = y[i - 1] * Math.log(y[i]);");
  }

  @Test
  void aHelperThatIsInlined() {
    check(
        """
        @Differentiable(check = true)
        static double f(double x) {
          return 3 * root(x);
        }
        static double root(double x) {
          return Math.cbrt(x);
        }
        """,
        at(2.0),
        at(0.0),
        "infinite",
        "9: Math.cbrt(x)");
  }

  @Test
  void aRecursion() {
    check(
        """
        @Differentiable(check = true)
        static double f(double[] x, double y) {
          return norm(x, 0) * y;
        }
        static double norm(double[] x, int i) {
          if (i == x.length) {
            return 0;
          }
          return Math.sqrt(x[i]) + norm(x, i + 1);
        }
        """,
        at(new double[] {1, 2, 3}, 0.5),
        at(new double[] {1, 0, 3}, 0.5),
        "infinite",
        "12: Math.sqrt(x[i])");
  }

  @Test
  void aPlaceWithQuotesAndDollars() {
    check(
        """
        @Differentiable(check = true)
        static double f(double x) {
          double a$ = "\\"$L\\\\".length() / x;
          return a$ * 2;
        }
        """,
        at(2.0),
        at(0.0),
        "infinite",
        "6: double a$ = \"\\\"$L\\\\\".length() / x;");
  }

  @Test
  void aSumThatOverflows() {
    check(
        """
        @Differentiable(check = true)
        static double f(double x, double y) {
          double a = x * y;
          double b = x * y;
          return a + b;
        }
        """,
        at(2.0, 3.0),
        at(2.0, 1.7e308),
        "infinite",
        "8: derivative by x");
  }

  @Test
  void floatsAndRows() {
    check(
        """
        @Differentiable(check = true)
        static float f(float[][] x) {
          float sum = 0;
          for (float[] row : x) {
            for (float v : row) {
              sum += 1 / v;
            }
          }
          return sum;
        }
        """,
        at((Object) new float[][] {{1, 2}, {3}}),
        at((Object) new float[][] {{1, 2}, {1e-30f}}),
        "infinite",
        "9: sum += 1 / v;");
  }

  @Test
  void aHealthyGradientIsTheSameToTheLastBit() {
    String members =
        """
        @Differentiable(check = true)
        static double f(double[] x, double y) {
          double[] u = x.clone();
          double sum = 0;
          for (int k = 0; k < 5; k++) {
            for (int i = 1; i < u.length; i++) {
              u[i] = Math.sin(u[i - 1] * y) + u[i] / (1 + u[i] * u[i]);
              sum += u[i] > 0.5 ? Math.exp(-u[i]) : Math.max(u[i], y);
            }
          }
          return sum * Math.hypot(u[0], y);
        }
        """;
    Operations f = operations(false, 2, members);
    double[] x = {0.3, -0.7, 1.1, 0.2};
    assertThat(gradient(f, "GradientChecked", x, 0.4)).isEqualTo(gradient(f, "Gradient", x, 0.4));
  }

  @Test
  void whatIsNotAskedForIsNotThere() {
    Operations f =
        operations(false, 1, "@Differentiable static double f(double x) { return x * x; }\n");
    assertThat(f.has("Gradient", List.of())).isTrue();
    assertThat(f.has("GradientChecked", List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "static double[] f(double[] x) { return x.clone(); }",
        "static void f(double[] x) { x[0] = 1; }",
        "static P f(double x) { return new P(x); } record P(double x) {}"
      })
  void whatHasNoGradientHasNoCheckedOne(String method) {
    String declaration = "@Differentiable(check = true)\n" + method + "\n";
    assertThat(Compiled.of(HEAD + declaration + "}\n").errors())
        .singleElement()
        .satisfies(
            e ->
                assertThat(e.toString())
                    .contains("[tapeless:NotSupportedYet]")
                    .contains("check = true of a method whose result is no number"));
  }
}
