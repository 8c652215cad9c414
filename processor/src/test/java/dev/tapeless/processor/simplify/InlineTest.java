package dev.tapeless.processor.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Printer;
import org.junit.jupiter.api.Test;

/** Which calls become the body of what they call, and how. */
class InlineTest {

  @Test
  void aHelperBecomesItsBody() {
    assertThat(
            inlined(
                """
                static double f(double x) {
                  return square(x) + 1;
                }

                static double square(double v) {
                  return v * v;
                }
                """))
        .isEqualTo(
            """
            double square = x * x;
            """);
  }

  @Test
  void anArgumentThatIsComputedIsComputedOnce() {
    assertThat(
            inlined(
                """
                static double f(double x) {
                  return square(x + 1);
                }

                static double square(double v) {
                  return v * v;
                }
                """))
        .isEqualTo(
            """
            double v = x + 1;
            double square = v * v;
            """);
  }

  @Test
  void aParameterThatTheHelperAssignsIsAVariableOfItsOwn() {
    assertThat(
            inlined(
                """
                static double f(double x) {
                  return x * twice(x);
                }

                static double twice(double v) {
                  v = 2 * v;
                  return v;
                }
                """))
        .isEqualTo(
            """
            double v = x;
            v = 2 * v;
            double twice = v;
            """);
  }

  @Test
  void twoCallsHaveVariablesOfTheirOwn() {
    Primal primal =
        Primal.of(
                """
                static double f(double x) {
                  return half(x) * half(x + 1);
                }

                static double half(double v) {
                  double h = v / 2;
                  return h * h;
                }
                """)
            .inlined();
    assertThat(primal.function().variables().stream().filter(v -> v.name().equals("h"))).hasSize(2);
  }

  @Test
  void helpersOfHelpersAreInlinedToo() {
    assertThat(
            inlined(
                """
                static double f(double x) {
                  return one(x);
                }

                static double one(double a) {
                  return two(a * 2);
                }

                static double two(double b) {
                  return b * 3;
                }
                """))
        .doesNotContain("Sample.");
  }

  @Test
  void recursiveHelpersStay() {
    assertThat(
            inlined(
                """
                static double f(double x, int n) {
                  return even(x, n);
                }

                static double even(double a, int n) {
                  return n == 0 ? a : odd(2 * a, n - 1);
                }

                static double odd(double a, int n) {
                  return even(a, n);
                }
                """))
        .contains("Sample.even(x, n)");
  }

  @Test
  void aHelperThatNoDerivativePassesIsCalled() {
    assertThat(
            inlined(
                """
                static double f(double x, int n) {
                  return x * next(n);
                }

                static int next(int n) {
                  return n + 1;
                }
                """))
        .contains("Sample.next(n)");
  }

  @Test
  void aPrivateHelperThatNoDerivativePassesIsInlined() {
    assertThat(
            inlined(
                """
                static double f(double x, int n) {
                  return x * next(n);
                }

                private static int next(int n) {
                  return n + 1;
                }
                """))
        .isEqualTo("int next = n + 1;\n");
  }

  @Test
  void aVoidHelperLeavesItsEffects() {
    assertThat(
            inlined(
                """
                static double f(double[] a, double x) {
                  put(a, x * 2);
                  return a[0];
                }

                static void put(double[] to, double v) {
                  to[0] = v;
                }
                """))
        .isEqualTo(
            """
            double v = x * 2;
            a[0] = v;
            """);
  }

  @Test
  void callsInLoopsAndBranchesAreInlined() {
    assertThat(
            inlined(
                """
                static double f(double x, int n) {
                  double s = 0;
                  for (int i = 0; i < n; i++) {
                    if (s < 3) {
                      s += twice(x);
                    }
                  }
                  return s;
                }

                static double twice(double v) {
                  return 2 * v;
                }
                """))
        .contains("double twice = 2 * x;");
  }

  private static String inlined(String members) {
    return Printer.print(Primal.of(members).inlined().body());
  }
}
