package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The derivatives of methods of any length consist of methods that the JVM compiles: none has more
 * than 8000 bytes of bytecode.
 */
class LongMethodsTest {

  private static final int COMPILED = 8000;

  @TestFactory
  Stream<DynamicTest> statements() {
    return new Programs()
        .add(
            "2000 statements, one after the other",
            """
            @Differentiable
            static double f(double x, double y) {
              double t0 = x;
              double t1 = y;
            %s
              return t1999 * t1998;
            }
            """
                .formatted(lines(2, 2000, LongMethodsTest::nearby)),
            f -> {
              f.at(0.3, 0.4).isRight();
              isCompiled(f);
            })
        .add(
            "checked exceptions in a method that is cut",
            """
            static double f(double x, int n) throws java.io.IOException {
              double s = x;
            %s
              return s;
            }
            """
                .formatted(lines(0, 400, LongMethodsTest::throwing)),
            f -> {
              f.at(0.3, 2).isRight();
              isCompiled(f);
            })
        .add(
            "2000 statements with branches, loops and arrays",
            """
            @Differentiable
            static double f(double[] x, double y, int n) {
              double a = y;
              double b = x[0] * y;
              double c = 1;
              double[] u = x.clone();
            %s
              return a + b * c + u[1] * u[2];
            }
            """
                .formatted(lines(0, 2000 / 5, LongMethodsTest::anything)),
            f -> {
              f.at(new double[] {0.3, -0.4, 0.5}, 0.7, 2).isRight();
              f.at(new double[] {-0.2, 0.1, 0.6}, -0.3, 0).isRight();
              isCompiled(f);
            })
        .tests();
  }

  private static String throwing(int i) {
    return """
        s = Math.sin(s) + x * %d;
        if (n == -%d) {
          throw new java.io.IOException("n is " + n);
        }
        """
        .formatted(i, i + 1);
  }

