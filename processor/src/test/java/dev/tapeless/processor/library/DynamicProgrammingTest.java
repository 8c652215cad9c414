package dev.tapeless.processor.library;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tables filled cell by cell, with minima and maxima. */
class DynamicProgrammingTest {

  @TestFactory
  Stream<DynamicTest> tables() {
    return new Programs()
        .add(
            "dynamic time warping",
            """
            static double dtw(double[] a, double[] b, int window) {
              int n = a.length, m = b.length;
              double[][] d = new double[n + 1][m + 1];
              for (int i = 0; i <= n; i++) {
                for (int j = 0; j <= m; j++) d[i][j] = Double.POSITIVE_INFINITY;
              }
              d[0][0] = 0;
              for (int i = 1; i <= n; i++) {
                for (int j = Math.max(1, i - window); j <= Math.min(m, i + window); j++) {
                  double cost = (a[i - 1] - b[j - 1]) * (a[i - 1] - b[j - 1]);
                  d[i][j] = cost + Math.min(d[i - 1][j - 1], Math.min(d[i - 1][j], d[i][j - 1]));
                }
              }
              return Math.sqrt(d[n][m]);
            }
            """,
            f ->
                f.at(new double[] {0.1, 1.2, 2, 1.1}, new double[] {0.3, 0.2, 1.9, 2.2, 0.8}, 2)
                    .isRight())
        .add(
            "edit distance with costs, two rows, of strings",
            """
            static double editDistance(String s, String t, double insert, double delete,
                double replace) {
              double[] previous = new double[t.length() + 1];
              double[] current = new double[t.length() + 1];
              for (int j = 1; j <= t.length(); j++) previous[j] = previous[j - 1] + insert;
              for (int i = 1; i <= s.length(); i++) {
                current[0] = previous[0] + delete;
                for (int j = 1; j <= t.length(); j++) {
                  double best = previous[j - 1] + (s.charAt(i - 1) == t.charAt(j - 1) ? 0 : replace);
                  best = Math.min(best, previous[j] + delete);
                  best = Math.min(best, current[j - 1] + insert);
                  current[j] = best;
                }
                double[] swap = previous;
                previous = current;
                current = swap;
              }
              return previous[t.length()];
            }
            """,
            f -> f.at("kitten", "sitting", 1.1, 0.9, 1.3).isRight())
        .add(
            "edit distance of codes",
            """
            static double editDistance(int[] s, int[] t, double gap, double[][] replace) {
              double[][] d = new double[s.length + 1][t.length + 1];
              for (int i = 1; i <= s.length; i++) d[i][0] = i * gap;
              for (int j = 1; j <= t.length; j++) d[0][j] = j * gap;
              for (int i = 1; i <= s.length; i++) {
                for (int j = 1; j <= t.length; j++) {
                  d[i][j] = Math.min(d[i - 1][j - 1] + replace[s[i - 1]][t[j - 1]],
                      Math.min(d[i - 1][j], d[i][j - 1]) + gap);
                }
              }
              return d[s.length][t.length];
            }
            """,
            f ->
                f.at(
                        new int[] {0, 1, 1, 2},
                        new int[] {1, 1, 0},
                        0.7,
                        new double[][] {{0.01, 1.1, 0.9}, {1, 0.02, 0.8}, {0.7, 1.3, 0.03}})
                    .isRight())
        .add(
            "Smith and Waterman",
            """
            static double smithWaterman(int[] a, int[] b, double match, double mismatch,
                double gap) {
              double[][] h = new double[a.length + 1][b.length + 1];
              double best = 0;
              for (int i = 1; i <= a.length; i++) {
                for (int j = 1; j <= b.length; j++) {
                  double diagonal = h[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? match : -mismatch);
                  double up = h[i - 1][j] - gap;
                  double left = h[i][j - 1] - gap;
                  h[i][j] = Math.max(0, Math.max(diagonal, Math.max(up, left)));
                  if (h[i][j] > best) {
                    best = h[i][j];
                  }
                }
              }
              return best;
            }
            """,
            f -> f.at(new int[] {0, 1, 2, 2, 3}, new int[] {1, 2, 3, 3}, 2.1, 0.7, 0.4).isRight())
        .add(
            "Viterbi",
            """
            static double viterbi(double[] start, double[][] transition, double[][] emission,
                int[] observed) {
              int states = start.length;
              double[] v = new double[states];
              for (int s = 0; s < states; s++) {
                v[s] = Math.log(start[s]) + Math.log(emission[s][observed[0]]);
              }
              for (int t = 1; t < observed.length; t++) {
                double[] next = new double[states];
                for (int s = 0; s < states; s++) {
                  double best = Double.NEGATIVE_INFINITY;
                  for (int r = 0; r < states; r++) {
                    double p = v[r] + Math.log(transition[r][s]);
                    if (p > best) best = p;
                  }
                  next[s] = best + Math.log(emission[s][observed[t]]);
                }
                v = next;
              }
              double best = v[0];
              for (int s = 1; s < states; s++) best = Math.max(best, v[s]);
              return best;
            }
            """,
            f ->
                f.at(
                        new double[] {0.6, 0.4},
                        new double[][] {{0.7, 0.3}, {0.35, 0.65}},
                        new double[][] {{0.1, 0.4, 0.5}, {0.6, 0.3, 0.1}},
                        new int[] {0, 2, 1, 1})
                    .isRight())
        .add(
            "forward algorithm with scaling",
            """
            static double logProbability(double[] pi, double[][] a, double[][] b, int[] o) {
              double ll = 0;
              double[] alpha = new double[pi.length];
              for (int t = 0; t < o.length; t++) {
                double[] next = new double[pi.length];
                double scale = 0;
                for (int j = 0; j < pi.length; j++) {
                  double s = 0;
                  if (t == 0) {
                    s = pi[j];
                  } else {
                    for (int i = 0; i < pi.length; i++) s += alpha[i] * a[i][j];
                  }
                  next[j] = s * b[j][o[t]];
                  scale += next[j];
                }
                for (int j = 0; j < pi.length; j++) next[j] /= scale;
                ll += Math.log(scale);
                alpha = next;
              }
              return ll;
            }
            """,
            f ->
                f.at(
                        new double[] {0.6, 0.4},
                        new double[][] {{0.7, 0.3}, {0.35, 0.65}},
                        new double[][] {{0.1, 0.4, 0.5}, {0.6, 0.3, 0.1}},
                        new int[] {0, 2, 1, 1})
                    .isRight())
        .add(
            "shortest paths of Floyd and Warshall",
            """
            static double diameter(double[][] weights) {
              int n = weights.length;
              double[][] d = new double[n][n];
              for (int i = 0; i < n; i++) d[i] = weights[i].clone();
              for (int k = 0; k < n; k++)
                for (int i = 0; i < n; i++)
                  for (int j = 0; j < n; j++)
                    if (d[i][k] + d[k][j] < d[i][j]) d[i][j] = d[i][k] + d[k][j];
              double max = 0;
              for (double[] row : d) for (double x : row) if (x > max) max = x;
              return max;
            }
            """,
            f ->
                f.at((Object) new double[][] {{0.01, 1, 9}, {7, 0.02, 2.5}, {1.2, 6, 0.01}})
                    .isRight())
        .add(
            "knapsack of real values",
            """
            static double knapsack(int[] weight, double[] value, int capacity) {
              double[] best = new double[capacity + 1];
              for (int i = 0; i < weight.length; i++) {
                for (int c = capacity; c >= weight[i]; c--) {
                  best[c] = Math.max(best[c], best[c - weight[i]] + value[i]);
                }
              }
              return best[capacity];
            }
            """,
            f -> f.at(new int[] {1, 3, 2}, new double[] {1.5, 4.2, 2.3}, 5).isRight())
        .tests();
  }
}
