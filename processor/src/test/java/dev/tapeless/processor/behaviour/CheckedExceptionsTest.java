package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Methods that declare checked exceptions. */
class CheckedExceptionsTest {

  @TestFactory
  Stream<DynamicTest> methodsThatDeclareThem() {
    return new Programs()
        .add(
            "thrown by the method and by a copied call",
            """
            static double f(double x, String text) throws java.io.IOException, java.text.ParseException, IllegalStateException {
              if (x > 100) {
                throw new java.io.IOException("large: " + x);
              }
              return x * x * new java.text.SimpleDateFormat("yyyy").parse(text).getTime() * 1e-12;
            }
            """,
            d -> {
              d.at(1.5, "1999").isRight();
              assertThat(d.generated()).contains(") throws IOException, ParseException {");
            })
        .add(
            "thrown by helpers, recursive ones too",
            """
            static double f(double x, double[] y, int n) throws Exception {
              return once(x) * deep(x, n) * sum(y, n) + hidden(x, n);
            }

            static double once(double x) throws java.io.IOException {
              if (x > 100) {
                throw new java.io.IOException();
              }
              return Math.sin(x);
            }

            static double deep(double x, int n) throws java.io.IOException {
              if (n < 0) {
                throw new java.io.IOException("n");
              }
              return n == 0 ? x : x * deep(x * x, n - 1) + once(x);
            }

            private static double sum(double[] y, int n) throws InterruptedException {
              if (n > 10) {
                throw new InterruptedException();
              }
              return n == 0 ? y[0] : y[n] * y[n] + sum(y, n - 1);
            }

            private static double hidden(@dev.tapeless.Constant double c, int n) throws Exception {
              if (c > 100) {
                throw new Exception();
              }
              return n == 0 ? c : hidden(c / 2, n - 1);
            }
            """,
            d -> d.at(0.7, new double[] {0.3, 0.5, 0.2}, 2).isRight())
        .add(
            "declared by an interface of a known function",
            """
            interface Integrand {
              double value(double t) throws java.io.IOException;
            }

            static double f(double x, int n) throws java.io.IOException {
              return integral(t -> {
                if (t > 10) {
                  throw new java.io.IOException("t");
                }
                return t * t * x;
              }, x, n);
            }

            static double integral(Integrand g, double x, int n) throws java.io.IOException {
              return n == 0 ? g.value(x) : g.value(x / n) + integral(g, x / 2, n - 1);
            }
            """,
            d -> d.at(0.7, 3).isRight())
        .tests();
  }

  @Test
  void theyReachTheCaller() {
    String program =
        """
        package thrown;
        import dev.tapeless.Differentiable;
        public final class Subject {
          @Differentiable
          static double f(double x, int n) throws java.io.IOException {
            return n == 0 ? g(x) : x * f(x, n - 1);
          }
          static double g(double x) throws java.io.IOException {
            if (x > 1) {
              throw new java.io.IOException("at " + x);
            }
            return x;
          }
          static String message() {
            try {
              return "no exception, but " + SubjectAdjoint.fGradient(2, 3);
            } catch (java.io.IOException e) {
              return e.getMessage();
            }
          }
        }
        """;
    assertThat(Compiled.of(program).run("thrown.Subject", "message")).isEqualTo("at 2.0");
  }
}
