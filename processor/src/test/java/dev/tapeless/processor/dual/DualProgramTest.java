package dev.tapeless.processor.dual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.obermuhlner.math.big.BigDecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference itself. */
class DualProgramTest {

  private static final MathContext DIGITS = new MathContext(50);

  @ParameterizedTest
  @ValueSource(doubles = {-7.3, -1.5, -0.1, 1e-6, 0.3, 1, 2.75, 30})
  void wideFunctionsHaveThirtyDigits(double x) {
    BigDecimal exact = new BigDecimal(x);
    assertClose(Wide.of(x).sin(), BigDecimalMath.sin(exact, DIGITS), 1);
    assertClose(Wide.of(x).cos(), BigDecimalMath.cos(exact, DIGITS), 1);
    BigDecimal exp = BigDecimalMath.exp(exact, DIGITS);
    assertClose(Wide.of(x).exp(), exp, exp.doubleValue());
    if (x > 0) {
      assertClose(Wide.of(x).log(), BigDecimalMath.log(exact, DIGITS), 14);
      assertClose(Wide.of(x).sqrt(), exact.sqrt(DIGITS), 6);
      assertClose(Wide.of(x).cbrt(), BigDecimalMath.root(exact, new BigDecimal(3), DIGITS), 4);
    }
  }

  private static void assertClose(Wide wide, BigDecimal exact, double size) {
    BigDecimal error = new BigDecimal(wide.high()).add(new BigDecimal(wide.low())).subtract(exact);
    assertThat(error.doubleValue()).isCloseTo(0, within(1e-28 * size));
  }

  @Test
  void aProgramWithEverything() {
    DualProgram program =
        DualProgram.of(
            """
            final class Subject {
              record Pair(double a, double[] b) {
                double first(double w) { return w * b[0] + this.a; }
              }
              static double apply(java.util.function.DoubleUnaryOperator g, float p) {
                return g.applyAsDouble(p);
              }
              static double f(double x, double[] u, int n) {
                double[] v = u.clone();
                Pair pair = new Pair(x * x, v);
                outer:
                for (int i = 0; i < n; i++) {
                  for (double e : u) {
                    if (e > 2) continue outer;
                    v[0] += i * e;
                  }
                }
                try {
                  if (x > 100) throw new IllegalStateException();
                } catch (RuntimeException e) {
                  return 0;
                }
                switch (n) { case 1: v[0] = 0; break; case 3: v[0] *= 2; default: v[0] += 1; }
                final double k = x;
                return pair.first(3) + apply(t -> t * k, 2) + apply(Math::sin, 0) + v.length / 2;
              }
            }
            """);
    // v[0] = 2 (u0 + 3 u0) + 1, as the loop stops at u1.
    List<Real> result =
        program.run("f", List.of(1.5, new double[] {0.25, 3}, 3), List.of(true, true, false));
    assertThat(result).hasSize(1);
    Real value = result.get(0);
    assertThat(value.value()).isEqualTo(3 * (8 * 0.25 + 1) + 1.5 * 1.5 + 2 * 1.5 + 1);
    Slopes slopes = value.slopes().orElseThrow();
    assertThat(slopes.by(0)).isEqualTo(2 * 1.5 + 2);
    assertThat(slopes.by(1)).isEqualTo(24);
    assertThat(slopes.by(2)).isZero();
  }

  @Test
  void stepsHaveNoDerivativeAndSignsAndPowersOfTwoAreFactors() {
    DualProgram program =
        DualProgram.of(
            """
            final class Subject {
              static double f(double x, float y) {
                double steps = Math.floor(x) + Math.ceil(x) + Math.rint(x) + Math.signum(x);
                return steps * x + Math.copySign(x, -2) + Math.scalb(x, 3) + Math.signum(y);
              }
            }
            """);
    Real value = program.run("f", List.of(1.25, 2f), List.of(true, true)).get(0);
    assertThat(value.value()).isEqualTo((1 + 2 + 1 + 1) * 1.25 - 1.25 + 8 * 1.25 + 1);
    assertThat(value.slopes().orElseThrow().by(0)).isEqualTo(1 + 2 + 1 + 1 - 1 + 8);
    assertThat(value.slopes().orElseThrow().by(1)).isZero();
  }

  @Test
  void sizesTellWhatCancels() {
    DualProgram program =
        DualProgram.of(
            "final class Subject { static double f(double x) { return 1e6 * x - 1e6 * x; } }");
    Slopes slopes = program.run("f", List.of(0.5), List.of(true)).get(0).slopes().orElseThrow();
    assertThat(slopes.by(0)).isZero();
    assertThat(slopes.size(0)).isEqualTo(2e6);
  }
}