  @TestFactory
  Stream<DynamicTest> blocks() {
    return new Programs()
        .add(
            "the body of a loop",
            """
            static double f(double[] x) {
              double s = 0;
              for (int i = 0; i < x.length; i++) {
                double a = x[i];
                double b = s;
                double c = x[0];
            %s
                s += a + b * c;
              }
              return s;
            }
            """
                .formatted(lines(0, 250, LongMethodsTest::overwriting)),
            f -> {
              f.at(new double[] {0.3, -0.4, 0.5}).isRight();
              f.at(new double[0]).isRight();
              isCompiled(f);
            })
        .add(
            "the body of a while loop in a branch",
            """
            @Differentiable
            static double f(double x, double y) {
              double a = x;
              double b = y;
              double c = x * y;
              if (x > 0) {
                int trips = 0;
                while (a < 50 && trips < 3) {
            %s
                  a += 1;
                  trips++;
                }
              } else {
                c = a - b;
              }
              return a + b * c;
            }
            """
                .formatted(lines(0, 250, LongMethodsTest::overwriting)),
            f -> {
              f.at(0.3, 0.4).isRight();
              f.at(-0.3, 0.4).isRight();
              isCompiled(f);
            })
        .add(
            "both branches",
            """
            @Differentiable
            static double f(double x, double y) {
              double a = x;
              double b = y;
              double c = x * y;
              if (x > y) {
            %s
              } else {
            %s
              }
              return a + b * c;
            }
            """
                .formatted(
                    lines(0, 250, LongMethodsTest::overwriting),
                    lines(250, 500, LongMethodsTest::overwriting)),
            f -> {
              f.at(0.3, 0.4).isRight();
              f.at(0.4, 0.3).isRight();
              isCompiled(f);
            })
        .add(
            "a chain of else if",
            """
            @Differentiable
            static double f(double x, double y) {
              double r = y;
            %s
              return r * y;
            }
            """
                .formatted(
                    lines(
                        0,
                        300,
                        i ->
                            (i == 0 ? "" : "else ")
                                + "if (x < %d) { r = y * Math.sin(x * %d); }".formatted(i, i + 1))),
            f -> {
              f.at(0.3, 0.4).isRight();
              f.at(150.5, 0.4).isRight();
              f.at(299.5, 0.4).isRight();
              f.at(1000.0, 0.4).isRight();
              isCompiled(f);
            })
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> values() {
    return new Programs()
        .add(
            "more live variables than a method may have parameters",
            """
            @Differentiable
            static double f(double[] x) {
            %s
              double s = 0;
            %s
              return s;
            }
            """
                .formatted(
                    lines(0, 500, i -> "double t%d = Math.sin(x[%d] * %d);".formatted(i, i % 3, i)),
                    lines(0, 500, i -> "s += t%d * t%d;".formatted(i, 499 - i))),
            f -> {
              f.at(new double[] {0.3, -0.4, 0.5}).isRight();
              isCompiled(f);
            })
        .add(
            "one expression",
            """
            @Differentiable
            static double f(double[] x) {
              return %s;
            }
            """
                .formatted(joined(" + ", 800, i -> "x[%d] * x[%d]".formatted(i % 7, i * 3 % 7))),
            f -> {
              f.at(new double[] {0.3, -0.4, 0.5, 0.1, 0.2, -0.3, 0.6}).isRight();
              isCompiled(f);
            })
        .add(
            "an array with many elements",
            """
            @Differentiable
            static double f(double x, double y) {
              double[] u = {%s};
              double s = 0;
              for (int i = 0; i < u.length; i++) {
                s += u[i] * u[(i + 1) %% u.length];
              }
              return s;
            }
            """
                .formatted(joined(", ", 1500, i -> i % 2 == 0 ? i + " * x" : "y / " + i)),
            f -> {
              f.at(0.3, 0.4).isRight();
              isCompiled(f);
            })
        .add(
            "copied code that remembers a variable",
            """
            @Differentiable
            static double f(double x) {
              java.util.List<java.util.function.Supplier<String>> later = new java.util.ArrayList<>();
              double a = x;
              double b = x;
              double c = x;
              for (int i = 0; i < 3; i++) {
                final int k = i;
            %s
                later.add(() -> "k" + k);
            %s
                if (k < 0) {
                  throw new IllegalStateException("k is " + k);
                }
              }
              String text = later.get(0).get() + later.get(1).get() + later.get(2).get();
              return text.equals("k0k1k2") ? a * b : c;
            }
            """
                .formatted(
                    lines(0, 200, LongMethodsTest::overwriting),
                    lines(200, 400, LongMethodsTest::overwriting)),
            f -> {
              f.at(0.3).isRight();
              isCompiled(f);
            })
        .tests();
  }

  private static void isCompiled(Differentiated f) {
    Map<String, Integer> lengths = f.codeLengths();
    assertThat(lengths).allSatisfy((name, length) -> assertThat(length).isLessThan(COMPILED));
    assertThat(lengths.keySet()).anySatisfy(n -> assertThat(n).matches("f.*(Forward|Part)1\\(.*"));
  }

  /** A new variable that depends on earlier ones. */
  private static String nearby(int i) {
    Random random = new Random(i);
    String a = "t" + (i - 1);
    String b = "t" + Math.max(0, i - 1 - random.nextInt(random.nextInt(20) == 0 ? i : 6));
    return "double t" + i + " = " + term(a, b, random) + ";";
  }

  /** Another value for one of three variables. */
  private static String overwriting(int i) {
    Random random = new Random(i);
    return variable(random) + " = " + term(variable(random), variable(random), random) + ";";
  }

  /** Five statements. */
  private static String anything(int i) {
    Random random = new Random(i);
    String a = variable(random);
    String b = variable(random);
    return switch (i % 4) {
      case 0 ->
          """
          if (%s > 0.1) {
            %s
          } else {
            %s
          }
          u[%d] = u[%d] * 0.5 + 0.1 * %s;
          """
              .formatted(
                  a,
                  overwriting(7 * i),
                  overwriting(7 * i + 1),
                  i % 3,
                  (i + 1) % 3,
                  variable(random));
      case 1 ->
          """
          double p%d = %s;
          for (int k = 0; k < n; k++) {
            p%d += u[k] * %s * 0.2;
            u[k] = 0.7 * u[k] + 0.01 * p%d;
          }
          %s = 0.3 * p%d;
          """
              .formatted(i, term(a, b, random), i, b, i, a, i);
      case 2 -> lines(5 * i, 5 * i + 5, LongMethodsTest::overwriting);
      default ->
          """
          int m%d = 0;
          while (m%d < 2) {
            %s = 0.5 * %s + 0.1 * Math.cos(%s);
            m%d++;
          }
          """
              .formatted(i, i, a, a, b, i);
    };
  }

  private static String variable(Random random) {
    return "abc".charAt(random.nextInt(3)) + "";
  }

  private static String term(String a, String b, Random random) {
    String[] terms = {
      "%s * 0.5 + Math.sin(%s)", "%s * %s * 0.3", "%s - 0.1 * %s", "Math.exp(-%s * %s)"
    };
    return terms[random.nextInt(terms.length)].formatted(a, b);
  }

  private static String lines(int from, int to, IntFunction<String> line) {
    StringJoiner lines = new StringJoiner("\n");
    for (int i = from; i < to; i++) {
      lines.add(line.apply(i));
    }
    return lines.toString();
  }

  private static String joined(String separator, int count, IntFunction<String> part) {
    StringJoiner joined = new StringJoiner(separator);
    for (int i = 0; i < count; i++) {
      joined.add(part.apply(i));
    }
    return joined.toString();
  }
}
