package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Programs;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Values of every type that the reverse sweep needs after they were overwritten. */
class SavedValuesTest {

  @TestFactory
  Stream<DynamicTest> everyTypeInEveryLoop() {
    return new Programs()
        .add(
            "no array for what nobody reads",
            """
            static double f(double[] x, int n) {
              double s = 0;
              for (int i = 0; i < n; i++) {
                double[] h = x.clone();
                for (int k = 0; k < h.length; k++) {
                  h[k] = Math.sin(h[k]);
                }
                for (int k = 0; k < h.length; k++) {
                  s += h[k] * h[k];
                }
              }
              return s;
            }
            """,
            p -> {
              p.at(new double[] {0.4, 0.9}, 2).isRight();
              Matcher gradient =
                  Pattern.compile("(?s) fGradient\\(.*?\n  }").matcher(p.generated());
              assertThat(gradient.find()).isTrue();
              assertThat(gradient.group()).contains("hSaved").doesNotContain("sinSaved");
            })
        .add(
            "all primitive types overwritten in a counted loop",
            """
            static double f(double x, int n) {
              byte b = 1;
              short s = 2;
              char c = 'a';
              int k = 3;
              long l = 4;
              float q = 0.5f;
              boolean flag = false;
              double d = 1.5;
              double y = x;
              for (int i = 0; i < n; i++) {
                y = y * b * 0.5 + y * y * s * 0.01 - c * x * 0.001;
                y = y * k * 0.1 + l * y * 0.05 + q * y;
                y = flag ? Math.sin(y) * d : Math.cos(y) / d;
                b += 2;
                s *= 3;
                c++;
                k = k * 5 % 7;
                l = l * l % 11;
                q = q * 0.9f;
                flag = !flag;
                d = d * 1.1;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 5).isRight();
              f.at(0.6, 0).isRight().gradientIs(1);
            })
        .add(
            "all primitive types overwritten in a while loop",
            """
            static double f(double x) {
              byte b = 1;
              short s = 2;
              char c = 'a';
              int k = 3;
              long l = 4;
              float q = 0.5f;
              boolean flag = false;
              double d = 1.5;
              double y = x;
              while (k < 40) {
                y = y * b * 0.5 + y * y * s * 0.01 - c * x * 0.001;
                y = y * k * 0.1 + l * y * 0.05 + q * y;
                y = flag ? Math.sin(y) * d : Math.cos(y) / d;
                b += 2;
                s *= 3;
                c++;
                k = k * 2 + 1;
                l = l * l % 11;
                q = q * 0.9f;
                flag = !flag;
                d = d * 1.1;
              }
              return y;
            }
            """,
            f -> f.at(0.6).isRight())
        .add(
            "all primitive types overwritten in nested loops and branches",
            """
            static double f(double x, int n) {
              byte b = 1;
              short s = 2;
              char c = 'a';
              long l = 4;
              float q = 0.5f;
              double y = x;
              for (int i = 0; i < n; i++) {
                int j = i;
                do {
                  if ((i + j) % 2 == 0) {
                    y = Math.sin(y * b * 0.1) + q * x;
                    b += 3;
                    q = q * 0.8f;
                  } else {
                    y = Math.cos(y * s * 0.2) + l * 0.1 * y + c * 1e-3 * x;
                    s = (short) (s * 7 % 5);
                    l = l * 3 % 13;
                    c += 2;
                  }
                  j--;
                } while (j > 0);
              }
              return y;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "an active float overwritten in a while loop",
            """
            static float f(float x) {
              float y = x;
              int i = 0;
              while (i < 4) {
                y = y * y * 0.5f + x;
                i++;
              }
              return y;
            }
            """,
            f -> f.at(0.6f).isRight())
        .add(
            "active doubles and floats overwritten together in nested loops",
            """
            static double f(double x, float z, int n) {
              double y = x;
              float q = z;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < 2; j++) {
                  q = (float) (q * y * 0.5) + z;
                  y = y * q * 0.3 + x;
                }
                q = q * q * 0.1f;
              }
              return y * q;
            }
            """,
            f -> f.at(0.6, 0.7f, 3).isRight())
        .add(
            "two locals of one name and different types",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                if (i % 2 == 0) {
                  int t = i * 3 % 4;
                  y = y * y * t * 0.1 + x;
                  t = t + 1;
                  y = y * t;
                } else {
                  double t = y * x;
                  y = t * t + 0.1;
                  t = t + y;
                  y = Math.sin(t);
                }
              }
              return y;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .add(
            "an inactive number that steers a branch is overwritten",
            """
            static double f(double x, @Constant double level, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                if (level > 1) {
                  y = y * y * 0.5;
                  level = level / 3;
                } else {
                  y = y + x;
                  level = level * 5;
                }
              }
              return y * level;
            }
            """,
            f -> f.at(0.9, 1.5, 6).isRight())
        .add(
            "a comparison of values that are overwritten",
            """
            static double f(double x, double y, int n) {
              for (int i = 0; i < n; i++) {
                if (x > y) {
                  double t = x;
                  x = y * 1.3;
                  y = t * 0.8;
                } else if (x * y > 0.2) {
                  x = x * y + 0.5;
                } else {
                  y = y - 0.3;
                }
              }
              return x * x - y;
            }
            """,
            f -> {
              f.at(0.6, 0.4, 7).isRight();
              f.at(0.15, 0.4, 7).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> countedLoops() {
    return new Programs()
        .add(
            "steps written in other ways",
            """
            private static final int STEP = 2;
            static double f(double x, int n) {
              final int stride = 3;
              double y = x;
              for (int i = 0; i < n; i += STEP) {
                y = y * x + i;
              }
              for (int i = 0; i < n; i = i + 1 + 1) {
                y = y * x + i;
              }
              for (int i = 0; i < n; i = 2 + i) {
                y = y * x + i;
              }
              for (int i = 0; i < n; i -= -2) {
                y = y * x + i;
              }
              for (int i = n; i > 0; i += -2) {
                y = y * x + i;
              }
              for (int i = 0; i < n; i += stride) {
                y = y * x + i;
              }
              return y;
            }
            """,
            f -> {
              f.at(0.6, 7).isRight();
              f.at(0.6, 6).isRight();
              f.at(0.6, 0).isRight().gradientIs(1);
            })
        .add(
            "the condition the other way round",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; n > i; i++) {
                y = y * x + i;
              }
              for (int i = n; 0 <= i; i--) {
                y = y * y * 0.05 + i;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "bounds of other types",
            """
            static double f(double x, long l, char c, double d, float q) {
              double y = x;
              for (int i = 0; i < l; i++) {
                y = y * x + i;
              }
              for (int i = 96; i < c; i++) {
                y = y * y * 0.1 + i * 0.01;
              }
              for (int i = 0; i < d; i++) {
                y = Math.sin(y) + i;
              }
              for (int i = 3; i > q; i--) {
                y = y * x + i;
              }
              for (int i = 0; i < 2.5; i++) {
                y = y * y * 0.1 + x;
              }
              return y * d;
            }
            """,
            f -> f.at(0.6, 3L, 'c', 2.5, 0.5f).isRight())
        .add(
            "the bound is an active value that is overwritten",
            """
            static double f(double x) {
              double y = 4.3 * x;
              double z = x;
              for (int i = 0; i < y; i++) {
                z = z * x + i;
              }
              y = z * y;
              return y;
            }
            """,
            f -> f.at(0.8).isRight())
        .add(
            "the bound is a counter of an outer loop that is modified",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                  y = y * y * 0.2 + x * j;
                }
                i += i % 2;
                for (int j = i; j > 0; j--) {
                  y = Math.sin(y) + j;
                }
              }
              return y;
            }
            """,
            f -> f.at(0.6, 6).isRight())
        .add(
            "the counter is copied, and the copy changes",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                int k = i;
                k = k * 2;
                y = y * y * 0.1 + k;
                k += 3;
                y = y * k * x;
              }
              return y;
            }
            """,
            f -> f.at(0.6, 4).isRight())
        .add(
            "a loop in each branch",
            """
            static double f(double x, int n) {
              double y = x;
              if (n % 2 == 0) {
                for (int i = 0; i < n; i++) {
                  y = y * y * 0.3 + x;
                }
                y = y * 2;
              } else {
                int i = n;
                while (i > 0) {
                  y = Math.sin(y) * x + i;
                  i--;
                }
              }
              for (int i = 0; i < n; i++) {
                if (i > 0) {
                  for (int j = 0; j < i; j++) {
                    y = y * y * 0.1 + x;
                  }
                }
              }
              return y * y;
            }
            """,
            f -> {
              f.at(0.6, 4).isRight();
              f.at(0.6, 3).isRight();
              f.at(0.6, 0).isRight();
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> triangularStorage() {
    return new Programs()
        .add(
            "values saved by a triangular loop",
            """
            static double f(double x, int n) {
              double y = x;
              for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                  for (int k = j; k < n; k++) {
                    y = Math.sin(y * y) + x * k;
                  }
                }
              }
              return y;
            }
            """,
            f -> f.at(0.6, 3).isRight())
        .add(
            "values saved where inner bounds differ from trip to trip",
            """
            static double f(double x, int n) {
              double y = x;
              int m = 3;
              for (int i = 0; i < n; i++) {
                m = (m * 5 + 1) % 7;
                for (int j = 0; j < m; j++) {
                  y = y * y * 0.3 + x;
                  if (j == 2) {
                    y = y * y;
                  }
                }
              }
              return y;
            }
            """,
            f -> f.at(0.6, 5).isRight())
        .tests();
  }
}
