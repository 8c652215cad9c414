package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Jumps out of loops and blocks: every kind of loop with every kind of jump. */
class ExitsTest {

  private static final double[] X = {0.7, 1.1, 0.4, 1.6, 0.9};

  private static final Map<String, String> LOOPS = new LinkedHashMap<>();
  private static final Map<String, String> JUMPS = new LinkedHashMap<>();

  static {
    LOOPS.put("a counted loop", "for (int i = 0; i < n; i++) { BODY }");
    LOOPS.put("a loop that counts down", "for (int i = n - 1; i >= 0; i--) { BODY }");
    LOOPS.put("an irregular loop", "for (int i = 0; i < n && y < 50; i += 1 + i % 2) { BODY }");
    LOOPS.put("a loop over an array", "int i = -1; for (double v : x) { i++; y += v * v; BODY }");
    LOOPS.put("while", "int i = -1; while (i < n - 1) { i++; BODY }");
    LOOPS.put("do while", "int i = -1; do { i++; BODY } while (i < n - 1 && y < 80);");
    LOOPS.put("an endless loop", "int i = -1; while (true) { i++; if (i >= n) { break; } BODY }");
    LOOPS.put("an endless for", "for (int i = 0; ; i++) { if (i == n) break; BODY }");
    LOOPS.put(
        "a loop in a loop", "for (int j = 0; j < 2; j++) { for (int i = j; i < n; i++) { BODY } }");
    JUMPS.put("break", "break;");
    JUMPS.put("continue", "continue;");
    JUMPS.put("break of the outer loop", "break outer;");
    JUMPS.put("continue of the outer loop", "continue outer;");
    JUMPS.put("break of a block", "break block;");
    JUMPS.put("return", "return y * u[0];");
    JUMPS.put("throw", "throw new IllegalStateException(\"at \" + y);");
  }

  private static String program(String loop, String jump, String condition) {
    String body =
        """
        y = Math.sin(y * x[i]) + x[i];
        u[i % 3] = Math.cos(u[i % 3] * y) + x[i];
        if (CONDITION) {
          y = y + 1;
          JUMP
        }
        u[0] += Math.sin(y * u[1]);
        y = Math.cos(y * u[2]) + y;
        """
            .replace("JUMP", jump)
            .replace("CONDITION", condition);
    return """
    static double f(double[] x, int n, int stop) {
      double y = x[0];
      double[] u = {1, x[1], x[2]};
      block:
      {
        outer:
        for (int k = 0; k < 3; k++) {
          y = y * x[k];
          LOOP
          u[k] = Math.sin(u[k] * y);
        }
        y = y + u[1] * y;
      }
      return y * u[0] + u[2];
    }
    """
        .replace("LOOP", loop.replace("BODY", body));
  }

  @TestFactory
  Stream<DynamicTest> everyJumpOutOfEveryLoop() {
    Programs programs = new Programs();
    LOOPS.forEach(
        (loopName, loop) ->
            JUMPS.forEach(
                (jumpName, jump) -> {
                  String condition = jumpName.equals("throw") ? "stop > 9" : "i == stop";
                  programs.add(
                      jumpName + " in " + loopName,
                      program(loop, jump, condition),
                      p -> {
                        p.at(X, 4, 1).isRight();
                        p.at(X, 4, 3).isRight();
                        p.at(X, 4, 7).isRight();
                      });
                }));
    return programs.tests();
  }

  @TestFactory
  Stream<DynamicTest> jumpsAsPeopleWriteThem() {
    return new Programs()
        .add(
            "a root by Newton's method with break on convergence",
            """
            static double f(double a, double start) {
              double x = start;
              for (int i = 0; i < 100; i++) {
                double next = 0.5 * (x + a / x);
                if (Math.abs(next - x) < 1e-15 * x) {
                  break;
                }
                x = next;
              }
              return x;
            }
            """,
            p -> p.at(2.0, 1.5).isConsistent().gradientIs(0.5 / Math.sqrt(2), 0))
        .add(
            "a series with an early return and an exception at its end",
            """
            static double f(double x, int terms) {
              double term = 1;
              double sum = 1;
              for (int i = 1; i < terms; i++) {
                term *= x / i;
                sum += term;
                if (term < 1e-17 * sum) {
                  return sum;
                }
              }
              throw new IllegalStateException("no convergence");
            }
            """,
            p -> p.at(0.8, 60).isRight())
        .add(
            "returns of every kind",
            """
            static double f(double[] x, int n) {
              if (n == 0) return 0;
              for (double v : x) {
                if (v < 0) {
                  return v * x[0];
                } else if (v > 10) {
                  continue;
                }
                for (int i = 0; i < n; i++) {
                  if (v * i > x[i]) return v * i * x[i];
                }
              }
              double s = 0;
              for (double v : x) s += v * v;
              return s;
            }
            """,
            p -> {
              p.at(new double[] {1, 2, 3, 4}, 0).isRight();
              p.at(new double[] {1, 2, -3, 4}, 1).isRight();
              p.at(new double[] {1, 2, 30, 4}, 1).isRight();
              p.at(new double[] {1, 0.2, 30, 4}, 4).isRight();
            })
        .add(
            "variables that get their value before the only way out",
            """
            static double f(double x) {
              double y;
              int n = 0;
              while (true) {
                n++;
                if (n * x > 3 || n > 20) {
                  y = n * x * x;
                  break;
                }
              }
              return y * y;
            }
            """,
            p -> p.at(0.7).isRight())
        .add(
            "a search with a labelled continue",
            """
            static double f(double[] x, int n) {
              double s = 0;
              outer:
              for (int i = 2; i < n; i++) {
                for (int j = 2; j < i; j++) {
                  if (i % j == 0) {
                    continue outer;
                  }
                }
                s = s * x[0] + x[i];
              }
              return s;
            }
            """,
            p -> p.at(new double[] {0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 10).isRight())
        .add(
            "a helper that returns from its loop, in a loop",
            """
            static double f(double[] x) {
              double s = 1;
              for (int i = 0; i < 4; i++) {
                s = s * power(x[first(x, i * 0.5)], i) + s;
              }
              return s;
            }

            static int first(double[] x, double y) {
              for (int i = 0; i < x.length; i++) {
                if (x[i] > y) {
                  return i;
                }
              }
              return x.length - 1;
            }

            static double power(double x, int n) {
              double p = 1;
              do {
                if (n == 0) {
                  return p;
                }
                p *= x;
                n--;
              } while (true);
            }
            """,
            p -> p.at(new double[] {0.3, 0.7, 1.2, 1.7}).isRight())
        .tests();
  }
}
