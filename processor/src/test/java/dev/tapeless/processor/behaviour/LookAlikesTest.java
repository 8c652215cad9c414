package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Differentiated;
import dev.tapeless.processor.testing.Programs;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Classes of other libraries that are like {@code Math}. */
class LookAlikesTest {

  private static final String FAST = org.hipparchus.util.FastMath.class.getName() + ".";

  private static final String JAFA = net.jafama.FastMath.class.getName() + ".";

  private static String fast(String text) {
    return text.replace("FAST.", FAST).replace("JAFA.", JAFA);
  }

  @TestFactory
  Stream<DynamicTest> calls() {
    return new Programs()
        .add(
            "the derivative calls the same class",
            fast(
                """
                static double f(double x, double y, int n) {
                  double r = FAST.sqrt(x * x + y * y) + FAST.hypot(x, 2);
                  return FAST.exp(-r) * FAST.sin(x) + FAST.atan2(y, x) + FAST.max(x, y)
                      + FAST.abs(x) * FAST.max(n, 2) + FAST.pow(y, n) + FAST.pow(x, 2)
                      + FAST.pow(x, 3) + FAST.pow(y, 3L) + FAST.pow(y, x) + FAST.floor(x)
                      + FAST.round(x) + FAST.scalb(y, n) + FAST.min(x, 1);
                }
                """),
            d -> {
              d.at(0.7, 1.3, 3).isRight();
              d.at(1.7, 0.3, -2).isRight();
              d.at(1.7, 0.3, 0).isRight();
              assertThat(d.generated()).contains("FastMath.cos(x)").contains("FastMath.pow(x, 2)");
            })
        .add(
            "what Math has not",
            fast(
                """
                static double f(double x, double y) {
                  return FAST.asinh(x) + FAST.acosh(1 + x * x) * FAST.atanh(y / 2)
                      + FAST.log(2, y) + FAST.log(x, 3) + FAST.clamp(x, 0, y);
                }
                """),
            d -> {
              d.at(0.7, 1.3).isRight();
              d.at(1.7, 0.4).isRight();
            })
        .add(
            "of numbers of float",
            fast(
                """
                static float f(float x, float y) {
                  return FAST.max(x, y) * FAST.abs(x) + (float) FAST.exp(x) * FAST.signum(y);
                }
                """),
            d -> d.at(0.7f, 1.3f).isRight())
        .add(
            "sums of products",
            """
            static double f(double a, double b, double c) {
              return org.hipparchus.util.MathArrays.linearCombination(a, b, b, c)
                  * org.hipparchus.util.MathArrays.linearCombination(a, a, b, 2, c, 3)
                  + org.hipparchus.util.MathArrays.linearCombination(a, 1, b, 2, c, a, c, b);
            }
            """,
            d -> d.at(0.3, 0.7, 0.5).isRight())
        .add(
            "checks of arrays change nothing",
            """
            static double f(double[] x, double[] y) {
              double s = 1;
              org.hipparchus.util.MathArrays.checkEqualLength(x, y);
              if (org.hipparchus.util.MathArrays.verifyValues(x, 0, y.length)) {
                for (int i = 0; i < x.length; i++) {
                  s *= x[i] + y[i] * s;
                }
              }
              return s;
            }
            """,
            d -> d.at(new double[] {1.2, 0.4}, new double[] {0.7, 2}).isRight())
        .add(
            "ranges with crossed bounds",
            fast(
                """
                static double f(double x, double low, double high) {
                  return FAST.clamp(x, low, high) + 3 * JAFA.toRange(low, high, x);
                }
                """),
            d -> {
              d.at(0.3, 0.7, 0.5).isRight();
              d.at(0.6, 0.7, 0.5).isRight();
              d.at(0.9, 0.7, 0.5).isRight();
              d.at(0.6, 0.5, 0.7).isRight();
            })
        .add(
            "of Jafama",
            fast(
                """
                static double f(double x, double y, int n) {
                  return JAFA.powFast(x, n) + JAFA.pow2(y)
                      + JAFA.pow3(x) * JAFA.invSqrtQuick(y)
                      + JAFA.hypot(x, y, 2) + JAFA.coshm1(x)
                      + JAFA.acosh1p(y) + JAFA.powQuick(x, y);
                }
                """),
            d -> d.at(0.7, 1.3, 3).isRight())
        .tests();
  }

  /** In the library itself the rule wins over the body, and other methods are read. */
  @Test
  void theSourceMayBeThere() {
    Compiled compiled =
        Compiled.of(
            """
            package net.jafama;
            import dev.tapeless.Differentiable;
            public final class StrictFastMath {
              public static double sin(double x) {
                long bits = Double.doubleToLongBits(x);
                return table(Double.longBitsToDouble(bits & -1024L));
              }
              public static double cos(double x) {
                return StrictMath.cos(x);
              }
              private static double table(double x) {
                return StrictMath.sin(x);
              }
              @Differentiable
              public static double twice(double x) {
                return 2 * sin(x) + other(x);
              }
              static double other(double x) {
                return x * x;
              }
            }
            """);
    assertThat(compiled.succeeds().generated("net.jafama.StrictFastMathAdjoint"))
        .contains("StrictFastMath.cos(x)")
        .doesNotContain("table")
        .contains("2 * x");
  }

  /** What it does with the bits of a number need not be understood. */
  @Test
  void itsOwnMethodsAreDifferentiatedByTheRules() {
    Differentiated.differentiate(
            "org.apache.commons.math4.core.jdkmath.AccurateMath",
            """
            package org.apache.commons.math4.core.jdkmath;
            import dev.tapeless.Differentiable;
            public final class AccurateMath {
              @Differentiable
              public static double exp(double x) {
                return Double.longBitsToDouble(Double.doubleToRawLongBits(Math.exp(x)));
              }
            }
            """)
        .at(1.5)
        .isRight()
        .gradientIs(Math.exp(1.5));
  }

  @Test
  void withoutRuleAndWithoutSourceItIsRefused() {
    Compiled.of(
            """
            package subject;
            import dev.tapeless.Differentiable;
            import org.hipparchus.util.FastMath;
            class Subject {
              @Differentiable
              static double f(double x) {
                String text = "x = " + FastMath.exp(x);
                // expect [NoDerivative] no derivative is known for FastMath.norm(double)
                return x * FastMath.norm(x);
              }
            }
            """)
        .findsWhatItExpects();
  }
}
