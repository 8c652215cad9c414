package dev.tapeless.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is varied and useful. */
class ActivityTest {

  @Test
  void onlyWhatDependsOnAParameterAndReachesTheResultIsActive() {
    assertThat(
            active(
                """
                static double f(double x, double k) {
                  double constant = 3;
                  double path = x * constant;
                  double useless = x * 2;
                  return path + constant;
                }
                """))
        .containsExactly("x", "path");
  }

  @Test
  void aParameterMarkedConstantIsNotActive() {
    assertThat(
            active(
                """
                static double f(double x, @Constant double c, @Constant double[] w) {
                  double y = c * w[0];
                  return x * y;
                }
                """))
        .containsExactly("x");
  }

  @Test
  void nothingPassesThroughIntegersConditionsAndIndexes() {
    assertThat(
            active(
                """
                static double f(double x, double y, double[] a, double z) {
                  int n = (int) x;
                  boolean positive = y > 0;
                  double chosen = positive ? a[n] : n;
                  return chosen + n * z;
                }
                """))
        .containsExactly("a", "z", "chosen");
  }

  @Test
  void nothingPassesThroughStepFunctions() {
    assertThat(
            active(
                """
                static double f(double x, double y) {
                  double s = Math.floor(x) + Math.signum(y) + Math.rint(x) + Math.round(y);
                  return s * y;
                }
                """))
        .containsExactly("y");
  }

  @Test
  void aValuePassesThroughConversionsBetweenRealTypes() {
    assertThat(
            active(
                """
                static double f(double x, float y) {
                  float s = (float) x;
                  double t = s * y;
                  return t;
                }
                """))
        .containsExactly("x", "y", "s", "t");
  }

  @Test
  void bothOperandsOfAChoiceArePaths() {
    assertThat(
            active(
                """
                static double f(double x, double y, boolean c) {
                  double z = c ? x : y;
                  return z;
                }
                """))
        .containsExactly("x", "y", "z");
  }

  @Test
  void anArrayIsActiveAsAWholeAndUnderAllItsNames() {
    assertThat(
            active(
                """
                static double f(double x, int n) {
                  double[] a = new double[n];
                  double[] same = a;
                  double[] other = new double[n];
                  other[0] = 5;
                  a[0] = x;
                  return same[1] + other[0];
                }
                """))
        .containsExactly("x", "a", "same");
  }

  @Test
  void allRowsOfAMatrixAreActiveTogether() {
    assertThat(
            active(
                """
                static double f(double x, double[] c, int n) {
                  double[][] m = new double[2][n];
                  double[] zeroth = m[0];
                  double[] first = m[1];
                  zeroth[0] = x;
                  double[] copy = first.clone();
                  return copy[0];
                }
                """))
        .containsExactly("x", "m", "zeroth", "first", "copy");
  }

  @Test
  void theOrderOfStatementsDoesNotMatter() {
    assertThat(
            active(
                """
                static double f(double x, int n) {
                  double a = 0;
                  double b = 0;
                  double c = 0;
                  for (int i = 0; i < n; i++) {
                    c = b;
                    b = a;
                    a = x;
                  }
                  return c;
                }
                """))
        .containsExactly("x", "a", "b", "c");
  }

  @Test
  void whatOnlySteersALoopIsNotUseful() {
    assertThat(
            active(
                """
                static double f(double x) {
                  double u = x;
                  double change = 1;
                  while (change > 0.1) {
                    double next = u * 0.5;
                    change = Math.abs(next - u);
                    u = next;
                  }
                  return u;
                }
                """))
        .containsExactly("x", "u", "next");
  }

  @Test
  void aHelperIsAPathFromItsArgumentsToItsResultAndToItsArrays() {
    assertThat(
            active(
                """
                static double f(double x, double y, int n) {
                  double[] a = new double[2];
                  fill(a, x, n);
                  double z = a[0];
                  double r = next(y, n);
                  double t = next(3, n);
                  return z + r + t;
                }

                static void fill(double[] a, double x, int n) {
                  a[n] = x;
                }

                static double next(double x, int n) {
                  return n == 0 ? x : next(x, n - 1);
                }
                """))
        .containsExactly("x", "y", "a", "z", "r");
  }

  @Test
  void aCallIsActiveWhenADerivativePassesThroughIt() {
    Primal primal =
        Primal.of(
            """
            static double f(double x, int n) {
              double y = next(x, n);
              double z = next(n, n);
              double w = next(x, 2);
              return y + z;
            }

            static double next(double x, int n) {
              return n == 0 ? x : next(x, n - 1);
            }
            """);
    Activity activity =
        Activity.of(
            primal.function(),
            Memory.of(primal.function()),
            primal.program(),
            Activity.Scope.METHOD);
    List<String> passed =
        primal.body().stream()
            .filter(s -> s instanceof Stmt.Call c && activity.isActive(c))
            .map(Primal::firstLine)
            .toList();
    assertThat(passed).hasSize(1);
    assertThat(passed.get(0)).contains("next(x, n)");
  }

  @Test
  void arrayResultsAreUseful() {
    assertThat(
            active(
                """
                static double[] f(double[] x, double[] w) {
                  double[] y = new double[x.length];
                  double[] unused = new double[2];
                  y[0] = x[0];
                  unused[0] = w[0];
                  return y;
                }
                """))
        .containsExactly("x", "y");
  }

  @Test
  void theArraysThatAVoidHelperLeavesBehindAreUseful() {
    Primal primal =
        Primal.of(
            """
            static void f(double[] a, double y, int n) {
              double z = y * n;
              a[0] = a[0] * z;
            }
            """);
    Function function = primal.function();
    assertThat(function.parameters()).extracting(Parameter::active).contains(true);
    Memory memory = Memory.of(function);
    assertThat(
            names(primal, Activity.of(function, memory, primal.program(), Activity.Scope.HELPER)))
        .containsExactly("a", "y", "z");
    assertThat(
            names(primal, Activity.of(function, memory, primal.program(), Activity.Scope.METHOD)))
        .isEmpty();
  }

  @Test
  void withoutAnalysisAllThatCanBeIsActive() {
    Primal primal =
        Primal.of(
            """
            static double f(double x, @Constant double c, int n) {
              double useless = 2;
              return x;
            }
            """);
    Function function = primal.function();
    Activity all =
        Activity.of(function, Memory.of(function), primal.program(), Activity.Scope.EVERYTHING);
    assertThat(names(primal, all)).containsExactly("x", "c", "useless");
  }

  private static List<String> active(String members) {
    Primal primal = Primal.of(members);
    Function function = primal.function();
    return names(
        primal,
        Activity.of(function, Memory.of(function), primal.program(), Activity.Scope.METHOD));
  }

  private static List<String> names(Primal primal, Activity activity) {
    return primal.function().variables().stream()
        .filter(activity::isActive)
        .map(v -> v.name())
        .toList();
  }
}
