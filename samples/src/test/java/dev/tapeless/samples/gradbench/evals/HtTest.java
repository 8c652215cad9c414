package dev.tapeless.samples.gradbench.evals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The special cases of {@link Ht}: another hand, and no rotation. */
class HtTest {

  private static final int VERTICES = 8;
  private static final int[] CORRESPONDENCES = {3, 0, 5};

  private final Random random = new Random(4);
  private final double[] theta = random.doubles(Ht.POSE, -1, 1).toArray();
  private final double[][] points = matrix(3, 3);

  @Test
  void theRowsOfTheJacobianAreItsProducts() {
    for (boolean mirrored : new boolean[] {false, true}) {
      Hand hand = hand(mirrored);
      double[][] us = {{0.2, 0.3}, {0.5, 0.1}, {0.6, 0.3}};
      double[][] vertices = HtAdjoint.toVerticesJacobian(theta, hand, CORRESPONDENCES, points);
      double[][] triangles =
          HtAdjoint.toTrianglesJacobian(theta, us, hand, CORRESPONDENCES, points);
      for (int i = 0; i < 9; i++) {
        double[] v = new double[9];
        v[i] = 1;
        assertClose(vertices[i], HtAdjoint.toVerticesVjp(theta, hand, CORRESPONDENCES, points, v));
        assertClose(
            triangles[i], HtAdjoint.toTrianglesVjp(theta, us, hand, CORRESPONDENCES, points, v));
      }
    }
  }

  @Test
  void theOtherHandIsSeenInAMirror() {
    Arrays.fill(theta, 0, 6, 0);
    double[][] vertices = Ht.vertices(theta, hand(false));
    double[][] mirrored = Ht.vertices(theta, hand(true));
    for (int v = 0; v < VERTICES; v++) {
      assertThat(mirrored[v])
          .isEqualTo(new double[] {-vertices[v][0], vertices[v][1], vertices[v][2]});
    }
  }

  @Test
  void withoutARotationThereIsNoDerivativeByIt() {
    Arrays.fill(theta, 0, 3, 1e-5);
    double[][] jacobian = HtAdjoint.toVerticesJacobian(theta, hand(true), CORRESPONDENCES, points);
    for (double[] row : jacobian) {
      assertThat(row).startsWith(0, 0, 0);
      assertThat(Arrays.stream(row).filter(e -> e != 0).count()).isGreaterThan(1);
    }
  }

  private static void assertClose(double[] actual, double[] expected) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i])).isLessThanOrEqualTo(1e-12 * largest);
    }
  }

  /** The same numbers for both hands. */
  private static Hand hand(boolean mirrored) {
    HtTest numbers = new HtTest();
    double[][] positions = numbers.matrix(VERTICES, 4);
    double[][][] relatives = new double[Hand.BONES][][];
    double[][][] inverses = new double[Hand.BONES][][];
    for (int b = 0; b < Hand.BONES; b++) {
      relatives[b] = numbers.matrix(4, 4);
      inverses[b] = numbers.matrix(4, 4);
    }
    int[][] bones = new int[VERTICES][];
    for (int v = 0; v < VERTICES; v++) {
      bones[v] = new int[] {v, 2 * v + 6};
    }
    return new Hand(
        IntStream.range(0, Hand.BONES).map(b -> b % 5 == 1 ? 0 : b - 1).toArray(),
        relatives,
        inverses,
        positions,
        bones,
        numbers.matrix(VERTICES, 2),
        new int[][] {{0, 1, 2}, {2, 3, 4}, {4, 5, 6}, {5, 6, 7}, {7, 1, 3}, {0, 4, 7}},
        mirrored);
  }

  private double[][] matrix(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = random.doubles(columns, -1, 1).toArray();
    }
    return matrix;
  }
}
