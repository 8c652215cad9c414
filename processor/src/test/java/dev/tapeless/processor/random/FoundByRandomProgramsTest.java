package dev.tapeless.processor.random;

import static dev.tapeless.processor.testing.Differentiated.differentiate;

import org.junit.jupiter.api.Test;

/** Programs that were wrong when {@link RandomProgramsTest} found them, shrunk. */
final class FoundByRandomProgramsTest {

  @Test
  void aQuotientOfANamedDivisor() {
    differentiate(
            """
            static double f(double x, double[] u) {
              return 0.4 * x / Math.tanh(u[1]);
            }
            """)
        .at(-0.84, new double[] {1.119, 0.976})
        .isRight();
  }

  @Test
  void aLiteralOfNewRows() {
    differentiate(
            """
            static double[][] f(double[][] u, int size) {
              return new double[][] {u[1], u[0], new double[size], u[1]};
            }
            """)
        .at(new double[][] {{-0.341, 0.308}, {0.498, 0.576}}, 3)
        .isRight();
  }

  @Test
  void newRowsOfDifferentArraysThatAreMadeAlike() {
    differentiate(
            """
            static double f(double x, double y) {
              double[][][] a = {
                {new double[2], {x, Math.sin(x)}},
                {new double[2], {x, Math.cos(y)}},
                {{x}, {Math.sin(y), x}}
              };
              a[0][0][0] = x * y;
              return a[1][0][0] + x * y + a[2][1][1];
            }
            """)
        .at(0.943, 1.344)
        .isRight();
  }

  @Test
  void aLiteralOfOneRow() {
    differentiate(
            """
            static double[][] f(double[] u) {
              return new double[][] {u, u};
            }
            """)
        .at(new double[] {-1.225, 1.001})
        .isRight();
  }

  @Test
  void aConstantArrayThatTakesUpActiveValues() {
    differentiate(
            """
            static double[][] f(double x, @Constant double[][] u) {
              int n = 0;
              while (n < u.length) {
                u[n][n] *= x;
                n++;
              }
              return u;
            }
            """)
        .at(0.262, new double[][] {{-0.398, -1.225}, {1.265, 1.321}})
        .isRight();
  }

  @Test
  void aConstantArrayThatMayBeTheResult() {
    differentiate(
            """
            static double[] f(@Constant double[] u, double[][] v) {
              v[0][1] += 0.5;
              return v[1][0] > 0.2 ? u : v[1];
            }
            """)
        .at(new double[] {1.041, 1.336}, new double[][] {{0.981, 0.211}, {-1.15, 1.179}})
        .isRight();
  }

  @Test
  void aConstantArrayAmongActiveRows() {
    differentiate(
            """
            static double f(@Constant double[] u, double[] v) {
              double[][] a = {v, u};
              v[0] = 0.954;
              return a[1][1] * a[0][1];
            }
            """)
        .at(new double[] {1.173, 0.236}, new double[] {0.254, 0.673})
        .isRight();
  }

  @Test
  void rowsOfAParameterChangePlaces() {
    differentiate(
            """
            static double f(double[][] u) {
              double[] kept = u[2];
              u[2] = u[1];
              u[1] = kept;
              return u[2][1];
            }
            """)
        .at(new Object[] {new double[][] {{1.128, -1.211}, {1.386, 0.425}, {-0.532, 1.117}}})
        .isRight();
  }

  @Test
  void aRowOfAParameterIsReplacedByAnother() {
    differentiate(
            """
            static double f(double[][] u) {
              for (int i = 0; i < 3; i++) {
                i += 1;
                u[1] = u[i];
              }
              return u[1][1];
            }
            """)
        .at(
            new Object[] {
              new double[][] {{1.128, -1.211}, {1.386, 0.425}, {-0.532, 1.117}, {0.3, 0.7}}
            })
        .isRight();
  }

  @Test
  void rowsOfTwoParametersChangePlaces() {
    differentiate(
            """
            static double f(double x, double[][] u, double[][][] w) {
              if (x > 0.1) {
                double[] kept = u[1];
                u[1] = w[1][0];
                w[1][0] = kept;
                return u[1][1] * kept[0];
              }
              return x;
            }
            """)
        .at(
            0.19,
            new double[][] {{1.128, -1.211}, {1.386, 0.425}},
            new double[][][] {{{1, 2}}, {{0.3, 0.7}}})
        .isRight();
  }

  @Test
  void aHelperWritesRowsOfALiteral() {
    differentiate(
            """
            static double f(double x, double[] u) {
              x += 0.5 * mixed(new double[][] {u, u.clone()});
              return u[1] + x;
            }

            static double mixed(double[][] p) {
              p[0][1] = p[1][0];
              return 0.5;
            }
            """)
        .at(1.096, new double[] {0.497, 1.2})
        .isRight();
  }

