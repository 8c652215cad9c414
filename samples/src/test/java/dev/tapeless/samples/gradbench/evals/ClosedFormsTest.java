package dev.tapeless.samples.gradbench.evals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.samples.workloads.LstmAdjoint;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Derivatives at larger inputs: they are the formulas that can be written down, and the two modes,
 * which are made in different ways, agree.
 */
class ClosedFormsTest {

  private final Random random = new Random(3);

  @Test
  void theGradientOfADeterminantIsItTimesTheInverse() {
    int n = 7;
    double[] a = vector(n * n);
    double[] gradient = DetAdjoint.determinantGradient(a, n);
    double determinant = Det.determinant(a, n);
    // The sum over a row of elements times cofactors of a row is the determinant, or zero.
    double[] products = new double[n * n];
    double[] expected = new double[n * n];
    for (int i = 0; i < n; i++) {
      expected[i * n + i] = determinant;
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          products[i * n + j] += a[i * n + k] * gradient[j * n + k];
        }
      }
    }
    assertClose(products, expected);
  }

  @Test
  void theDirectionOfKmeansLeadsToTheMeans() {
    double[][] points = matrix(200, 3);
    double[][] centroids = Arrays.copyOf(points, 5);
    double[][] gradient = KmeansAdjoint.costGradient(points, centroids);
    double[][] ones = new double[5][3];
    for (double[] row : ones) {
      Arrays.fill(row, 1);
    }
    double[][] diagonal = KmeansAdjoint.costHvp(points, centroids, ones);
    double[][] sums = new double[5][3];
    int[] counts = new int[5];
    for (double[] point : points) {
      int best = 0;
      for (int j = 1; j < 5; j++) {
        if (distance(point, centroids[j]) < distance(point, centroids[best])) {
          best = j;
        }
      }
      counts[best]++;
      for (int i = 0; i < 3; i++) {
        sums[best][i] += point[i];
      }
    }
    for (int j = 0; j < 5; j++) {
      double[] direction = new double[3];
      double[] expected = new double[3];
      for (int i = 0; i < 3; i++) {
        direction[i] = gradient[j][i] / diagonal[j][i];
        expected[i] = centroids[j][i] - sums[j][i] / counts[j];
      }
      assertClose(direction, expected);
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  @Test
  void theGradientOfTheErrorIsThatOfANormalEquation() {
    int n = 500;
    double[] x = vector(20);
    double[] expected = new double[20];
    for (int i = 0; i < n; i++) {
      double t = -1 + 2.0 * i / (n - 1);
      double residual = Math.signum(t);
      for (int j = 0; j < 20; j++) {
        residual -= x[j] * Math.pow(t, j);
      }
      for (int j = 0; j < 20; j++) {
        expected[j] -= residual * Math.pow(t, j);
      }
    }
    assertClose(LlsqAdjoint.errorGradient(x, n), expected);
  }

  @Test
  void theGradientOfALogarithmOfASumOfExponentialsIsTheShares() {
    double[] x = vector(100_000);
    double value = Lse.logSumExp(x);
    double[] expected = Arrays.stream(x).map(e -> Math.exp(e - value)).toArray();
    assertClose(LseAdjoint.logSumExpGradient(x, Lse.max(x)), expected);
  }

  @Test
  void fourEquationsAreSolvedExactly() {
    double[] x = {0.9, -0.7, 0.4, 0.8};
    double[] y = Ode.solve(x, 7);
    double[] gradient = OdeAdjoint.solveVjp(x, 7, new double[] {0, 0, 0, 1});
    double[] expected = new double[4];
    double last = 1;
    for (int i = 0; i < 4; i++) {
      last *= 2 * x[i] / (i + 1);
    }
    for (int i = 0; i < 4; i++) {
      expected[i] = last / x[i];
    }
    assertClose(new double[] {y[3]}, new double[] {last});
    assertClose(gradient, expected);
  }

  @Test
  void theModesAgreeWhereManyEquationsAreSolved() {
    double[] x = vector(24);
    double[] last = new double[24];
    last[23] = 1;
    double[] gradient = OdeAdjoint.solveVjp(x, 9, last);
    assertThat(gradient).doesNotContain(0);
    assertAgree(gradient, x, dot -> OdeAdjoint.solveJvp(x, 9, dot)[23]);
  }

  @Test
  void theModesAgreeForMixtures() {
    double[] alpha = vector(4);
    double[][] mu = matrix(4, 6);
    double[][] q = matrix(4, 6);
    double[][] l = matrix(4, 15);
    double[][] x = matrix(30, 6);
    var gradient = GmmAdjoint.logPosteriorGradient(alpha, mu, q, l, x, 2, 1.3);
    double[] none = new double[4];
    double[][] noMu = new double[4][6];
    double[][] noL = new double[4][15];
    assertAgree(
        gradient.alpha(),
        alpha,
        dot -> GmmAdjoint.logPosteriorJvp(alpha, mu, q, l, x, 2, 1.3, dot, noMu, noMu, noL));
    for (int k = 0; k < 4; k++) {
      int row = k;
      assertAgree(
          gradient.mu()[k],
          mu[k],
          dot ->
              GmmAdjoint.logPosteriorJvp(
                  alpha, mu, q, l, x, 2, 1.3, none, with(noMu, row, dot), noMu, noL));
      assertAgree(
          gradient.q()[k],
          q[k],
          dot ->
              GmmAdjoint.logPosteriorJvp(
                  alpha, mu, q, l, x, 2, 1.3, none, noMu, with(noMu, row, dot), noL));
      assertAgree(
          gradient.l()[k],
          l[k],
          dot ->
              GmmAdjoint.logPosteriorJvp(
                  alpha, mu, q, l, x, 2, 1.3, none, noMu, noMu, with(noL, row, dot)));
    }
  }

  @Test
  void theModesAgreeForANetwork() {
    int b = 5;
    double[][] main = matrix(4, 4 * b);
    double[][] extra = matrix(3, b);
    double[][] state = matrix(4, b);
    double[][] sequence = matrix(60, b);
    var gradient = LstmAdjoint.lossGradient(main, extra, state, sequence);
    double[][] noMain = new double[4][4 * b];
    double[][] noExtra = new double[3][b];
    for (int k = 0; k < 4; k++) {
      int row = k;
      assertAgree(
          gradient.main()[k],
          main[k],
          dot ->
              LstmAdjoint.lossJvp(main, extra, state, sequence, with(noMain, row, dot), noExtra));
    }
    for (int k = 0; k < 3; k++) {
      int row = k;
      assertAgree(
          gradient.extra()[k],
          extra[k],
          dot ->
              LstmAdjoint.lossJvp(main, extra, state, sequence, noMain, with(noExtra, row, dot)));
    }
  }

  private static double[][] with(double[][] zeros, int row, double[] dot) {
    double[][] all = zeros.clone();
    all[row] = dot;
    return all;
  }

  /** A derivative along a direction. */
  @FunctionalInterface
  private interface Along {

    /** The derivative. */
    double at(double[] dot);
  }

  private static void assertAgree(double[] gradient, double[] x, Along along) {
    double[] expected = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double[] dot = new double[x.length];
      dot[i] = 1;
      expected[i] = along.at(dot);
    }
    assertClose(gradient, expected);
  }

  /** The rule that the answers of the tool obey. */
  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(largest).isPositive();
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("element %d: %s, not %s", i, actual[i], expected[i])
          .isLessThanOrEqualTo(1e-10 * largest);
    }
  }

  private double[] vector(int n) {
    return random.doubles(n, -1, 1).toArray();
  }

  private double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = vector(columns);
    }
    return matrix;
  }
}
