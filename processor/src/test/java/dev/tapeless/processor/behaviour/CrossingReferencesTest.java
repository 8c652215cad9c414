package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Arrays that come to be rows of others, or change places, in code that no derivative passes
 * through: what is written under one name is written under the other.
 */
class CrossingReferencesTest {

  private static double[] x() {
    return new double[] {0.7, -0.4, 1.3};
  }

  @TestFactory
  Stream<DynamicTest> anArrayBecomesARow() {
    return new Programs()
        .add(
            "in a helper without numbers",
            """
            static double f(double[] x) {
              int[][] table = new int[1][];
              int[] row = {0};
              put(table, row);
              double s = x[table[0][0]] * x[table[0][0]];
              row[0] = 1;
              return s * x[2] + row[0];
            }

            static void put(int[][] table, int[] row) {
              table[0] = row;
            }
            """,
            p -> p.at((Object) x()).isRight())
        .add(
            "in a recursion",
            """
            static double f(double[] x) {
              int[][] table = new int[1][];
              int[] row = {2};
              int k = put(table, row, 2);
              double s = x[0] * table[0][0];
              s = s * s * table[0][0] * x[1];
              row[0] = 1;
              return s * x[2] + row[0] + k;
            }

            static int put(int[][] table, int[] row, int n) {
              if (n == 0) {
                table[0] = row;
                return 0;
              }
              return put(table, row, n - 1);
            }
            """,
            p -> p.at((Object) x()).isRight())
        .add(
            "and is copied into itself",
            """
            static double f(double x) {
              int[][] table = new int[1][];
              int[] row = {2, 3, 4};
              int k = put(table, row, 2);
              System.arraycopy(row, 0, table[0], 1, 2);
              return x * row[1] + x * x * row[2] + k;
            }

            static int put(int[][] table, int[] row, int n) {
              if (n == 0) {
                table[0] = row;
                return 0;
              }
              return put(table, row, n - 1);
            }
            """,
            p -> p.at(0.5).isRight())
        .add(
            "in a try block",
            """
            static double f(double[] x) {
              int[] row = {0};
              int[][] table = {{0}};
              try {
                table[0] = row;
              } catch (RuntimeException e) {
                row[0] = 1;
              }
              double s = x[table[0][0]] * x[table[0][0]];
              row[0] = 1;
              return s * x[2] + table[0][0];
            }
            """,
            p -> p.at((Object) x()).isRight())
        .add(
            "in a synchronized block",
            """
            static double f(double[] x) {
              int[] row = {0};
              int[][] table = {{0}};
              synchronized (table) {
                table[0] = row;
              }
              double s = x[table[0][0]] * x[table[0][0]];
              row[0] = 1;
              return s * x[2] + table[0][0];
            }
            """,
            p -> p.at((Object) x()).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> rowsChangePlaces() {
    return new Programs()
        .add(
            "in a helper without numbers that a loop calls",
            """
            static double f(double[] x) {
              int[][] p = {{1}, {0, 2, 1}};
              double s = x[p[0][0]] * x[0];
              for (int k = 0; k < 3; k++) {
                s = s * x[p[0][0]];
                swap(p);
              }
              return s * s;
            }

            static void swap(int[][] p) {
              int[] t = p[0];
              p[0] = p[1];
              p[1] = t;
            }
            """,
            p -> p.at((Object) x()).isRight())
        .add(
            "when they are sorted, and one has a name",
            """
            static double f(double[] x) {
              int[][] e = {{2, 0}, {1, 1}, {0, 2}};
              int[] first = e[0];
              double s = x[first[0]] * x[e[0][1]];
              s *= x[first[0]];
              java.util.Arrays.sort(e, java.util.Comparator.comparingInt(r -> r[0]));
              s *= x[first[1]] * x[e[0][0]];
              return s * s;
            }
            """,
            p -> p.at((Object) x()).isRight())
        .add(
            "and one is null",
            """
            static double f(double[] x, int n) {
              int[][] p = {{1}, null, {0, 2}};
              double s = x[0];
              for (int k = 0; k < n; k++) {
                turn(p);
                if (p[0] != null) {
                  s = Math.sin(s) * x[p[0][0]];
                }
              }
              return s;
            }

            static void turn(int[][] p) {
              int[] t = p[0];
              p[0] = p[1];
              p[1] = p[2];
              p[2] = t;
              if (t != null) {
                t[0] = (t[0] + 1) % 3;
              }
            }
            """,
            p -> p.at(x(), 5).isRight())
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> rowsMayBeNull() {
    return new Programs()
        .add(
            "in the result",
            """
            static double[][] f(double[] x) {
              double[][] rows = new double[3][];
              rows[1] = new double[] {x[0] * x[1], x[2]};
              rows[2] = x;
              return rows;
            }
            """,
            p -> p.at((Object) x()).isRight())
        .add(
            "in an argument whose copy is returned",
            """
            static double[][] f(double[][] x) {
              double[][] rows = x.clone();
              rows[0] = new double[] {x[1][0] * x[1][1]};
              return rows;
            }
            """,
            p -> p.at((Object) new double[][] {null, {2, 3}, {}, null}).isRight())
        .add(
            "in what a recursion writes",
            """
            static double f(double[][] a, int n) {
              return down(a, n) * a[1][0];
            }

            static double down(double[][] a, int n) {
              double s = 0;
              for (double[] row : a) {
                if (row != null) {
                  for (int i = 0; i < row.length; i++) {
                    row[i] *= 1 + 0.1 * n * row[0];
                    s += row[i];
                  }
                }
              }
              return n == 0 ? s : s + down(a, n - 1);
            }
            """,
            p -> p.at(new double[][] {null, {0.2, 0.3}, {}, null}, 2).isRight())
        .tests();
  }
}