  @Test
  void indicesAreSavedInALoopThatIsBoundedByAnElement() {
    differentiate(
            """
            static double[] f(double[] u, double[] v, int[] order) {
              for (int i = 0; i < order[2]; i++) {
                u[(int) (3.3 * v[2])] *= 1.056;
              }
              return u;
            }
            """)
        .at(
            new double[] {1.132, -1.157, 0.682},
            new double[] {0.89, -0.145, 0.379},
            new int[] {3, 1, 1})
        .isRight();
  }

  @Test
  void aDeclarationThatIsKeptKeepsWhatItReads() {
    differentiate(
            """
            static double f(double x) {
              double[] a = made(x > 0.1 ? (x = 2 * x) : 0.5, x);
              return a[1];
            }

            static double[] made(double q, double w) {
              return new double[] {q = w, q};
            }
            """)
        .at(0.514)
        .isRight();
  }

  @Test
  void anIndexIsEvaluatedBeforeTheRowIsStored() {
    differentiate(
            """
            static double[] f(double[][] u) {
              for (int i = 0; i < u.length; i++) {
                double[] kept = u[3];
                u[3] = u[u[i][1] >= -0.6 ? i : 0];
                u[i] = kept;
              }
              return u[1];
            }
            """)
        .at(
            new Object[] {
              new double[][] {{1.128, -1.211}, {1.386, 0.425}, {-0.532, 1.117}, {0.3, -0.7}}
            })
        .isRight();
  }

  @Test
  void aFloatOfAForEachIsSavedInNestedLoops() {
    differentiate(
            """
            static float f(double x, @Constant double x2) {
              for (int i = 1; i < 4; i++) {
                for (float e : new float[4]) {
                  x2 += Math.sin(0.7 * e);
                  e = 1.353f;
                  double[] a = new double[] {x, 0.6 * Math.atan(e)};
                }
              }
              return 0.254f;
            }
            """)
        .at(0.633, 0.215)
        .isRight();
  }

  @Test
  void theResultOfARecursiveHelperIsPassive() {
    differentiate(
            """
            static double[][] f(double[] u, double[] u2) {
              int k = (int) (3.3 * value(u2, 0.5, 0.5, 1));
              return new double[][] {u2, u, u2};
            }

            static double value(double[] p, double q, double w, int depth) {
              if (depth <= 0) {
                return q;
              }
              return 0.4 * value(p, 0.5, 0.5, depth - 1) + 0.4 * w;
            }
            """)
        .at(new double[] {1.284, -0.225}, new double[] {1, 0.748})
        .isRight();
  }

  @Test
  void aRowChosenByItsContentsGoesToARecursiveHelper() {
    differentiate(
            """
            static double f(double[][] u, double[][] u2) {
              double[][][] rows = {u, u2, u};
              double sum = 0;
              for (int n = 0; n < 3; n++) {
                sum += value(rows[n][(int) (3.3 * rows[0][n][n])], 1);
              }
              return u[2][1] * sum;
            }

            static double value(double[] p, int depth) {
              if (depth <= 0) {
                return p[0];
              }
              p[depth] += 0.5 * p[depth];
              return 0.4 * value(p, depth - 1) + 0.4 * p[1];
            }
            """)
        .at(
            new double[][] {{0.282, -1.009, 1.103}, {1.085, 0.193, 0.332}, {-1.015, -0.485, 0.618}},
            new double[][] {{-0.784, 0.231, 0.791}, {-0.531, -0.67, -1.3}, {0.759, 0.673, 1.146}})
        .isRight();
  }

  @Test
  void anArrayThatIsChosenByAnElementGoesToRecursiveHelpers() {
    differentiate(
            """
            static double[] f(double[] u, int size, int[] order) {
              double[][] a3 = new double[order.length][];
              for (int r = 0; r < a3.length; r++) {
                a3[r] = u;
              }
              double v3 = value((a3[3][size] >= -0.47413717) ? u : a3[1], 0.5f, 0);
              return new double[] {v3, a3[2][1]};
            }
            private static double value(double[] p, float q, int depth) {
              if (depth <= 0) {
                return 0.5;
              }
              double[][] a = new double[][] {p, p, p, p};
              System.arraycopy(a[1], 0, a[depth], 1, 1);
              return 0.4 * value(p, 0.857f, depth - 1) + 0.4 * 0.5;
            }
            """)
        .at(new double[] {0.122, -0.905, 0.544, 0.932}, 3, new int[] {3, 1, 0, 2})
        .isConsistent();
  }

