package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Loops in loops and branches. */
class NestedLoopsTest {

  @TestFactory
  Stream<DynamicTest> nests() {
    return new Programs()
        .add(
            "so deep that twice the time for each level does not end",
            deep(24),
            p -> p.at(0.6).isRight())
        .add(
            "triangular",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                  y = y * 0.9 + x * (i - j);
                }
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "the inner loop has no trips at times",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                for (int j = i; j < 2; j++) {
                  y = y * y * 0.3 + x;
                }
                y = y * x + 1;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "depth four, all counted",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                for (int j = i; j < n; j++) {
                  for (int k = n; k > j; k--) {
                    for (int l = k; l <= n; l += 2) {
                      y = Math.sin(y) + 0.1 * x * (i + j * k - l);
                    }
                    y = y * 0.95;
                  }
                }
                y += x * x;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 3).isRight();
              f.at(0.6, 1).isRight();
            })
        .add(
            "depth four, all kinds",
            """
            static double f(double x, int n) {
              double y = x;
              int i = 0;
              while (i < n) {
                int j = 0;
                do {
                  for (int k = 0; k <= j; k++) {
                    double z = y;
                    for (double t = 0.5; t < 2 && z > 0.1; t *= 2) {
                      z = z * 0.5 + 0.05 * x;
                      y += z * t * 0.1;
                    }
                    y = Math.cos(y);
                  }
                  j++;
                } while (j < i);
                i++;
                y = y * y + x;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "a while loop in a for loop",
            """
            static double f(double x, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                double y = x * i;
                while (y > 1) {
                  y = y / 2;
                }
                s += y * y;
              }
              return s;
            }
            """,
            f -> f.at(0.66, 6).isRight())
        .add(
            "a for loop in a while loop",
            """
            static double f(double x) {
              double y = x;
              int n = 1;
              while (y < 100) {
                for (int i = 0; i < n; i++) {
                  y = y + 0.1 * y * y + x * x * i + 0.2;
                }
                n++;
              }
              return y;
            }
            """,
            f -> f.at(0.66).isRight())
        .add(
            "branches in loops in branches in loops",
            """
            static double f(double x, int n) {
              double y = x;
              double z = 1;
              for (int i = 0; i < n; i++) {
                if (i % 2 == 0) {
                  for (int j = 0; j < i; j++) {
                    if (y > z) {
                      y = y - z * x;
                      z = z * 1.1;
                    } else {
                      double t = y;
                      y = z + 0.1 * x;
                      z = t;
                    }
                  }
                } else {
                  y = y * z + 0.3;
                }
              }
              return y * z;
            }
            """,
            f -> {
              f.at(0.6, 6).isRight();
              f.at(0.6, 7).isRight();
            })
        .add(
            "one loop after another",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                y = y * x + i;
              }
              for (int i = 0; i < n; i++) {
                y = Math.sin(y) + i;
              }
              int i = 0;
              while (i < n) {
                y = y * y * 0.1 + x;
                i++;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 0).isRight();
            })
        .add(
            "inner bounds are computed in the outer loop",
            """
            static double f(double x, int n) {
              double y = x;
              int m = 1;
              for (int i = 0; i < n; i++) {
                int last = (m * 7 + i) % 4;
                for (int j = 0; j < last; j++) {
                  y = y * 0.8 + x * x * j;
                }
                m += last;
              }
              return y * m;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "an inner loop that changes the outer one's steering",
            """
            static double f(double x, int n) {
              double y = x;
              int left = n;
              while (left > 0) {
                for (int i = 0; i < 2; i++) {
                  y = y * x + left;
                  left--;
                }
              }
              return y;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "a double sum of products",
            """
            static double f(double x, double y, int n) {
              double s = 0;
              for (int i = 1; i <= n; i++) {
                double inner = 0;
                for (int j = 1; j <= n; j++) {
                  inner += Math.sin(x * j) * i;
                }
                s += inner * inner * y;
              }
              return s;
            }
            """,
            f -> f.at(0.6, 1.2, 4).isRight())
        .tests();
  }

  private static String deep(int levels) {
    StringBuilder text = new StringBuilder("static double f(double x) {\ndouble s = x;\n");
    for (int k = 0; k < levels; k++) {
      text.append("for (int i%1$d = 0; i%1$d < 1; i%1$d++) {\n".formatted(k));
    }
    return text + "s = Math.sin(s * x) + 1;\n" + "}\n".repeat(levels) + "return s;\n}\n";
  }
}
