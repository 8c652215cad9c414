package dev.tapeless.processor.documents;

import dev.tapeless.processor.testing.Javac;
import org.junit.jupiter.api.Test;

/** The Javadoc of generated classes is complete, and its links lead somewhere. */
class GeneratedJavadocTest {

  @Test
  void javacFindsNothingToComplainOf() {
    Javac.plain()
        .with("-Xdoclint:all/package", "-Xmaxwarns", "1000")
        .compile(
            """
            package p;

            import dev.tapeless.Constant;
            import dev.tapeless.Differentiable;

            public final class Model {
              private Model() {}

              @Differentiable
              public static double f(double a, double[] x, int n) {
                return a * x[n];
              }

              @Differentiable
              public static double f(double a, double x, @Constant double clone) {
                return a * x * clone;
              }

              @Differentiable
              public static double[] f(double[] x, double getClass) {
                return new double[] {x[0] * getClass};
              }

              @Differentiable
              public static double g(double[][] v) {
                return v[0][0];
              }

              @Differentiable
              static double[] h(double x) {
                return new double[] {x, 2 * x};
              }

              /** Within another. */
              public static final class Inner {
                private Inner() {}

                @Differentiable
                public static double g(double x, int n) {
                  return n == 0 ? 1 : x * g(x, n - 1);
                }
              }
            }
            """)
        .succeeds()
        .hasCleanGeneratedCode();
  }
}
