package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Recursive helpers that add to adjoints while they run, and loops that pass on passive values. */
class CallsWithAdjointsTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3, 0.9};
  }

  /** Whether {@code helper} is run just once, with its adjoint. */
  private static void isTogether(Differentiated d, String helper) {
    assertThat(d.generated()).contains(" " + helper + "ValueAndAdjoint(");
    assertThat(d.generated()).doesNotContain(" " + helper + "Adjoint(");
  }

  private static void isApart(Differentiated d, String helper) {
    assertThat(d.generated()).doesNotContain("ValueAndAdjoint(");
    assertThat(d.generated()).contains(" " + helper + "Adjoint(");
  }

  @TestFactory
  Stream<DynamicTest> together() {
    return new Programs()
        .add(
            "a determinant by minors, with a list of columns that changes on the way",
            """
            static double f(double[] a, int n) {
              int[] next = new int[n + 1];
              for (int column = 0; column < n; column++) {
                next[column] = column + 1;
              }
              next[n] = 0;
              return Math.sin(minor(a, n, 0, next)) + a[0];
            }

            private static double minor(double[] a, int n, int row, int[] next) {
              if (row == n - 1) {
                return a[row * n + next[n]];
              }
              double sum = 0;
              double sign = 1;
              int before = n;
              for (int column = next[before]; column < n; column = next[column]) {
                next[before] = next[column];
                sum += sign * a[row * n + column] * minor(a, n, row + 1, next);
                next[before] = column;
                before = column;
                sign = -sign;
              }
              return sum;
            }
            """,
            d -> {
              d.at(x(), 2).isRight();
              d.at(new double[] {0.3, -1.2, 0.8, 0.5, 1.7, -0.4, 0.9, 0.1, -0.6}, 3).isRight();
              d.at(new double[] {0.3}, 1).isRight();
              assertThat(d.generated()).contains("minorValueAndAdjoint(a, n, row + 1, next, ");
            })
        .add(
            "a tree that counts its nodes in an array of the caller",
            """
            static double f(double[] x) {
              int[] count = new int[1];
              double sum = tree(x, 3, count);
              return sum + count[0] * x[0];
            }

            private static double tree(double[] x, int depth, int[] count) {
              count[0]++;
              if (depth == 0) {
                return x[count[0] % x.length] * x[0];
              }
              double left = tree(x, depth - 1, count);
              double right = tree(x, depth - 1, count);
              return 0.5 * left - x[depth % x.length] * right;
            }
            """,
            d -> {
              d.at(x()).isRight();
              isTogether(d, "tree");
            })
        .add(
            "two helpers that call each other",
            """
            static double f(double[] x) {
              return even(x, 5);
            }

            private static double even(double[] x, int n) {
              if (n == 0) {
                return x[0];
              }
              return x[n % x.length] - 0.5 * odd(x, n - 1);
            }

            private static double odd(double[] x, int n) {
              double sum = 0;
              for (int i = 0; i < n; i += 2) {
                sum += x[i % x.length] * even(x, n - 1);
              }
              return sum;
            }
            """,
            d -> {
              d.at(x()).isRight();
              isTogether(d, "odd");
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> apart() {
    return new Programs()
        .add(
            "results that are multiplied",
            """
            static double f(double[] x) {
              return tree(x, 3);
            }

            private static double tree(double[] x, int depth) {
              if (depth == 0) {
                return x[0];
              }
              double left = tree(x, depth - 1);
              return Math.sin(left * x[depth % x.length]);
            }
            """,
            d -> {
              d.at(x()).isRight();
              assertThat(d.generated()).contains(" treeAdjoint(");
            })
        .add(
            "one of two results that are multiplied",
            """
            static double f(double[] x) {
              return tree(x, 3);
            }

            private static double tree(double[] x, int depth) {
              if (depth == 0) {
                return x[0];
              }
              double left = tree(x, depth - 1);
              double right = tree(x, depth - 1);
              return left * right + x[depth % x.length];
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "of arguments that are overwritten afterwards",
            """
            static double f(double[] x) {
              double[] y = x.clone();
              double first = sum(y, 2);
              y[0] = first * y[1];
              return sum(y, 2) + y[2];
            }

            private static double sum(double[] x, int depth) {
              if (depth == 0) {
                return x[0] * x[1];
              }
              return x[depth] * sum(x, depth - 1);
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a helper whose reversal brings back what it has changed in the caller's array",
            """
            static double f(double[] x) {
              int[] at = {1};
              double sum = walk(x, 3, at);
              return sum * x[at[0]];
            }

            private static double walk(double[] x, int depth, int[] at) {
              double y = x[at[0]] * x[at[0]];
              at[0] = (at[0] + depth) % x.length;
              if (depth == 0) {
                return y;
              }
              return y + x[depth] * walk(x, depth - 1, at);
            }
            """,
            d -> {
              d.at(x()).isRight();
              isApart(d, "walk");
            })
        .add(
            "a helper that runs another one again, which has written what was written again since",
            """
            static double f(double[] x) {
              int[] at = {1};
              double sum = outer(x, 2, at);
              return sum + x[at[0]];
            }

            private static double outer(double[] x, int depth, int[] at) {
              double y = inner(x, depth, at);
              double z = y * y;
              at[0] = 3;
              return depth == 0 ? z : z + x[depth] * outer(x, depth - 1, at);
            }

            private static double inner(double[] x, int depth, int[] at) {
              at[0] = 2;
              return depth == 0 ? x[0] : x[depth] * inner(x, depth - 1, at);
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a loop that runs a helper again, which has written what was written again since",
            """
            static double f(double[] x) {
              int[] at = {1};
              double sum = 0;
              for (int i = 0; i < 3; i++) {
                sum += x[i] * x[at[0]];
                double y = inner(x, i, at);
                sum += y * y;
                at[0] = 3 - i;
              }
              return sum + x[at[0]];
            }

            private static double inner(double[] x, int depth, int[] at) {
              at[0] = 2;
              return depth == 0 ? x[0] : x[depth] * inner(x, depth - 1, at);
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "a helper with a number among its active parameters",
            """
            static double f(double[] x) {
              return power(x[0], x, 3);
            }

            private static double power(double b, double[] x, int n) {
              return n == 0 ? b * x[1] : b + x[n] * power(b * x[0], x, n - 1);
            }
            """,
            d -> {
              d.at(x()).isRight();
              isApart(d, "power");
            })
        .add(
            "a loop on a branch, of an array of that branch",
            """
            static double f(double[] x) {
              double s = 0;
              if (x[0] > 0) {
                double[] y = x.clone();
                y[1] *= x[0];
                for (int i = 0; i < 3; i++) {
                  s += y[i] * sum(y, i);
                }
              }
              return s * x[1];
            }

            private static double sum(double[] x, int depth) {
              return depth == 0 ? x[0] * x[1] : x[depth] + 0.5 * sum(x, depth - 1);
            }
            """,
            d -> {
              d.at(x()).isRight();
              d.at(new double[] {-0.7, -0.4, 1.3, 0.9}).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> valuesThatArePassedOn() {
    return new Programs()
        .add(
            "of which nothing is kept",
            """
            static double f(double[] x, int n) {
              double sum = 0;
              double w = 1;
              int k = 1;
              int[] seen = new int[4];
              while (k < n) {
                double y = w * x[k % 4];
                sum += y * x[seen[k % 4] % 4] * x[0];
                w = -0.5 * w;
                seen[(k + 1) % 4] = k;
                k = 2 * k - (k > 4 ? 1 : 0);
              }
              return 3 * sum + k * x[1];
            }
            """,
            d -> {
              d.at(x(), 30).isRight();
              d.at(x(), 0).isRight();
              assertThat(d.generated()).doesNotContain("wSaved", "kSaved", "Stack ");
            })
        .add(
            "and that are needed from before the loop",
            """
            static double f(double[] x) {
              double w = 2;
              double y = w * x[0];
              double sum = y * y;
              for (int i = 0; i < 4; i++) {
                sum += w * x[i] * x[0];
                w = 0.5 * w;
              }
              return sum * w;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "and that change before the trip has come to what needs them",
            """
            static double f(double[] x) {
              double w = 2;
              double sum = 0;
              for (int i = 0; i < 4; i++) {
                double y = w * x[i];
                w = 0.5 * w;
                sum += y * x[0] * w;
              }
              return sum;
            }
            """,
            d -> d.at(x()).isRight())
        .add(
            "in a loop on a branch",
            """
            static double f(double[] x) {
              double sum = 0;
              int k = 0;
              if (x[0] > 0) {
                for (int i = 0; i < 3; i++) {
                  sum += x[k] * x[i];
                  k = (k + 3) % 4;
                }
              } else {
                sum = x[1] * x[k];
                k = 2;
              }
              return sum * sum * x[k];
            }
            """,
            d -> {
              d.at(x()).isRight();
              d.at(new double[] {-0.7, -0.4, 1.3, 0.9}).isRight();
            })
        .add(
            "a sum that the branch asks about",
            """
            static double f(double[] x) {
              double sum = 0;
              for (int k = 0; k < 2; k++) {
                sum += x[k];
              }
              if (sum > 0) {
                for (int i = 0; i < 3; i++) {
                  sum += -x[0] * x[i] * 5;
                }
              }
              return sum;
            }
            """,
            d -> {
              d.at(x()).isRight();
              d.at(new double[] {-0.7, -0.4, 1.3, 0.9}).isRight();
            })
        .add(
            "a sum with an exit that a flag asks for",
            """
            static double f(double[] x, int n) {
              double sum = 0;
              int i = 0;
              boolean on = true;
              while (on) {
                if (x[i] > 1) {
                  on = false;
                } else {
                  sum += x[i] * x[0];
                }
                i++;
                on &= i < n;
              }
              return sum * i;
            }
            """,
            d -> d.at(x(), 4).isRight())
        .tests();
  }
}