  @Test
  void aConstantParameterThatGetsAnotherArrayHasItsAdjoints() {
    differentiate(
            """
            static double f(@Constant double[] u, double[] w) {
              u = w;
              w[1] = 3;
              return u[1] * u[0] * u[0];
            }
            """)
        .at(new double[] {0.481, 0.363}, new double[] {0.947, -1.051})
        .isConsistent();
  }

  // seed 500025, dot product: new adjoints of an array whose rows had been saved
  @Test
  void seed500025() {
    differentiate(
            """
            @Differentiable
            static double f(double x, double x2, double x4, int[] order) {
              if (order.length < 5) {
                loop: for (double[] row : new double[][] {{x2, x, x}, new double[3], {x4, x, x4}}) {
                  if (true) {
                    x4 += 0.5 * row[2];
                    break loop;
                  }
                }
              }
              return x4;
            }
            """)
        .at(0.246, 0.19, -0.779, new int[] {0, 0, 0})
        .isRight();
  }

  // seed 721903, dot product: a row that is stored changed the index of where it is
  @Test
  void seed721903() {
    differentiate(
            """
            @Differentiable
            static double[][] f(double[][] u, double[][][] c) {
              for (int i = 0; i < 3; i += 2) {
                double[] kept = c[2][1];
                c[(c[2][Math.floorMod(c.length, 3)][i] < 0.47813717) ? i : 2][i] = u[i];
                u[i] = kept;
              }
              double[][] sum = new double[3][3];
              for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                  for (int k = 0; k < 3; k++) {
                    sum[i][j] += (i + 2 * j - k) * c[i][k][j] * u[j][i];
                  }
                }
              }
              return sum;
            }
            """)
        .at(
            new double[][] {{-0.965, 1.165, 0.658}, {0.786, -1.037, 0.428}, {1.129, 0.519, 0.577}},
            new double[][][] {
              {{-1.21, -0.655, 0.343}, {1.013, 1.314, -0.109}, {0.506, -1.264, 4.0}},
              {{0.48, 0.864, 0.895}, {-0.869, 1.176, 0.705}, {1.19, -1.346, 0.832}},
              {{0.875, 1.396, -1.208}, {0.708, 0.131, 0.262}, {-0.437, -0.553, 0.219}}
            })
        .isRight();
  }

  // the same with numbers
  @Test
  void aStoreMayChangeTheIndexOfItsRow() {
    differentiate(
            """
            @Differentiable
            static double f(double[][] u, double x) {
              u[(int) (2 + u[0][0])][1] *= x;
              u[(int) (2 + u[0][0])][0] = 0.1 * x;
              u[(int) (2 + u[0][0])][0] = x * u[1][1] * u[2][0];
              return u[0][0] * u[1][0] * u[1][1] + u[2][0] * u[0][1];
            }
            """)
        .at(new double[][] {{-1.5, 1.165}, {0.786, -1.037}, {0.3, 0.9}}, 2.75)
        .at(new double[][] {{-2.5, 1.165}, {-0.786, -1.037}, {0.3, 0.9}}, 1.75)
        .isRight();
  }

  @Test
  void theResultOfACallGoesIntoAnArrayLater() {
    differentiate(
            """
            static double f(double x, double[] u, int k) {
              double s = 0.3 * sum(u, 3);
              double s2 = Math.sin(sum(new double[] {s, x, 0.5, x}, k));
              return s + 0.856 * s2;
            }

            private static double sum(double[] w, int n) {
              int[] t = {1, 0, 2};
              double r = step(w, Math.floorMod(n, 4), t);
              return r + 0.1 * w[0] * t[0];
            }

            private static double step(double[] w, int depth, int[] t) {
              if (depth <= 0) {
                return w[t[0] % w.length];
              }
              double sum = 0;
              double v = 0.4 * w[0];
              sum += v * step(w, depth - 1, t);
              return sum - w[0];
            }
            """)
        .at(0.949, new double[] {1.237, 0.768, 1.287, 1.108}, -1)
        .isRight();
  }

  @Test
  void theSumOfALoopGoesIntoAnArrayLater() {
    differentiate(
            """
            static double f(double[] u, int k) {
              double s = 0;
              for (int i = 0; i < u.length; i++) {
                s += u[i] * u[i];
              }
              double[] a = {s, u[0], 0.5};
              double[] b = u;
              if (k > 5) {
                b = new double[] {2 * s, s};
              }
              return s + Math.sin(a[k % 3]) + b[k % 2];
            }
            """)
        .at(new double[] {1.237, 0.768, 1.287}, 0)
        .at(new double[] {1.237, 0.768, 1.287}, 6)
        .isRight();
  }
}
