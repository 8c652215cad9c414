package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays that each trip of a loop makes anew in the method, and that its derivatives make once. */
class RecycledArraysTest {

  private static final double[][] POINTS = {{0.7, -0.4, 1.3}, {0.2, 0.9, -0.6}, {-0.3, 0.5, 0.8}};

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  private static String body(Differentiated d, String operation) {
    Matcher method =
        Pattern.compile("(?s) static \\S+ " + operation + "\\(.*?\n  }\n").matcher(d.generated());
    assertThat(method.find()).isTrue();
    return method.group();
  }

  /** Whether an array of that name is made before the first loop. */
  private static boolean isMadeOnce(String body, String name) {
    int made = body.indexOf("double[] " + name + " = new double[");
    return made >= 0 && made < body.indexOf("for (");
  }

  @TestFactory
  Stream<DynamicTest> madeOnce() {
    return new Programs()
        .add(
            "adjoints that the trip leaves as zeros, and a work array that is filled first",
            """
            static double f(double[][] p, double[] w) {
              int n = p.length;
              int d = w.length;
              double s = 0;
              for (int i = 0; i < n; i++) {
                double[] c = new double[d];
                double[] q = new double[d];
                for (int j = 0; j < d; j++) {
                  c[j] = p[i][j] * w[j];
                }
                for (int j = 0; j < d; j++) {
                  for (int k = j; k < d; k++) {
                    q[k] += w[j] * c[j] * c[k];
                  }
                }
                for (int j = 0; j < d; j++) {
                  s += q[j] * q[j];
                }
              }
              return s;
            }
            """,
            d -> {
              d.at(POINTS, x()).isRight();
              d.at(new double[0][], x()).isRight();
              String body = body(d, "fGradient");
              assertThat(isMadeOnce(body, "c")).isTrue();
              assertThat(isMadeOnce(body, "cBar")).isTrue();
            })
        .add(
            "adjoints of which the first one is made zero by itself",
            """
            static double[] f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              double[] k = new double[n];
              for (int step = 0; step < steps; step++) {
                k[0] = x[0] * y[1];
                for (int i = 1; i < n; i++) {
                  k[i] = x[i] * y[i - 1];
                }
                for (int i = 0; i < n; i++) {
                  y[i] += 0.1 * k[i];
                }
              }
              return y;
            }
            """,
            d -> {
              d.at(x(), 3).isRight();
              assertThat(body(d, "fVjp")).containsOnlyOnce("double[] kBar = new double[n];");
              String reverse = body(d, "fVjp").split("kBar = new", 2)[1];
              assertThat(reverse.indexOf("for (int step = Math.max(0, steps) - 1")).isPositive();
            })
        .add(
            "work arrays and their tangents",
            """
            static double[] f(double[][] p, @Constant double[] w) {
              int d = w.length;
              double[] y = new double[p.length];
              for (int i = 0; i < p.length; i++) {
                double[] c = new double[d];
                for (int j = 0; j < d; j++) {
                  c[j] = p[i][j] * w[j];
                }
                for (int j = 1; j < d; j++) {
                  c[j] += c[j - 1] * c[j];
                }
                y[i] = c[d - 1];
              }
              return y;
            }
            """,
            d -> {
              d.at(POINTS, x()).isRight();
              String body = body(d, "fJvp");
              assertThat(isMadeOnce(body, "c")).isTrue();
              assertThat(isMadeOnce(body, "cDot")).isTrue();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> rowsOfWhatIsSaved() {
    String method =
        """
        static double f(double[][] p, double[] w, int m) {
          int n = p.length;
          int d = w.length;
          double s = 0;
          for (int i = 0; i < n; i++) {
            double[] terms = new double[m];
            for (int a = 0; a < m; a++) {
              double[] q = new double[d];
              FILLED
              for (int j = 1; j < d; j++) {
                q[j] += q[j - 1] * q[j] * w[j];
              }
              terms[a] = q[d - 1] * q[d - 1];
            }
            double t = 1;
            for (int a = 0; a < m; a++) {
              t = t * terms[a] + w[0];
            }
            s += t;
          }
          return s;
        }
        """;
    String all = "for (int j = 0; j < d; j++) { q[j] = Math.sin(p[i][j]) * w[j] * (a + 1); }";
    String some = "for (int j = 0; j <= (i + a) % d; j++) { q[j] = p[i][j] * w[j] * (a + 1); }";
    return new Programs()
        .add(
            "are made once where each trip fills them",
            method.replace("FILLED", all),
            d -> {
              assertThat(d.generated()).contains("double[] q = qSaved_[a];");
              d.at(POINTS, x(), 2).isRight();
              d.at(POINTS, x(), 0).isRight();
              d.at(new double[0][], x(), 2).isRight();
            })
        .add(
            "are made anew where each trip needs zeros",
            method.replace("FILLED", some),
            d -> d.at(POINTS, x(), 2).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> madeAnew() {
    return new Programs()
        .add(
            "what is not filled in each trip has zeros",
            """
            static double f(double[][] p, double[] w) {
              int d = w.length;
              double s = 0;
              for (int i = 0; i < p.length; i++) {
                double[] c = new double[d];
                double[] q = new double[d];
                for (int j = i; j < d; j++) {
                  c[j] = p[i][j] * w[j];
                }
                if (p[i][0] > 0) {
                  for (int j = 0; j < d; j++) {
                    q[j] = w[j] * p[i][j];
                  }
                }
                for (int j = 0; j < d; j++) {
                  s += c[j] * c[j] * w[j] + q[j];
                }
              }
              return s;
            }
            """,
            d -> d.at(POINTS, x()).isRight())
        .add(
            "what another name keeps",
            """
            static double f(double[][] p, double[] w) {
              int d = w.length;
              double[] last = w;
              double s = 0;
              for (int i = 0; i < p.length; i++) {
                double[] c = new double[d];
                for (int j = 0; j < d; j++) {
                  c[j] = p[i][j] * w[j] + last[j];
                }
                for (int j = 0; j < d; j++) {
                  s += c[j] * last[j];
                }
                last = c;
              }
              return s;
            }
            """,
            d -> d.at(POINTS, x()).isRight())
        .add(
            "of another size in each trip, or of an array that is not there if there is no trip",
            """
            static double f(double[][] p, double[] w, @Constant double[] scale) {
              double s = w[0];
              for (int i = 0; i < p.length; i++) {
                int m = i + 1;
                double[] c = new double[m];
                double[] q = new double[scale.length];
                for (int j = 0; j < m; j++) {
                  c[j] = p[i][j] * w[j];
                }
                for (int j = 0; j < scale.length; j++) {
                  q[j] = scale[j] * w[j];
                }
                for (int j = 0; j < m; j++) {
                  s += c[j] * c[j] + q[j] * s;
                }
              }
              return s;
            }
            """,
            d -> {
              d.at(POINTS, x(), x()).isRight();
              d.at(new double[0][], x(), null).isRight();
            })
        .add(
            "zeros left behind before other elements are written",
            """
            static double f(double[][] p, double[] w) {
              int d = w.length;
              double s = 0;
              for (int i = 0; i < p.length; i++) {
                double[] c = new double[d];
                for (int j = 0; j < d; j++) {
                  s += c[j] * w[j];
                  c[j] = p[i][j] * s;
                  if (j > 0) {
                    c[j - 1] += p[i][j];
                  }
                  s += c[j];
                  c[j] = 0;
                }
                s += c[0];
              }
              return s;
            }
            """,
            d -> d.at(POINTS, x()).isRight())
        .tests();
  }
}
