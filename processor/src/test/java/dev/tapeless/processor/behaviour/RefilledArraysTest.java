package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Work arrays of a step that the reversed step fills again, and those that it must not. */
class RefilledArraysTest {

  private static final String MIDPOINT =
      """
      static double[] f(double[] x, int steps) {
        int n = x.length;
        double[] y = x.clone();
        double[] k = new double[n];
        double[] half = new double[n];
        double[] l = new double[n];
        for (int step = 0; step < steps; step++) {
          for (int i = 0; i < n; i++) {
            k[i] = y[i] * x[n - 1 - i];
          }
          for (int i = 0; i < n; i++) {
            half[i] = y[i] + 0.1 * k[i];
          }
          for (int i = 0; i < n; i++) {
            l[i] = half[i] * half[n - 1 - i];
          }
          for (int i = 0; i < n; i++) {
            y[i] += 0.3 * l[i];
          }
        }
        return y;
      }
      """;

  private static double[] x() {
    return new double[] {0.7, -0.4, 0.3};
  }

  @Test
  void aStepKeepsItsStateOnly() {
    String adjoint =
        Compiled.of(
                "package subject;\nfinal class Subject {\n@dev.tapeless.Differentiable\n"
                    + MIDPOINT
                    + "}\n")
            .generated("subject.SubjectAdjoint");
    assertThat(adjoint).contains("ySaved[").doesNotContain("halfSaved").doesNotContain("kSaved");
  }

  @TestFactory
  Stream<DynamicTest> steps() {
    return new Programs()
        .add("with one stage", MIDPOINT, p -> p.at(x(), 4).isRight().at(x(), 0).isRight())
        .add(
            "of which the state is another array each time",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              for (int step = 0; step < steps; step++) {
                double[] k = new double[n];
                double[] next = new double[n];
                for (int i = 0; i < n; i++) {
                  k[i] = y[i] * x[n - 1 - i];
                }
                for (int i = 0; i < n; i++) {
                  next[i] = y[i] + 0.1 * k[i] * k[n - 1 - i];
                }
                y = next;
              }
              return y[0] * y[1] + y[2];
            }
            """,
            p -> p.at(x(), 4).isRight().at(x(), 1).isRight())
        .add(
            "that look at a work array after the state has changed",
            """
            static double[] f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              double[] k = new double[n];
              for (int step = 0; step < steps; step++) {
                for (int i = 0; i < n; i++) {
                  k[i] = y[i] * x[n - 1 - i] + 0.3;
                }
                for (int i = 0; i < n; i++) {
                  y[i] *= k[n - 1 - i];
                }
                for (int i = 0; i < n; i++) {
                  y[i] += 0.1 * k[i] * y[i];
                }
              }
              return y;
            }
            """,
            p -> p.at(x(), 4).isRight())
        .add(
            "that branch on a work array after the state has changed",
            """
            static double[] f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              double[] k = new double[n];
              for (int step = 0; step < steps; step++) {
                for (int i = 0; i < n; i++) {
                  k[i] = y[i] * x[n - 1 - i] + 0.1 * step;
                }
                y[0] = y[1] * k[0] * k[1];
                for (int i = 0; i < n; i++) {
                  if (k[i] > 0.1) {
                    y[i] = y[i] * y[i] + 0.2;
                  }
                }
              }
              return y;
            }
            """,
            p -> p.at(x(), 5).isRight())
        .add(
            "that write a work array twice",
            """
            static double[] f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              double[] k = new double[n];
              for (int step = 0; step < steps; step++) {
                for (int i = 0; i < n; i++) {
                  k[i] = y[i] * x[n - 1 - i];
                }
                for (int i = 1; i < n; i++) {
                  k[i] = k[i] * k[i - 1] + y[i];
                }
                for (int i = 0; i < n; i++) {
                  y[i] += k[i] * k[n - 1 - i];
                }
              }
              return y;
            }
            """,
            p -> p.at(x(), 4).isRight())
        .add(
            "with a number that changes, and one of the step",
            """
            static double[] f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              double[] k = new double[n];
              double t = 0.2;
              for (int step = 0; step < steps; step++) {
                double h = 0.1 * t + 0.01 * step;
                for (int i = 0; i < n; i++) {
                  k[i] = y[i] * x[n - 1 - i] * h + t;
                }
                for (int i = 0; i < n; i++) {
                  y[i] += k[i] * k[n - 1 - i];
                }
                t = t * 1.1 + 0.1 * y[0];
              }
              return y;
            }
            """,
            p -> p.at(x(), 4).isRight())
        .add(
            "whose state changes between the stages",
            """
            static double[] f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              double[] k = new double[n];
              double[] l = new double[n];
              for (int step = 0; step < steps; step++) {
                for (int i = 0; i < n; i++) {
                  k[i] = y[i] * x[n - 1 - i];
                }
                for (int i = 0; i < n; i++) {
                  y[i] += 0.2 * k[i] * k[n - 1 - i];
                }
                for (int i = 0; i < n; i++) {
                  l[i] = y[i] * k[i] + x[i];
                }
                for (int i = 0; i < n; i++) {
                  y[i] += 0.2 * l[i] * l[n - 1 - i];
                }
              }
              return y;
            }
            """,
            p -> p.at(x(), 4).isRight())
        .add(
            "of rows of a table, which one of them changes",
            """
            static double f(double[][] a, int steps) {
              int n = a[0].length;
              double[] k = new double[n];
              double s = 0;
              for (int step = 0; step < steps; step++) {
                double[] row = a[step % a.length];
                for (int i = 0; i < n; i++) {
                  k[i] = row[i] * a[0][n - 1 - i];
                }
                for (int i = 0; i < n; i++) {
                  s += k[i] * k[n - 1 - i];
                }
                row[1] = s * 0.1;
              }
              return s;
            }
            """,
            p -> p.at(new double[][] {{0.7, -0.4}, {1.3, 0.2}}, 5).isRight())
        .add(
            "within other steps, and left early",
            """
            static double f(double[] x, int steps) {
              int n = x.length;
              double[] y = x.clone();
              double[] k = new double[n];
              double s = 0;
              for (int outer = 0; outer < 3; outer++) {
                for (int step = 0; step < steps; step++) {
                  for (int i = 0; i < n; i++) {
                    k[i] = y[i] * x[n - 1 - i] + 0.1 * outer;
                  }
                  if (k[1] > 0.4) {
                    break;
                  }
                  for (int i = 0; i < n; i++) {
                    y[i] += 0.5 * k[i] * k[n - 1 - i] + 0.1;
                  }
                }
                s += y[outer % n] * k[0];
              }
              return s;
            }
            """,
            p -> p.at(x(), 4).isRight())
        .tests();
  }

  @Test
  void theWayForwardAndTheReverseSweepShareTheirWorkArrays() {
    String adjoint =
        Compiled.of(
                "package subject;\nfinal class Subject {\n@dev.tapeless.Differentiable\n"
                    + MIDPOINT
                    + "}\n")
            .generated("subject.SubjectAdjoint");
    String vjp = adjoint.substring(adjoint.indexOf(" fVjp(double[] x, int steps, double[] v)"));
    String body = vjp.substring(0, vjp.indexOf("\n  }\n"));
    assertThat(List.of(body.split("double\\[\\] half", -1))).hasSize(3);
    assertThat(body).contains("double[] half = ", "double[] halfBar = ");
  }
}
