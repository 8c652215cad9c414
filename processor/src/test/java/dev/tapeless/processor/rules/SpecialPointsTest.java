package dev.tapeless.processor.rules;

import static dev.tapeless.processor.ir.Type.Primitive.DOUBLE;
import static dev.tapeless.processor.ir.Type.Primitive.FLOAT;
import static dev.tapeless.processor.ir.Type.Primitive.INT;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import org.assertj.core.api.AbstractDoubleAssert;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the policy on kinks, poles and the edges of domains. */
class SpecialPointsTest {

  private static double d(String method, int argument, double... point) {
    return times(1, method, argument, point);
  }

  private static double times(double g, String method, int argument, double... point) {
    return Probe.math(method, DOUBLE, point.length).partial(argument, g, point);
  }

  /** Equal as numbers: the sign of a zero derivative is of no interest. */
  private static AbstractDoubleAssert<?> assertNumber(double actual) {
    return assertThat(actual + 0.0);
  }

  private static void agree(String method, double[] point, double... partials) {
    for (Type type : List.of(DOUBLE, FLOAT)) {
      Probe probe = Probe.math(method, type, point.length);
      for (int i = 0; i < partials.length; i++) {
        assertNumber(probe.partial(i, 1, point))
            .as("%s of %s by %d", method, type, i)
            .isEqualTo((Double) partials[i]);
      }
    }
  }

  private static double[] at(double... point) {
    return point;
  }

  @ParameterizedTest
  @CsvSource({
    "acosh, 1, Infinity",
    "acosh, 0.5, NaN",
    "atanh, 1, Infinity",
    "atanh, -1, Infinity",
    "atanh, 1.5, NaN",
    "atanh, NaN, NaN",
    "asinh, Infinity, 0",
    "asinh, 0, 1"
  })
  void inverseHyperbolicsHavePolesAtTheEdge(String method, double x, double partial) {
    Probe probe = new Probe("org.hipparchus.util.FastMath", method, DOUBLE, List.of(DOUBLE));
    assertNumber(probe.partial(0, 1, x)).isEqualTo((Double) partial);
    if (!method.equals("asinh")) {
      assertNumber(probe.partial(0, 0, x)).isZero();
    }
  }

  @Test
  void absHasTheMeanOfBothSidesAtZero() {
    agree("abs", at(0), 0);
    agree("abs", at(-0.0), 0);
    agree("abs", at(-3), -1);
    agree("abs", at(NaN), NaN);
  }

  @Test
  void aTieOfMaxOrMinIsShared() {
    agree("max", at(2, 2), 0.5, 0.5);
    agree("max", at(0.0, -0.0), 0.5, 0.5);
    agree("max", at(2, 1), 1, 0);
    agree("min", at(2, 1), 0, 1);
    agree("min", at(-0.0, 0.0), 0.5, 0.5);
    agree("min", at(NaN, 1), NaN, NaN);
    agree("max", at(1, NaN), NaN, NaN);
  }

  @Test
  void boxesChooseAsMathDoes() {
    for (String owner : List.of("java.lang.Double", "java.lang.Float")) {
      Type type = owner.endsWith("Float") ? FLOAT : DOUBLE;
      assertThat(new Probe(owner, "max", type, List.of(type, type)).partial(0, 3, 2, 2))
          .isEqualTo(1.5);
      assertThat(new Probe(owner, "min", type, List.of(type, type)).partial(1, 3, 2, 1))
          .isEqualTo(3);
      assertThat(new Probe(owner, "sum", type, List.of(type, type)).partial(1, 3, 2, 1))
          .isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0})
  void rootsAreInfinitelySteepAtZero(double zero) {
    assertThat(d("sqrt", 0, zero)).isEqualTo(POSITIVE_INFINITY);
    assertThat(d("cbrt", 0, zero)).isEqualTo(POSITIVE_INFINITY);
    assertThat(times(-1, "sqrt", 0, zero)).isEqualTo(NEGATIVE_INFINITY);
    assertThat(power(zero, 0.5)).isEqualTo(POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0})
  void logarithmsAreInfinitelySteepAtTheEdge(double zero) {
    assertThat(d("log", 0, zero)).isEqualTo(POSITIVE_INFINITY);
    assertThat(d("log10", 0, zero)).isEqualTo(POSITIVE_INFINITY);
    assertThat(d("log1p", 0, -1)).isEqualTo(POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @CsvSource({
    "sqrt,-1",
    "log,-1",
    "log10,-1",
    "log1p,-2",
    "asin,1.5",
    "asin,-2",
    "acos,1.5",
    "acos,-2",
    "asin,Infinity",
    "log,-Infinity"
  })
  void outsideItsDomainAFunctionHasNoDerivative(String method, double x) {
    assertThat(d(method, 0, x)).isNaN();
  }

  @Test
  void arcsAreInfinitelySteepAtTheirEnds() {
    for (double x : at(-1, 1)) {
      assertThat(d("asin", 0, x)).isEqualTo(POSITIVE_INFINITY);
      assertThat(d("acos", 0, x)).isEqualTo(NEGATIVE_INFINITY);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sqrt,0",
    "sqrt,-1",
    "cbrt,0",
    "log,0",
    "log,-1",
    "log10,0",
    "log1p,-1",
    "asin,1",
    "acos,-1",
    "asin,2"
  })
  void anAdjointOfExactlyZeroStaysZero(String method, double x) {
    assertThat(times(0, method, 0, x)).isZero();
    assertThat(times(-0.0, method, 0, x)).isZero();
  }

  @Test
  void anAdjointOfExactlyZeroStaysZeroForTwoArguments() {
    for (int i = 0; i < 2; i++) {
      assertThat(times(0, "atan2", i, 0, 0)).isZero();
      assertThat(times(0, "hypot", i, 0, 0)).isZero();
      assertThat(times(0, "pow", i, 0, -1)).isZero();
      assertThat(times(0, "pow", i, 0, 0.5)).isZero();
    }
    assertThat(Probe.math("pow", DOUBLE, 2).partialWithConstant(0, Exprs.real(-1, DOUBLE), 0, 0))
        .isZero();
    assertThat(Probe.math("pow", DOUBLE, 2).partialWithConstant(0, Exprs.real(0.5, DOUBLE), 0, 0))
        .isZero();
  }

  private static double power(double x, double p) {
    return Probe.math("pow", DOUBLE, 2).partialWithConstant(0, Exprs.real(p, DOUBLE), 1, x);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,1",
    "2,0",
    "1.5,0",
    "3,0",
    "0.3,Infinity",
    "-1,-Infinity",
    "-2,-Infinity",
    "-0.5,-Infinity"
  })
  void aConstantPowerAtZero(double p, double derivative) {
    assertNumber(power(0, p)).isEqualTo(derivative);
  }

  @Test
  void aConstantPowerElsewhere() {
    assertThat(power(3, 2)).isEqualTo(6);
    assertThat(power(-3, 3)).isEqualTo(27);
    assertThat(power(4, 0.5)).isEqualTo(0.25);
    assertThat(power(2, -1)).isEqualTo(-0.25);
    assertThat(power(-2, 0.5)).isNaN();
    assertThat(power(-2, 1.5)).isNaN();
    assertThat(power(NaN, 0)).isZero();
    assertThat(power(NaN, 3)).isNaN();
  }

  @Test
  void aNegatedOrConvertedConstantIsOneToo() {
    Probe pow = Probe.math("pow", DOUBLE, 2);
    Expr minusTwo = Exprs.negated(new Expr.Literal(DOUBLE, 2.0, "2"));
    assertThat(pow.partialWithConstant(0, minusTwo, 1, 2)).isEqualTo(-0.25);
    assertThat(pow.partialWithConstant(0, new Expr.Cast(DOUBLE, Exprs.num(2)), 1, 3)).isEqualTo(6);
    assertThat(pow.formula(0, List.of(Exprs.real(3, DOUBLE), new Expr.Cast(DOUBLE, Exprs.num(2)))))
        .isEqualTo(pow.formula(0, List.of(Exprs.real(3, DOUBLE), Exprs.real(2, DOUBLE))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0, 3, -3, NaN, 1e300})
  void powWithExponentZeroIsConstant(double x) {
    assertNumber(d("pow", 0, x, 0)).isZero();
    assertNumber(power(x, 0)).isZero();
  }

  @Test
  void powOfANegativeBaseWithAnIntegralExponent() {
    assertThat(d("pow", 0, -2, 3)).isEqualTo(12);
    assertThat(d("pow", 0, -2, 2.5)).isNaN();
    assertThat(d("pow", 1, -2, 3)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"2,0", "0.5,0", "0,0", "-1,-Infinity", "-2,-Infinity"})
  void powByTheExponentAtZero(double y, double derivative) {
    assertNumber(d("pow", 1, 0.0, y)).isEqualTo(derivative);
    assertNumber(d("pow", 1, -0.0, y)).isEqualTo(derivative);
  }

  @Test
  void hypotAtZeroAndFarOut() {
    assertNumber(d("hypot", 0, 0, 0)).isZero();
    assertNumber(d("hypot", 1, 0, 0)).isZero();
    assertThat(d("hypot", 0, POSITIVE_INFINITY, 3)).isEqualTo(1);
    assertThat(d("hypot", 1, 3, NEGATIVE_INFINITY)).isEqualTo(-1);
    assertNumber(d("hypot", 1, NEGATIVE_INFINITY, 3)).isZero();
    assertThat(d("hypot", 0, POSITIVE_INFINITY, NaN)).isNaN();
    assertThat(d("hypot", 0, 3e200, 4e200)).isCloseTo(0.6, within());
    assertThat(d("hypot", 1, 3e-200, 4e-200)).isCloseTo(0.8, within());
  }

  @Test
  void atan2IsUndefinedAtTheOriginAndSafeElsewhere() {
    assertThat(d("atan2", 0, 0, 0)).isNaN();
    assertThat(d("atan2", 1, 0, 0)).isNaN();
    assertThat(d("atan2", 0, 3e200, 4e200)).isCloseTo(1.6e-201, within());
    assertThat(d("atan2", 1, 3e-200, 4e-200)).isCloseTo(-1.2e199, within());
    assertThat(d("atan2", 0, 0, -2)).isEqualTo(-0.5);
  }

  private static Percentage within() {
    return Percentage.withPercentage(1e-13);
  }

  @Test
  void copySignHasTheProductOfTheSigns() {
    agree("copySign", at(2, -3), -1, 0);
    agree("copySign", at(-2, -0.0), 1, 0);
    agree("copySign", at(0, -3), 0, 0);
  }

  @Test
  void linearFunctions() {
    agree("fma", at(2, 3, 5), 3, 2, 1);
    agree("nextUp", at(2), 1);
    agree("nextDown", at(2), 1);
    assertThat(d("nextAfter", 0, 2, 3)).isEqualTo(1);
    assertThat(d("nextAfter", 1, 2, 3)).isZero();
    assertThat(
            new Probe("java.lang.Math", "nextAfter", FLOAT, List.of(FLOAT, DOUBLE))
                .partial(0, 1, 2, 3))
        .isEqualTo(1);
    assertThat(times(180, "toRadians", 0, 7)).isEqualTo(Math.PI);
    assertThat(times(Math.PI, "toDegrees", 0, 7)).isEqualTo(180);
    for (Type type : List.of(DOUBLE, FLOAT)) {
      assertThat(new Probe("java.lang.Math", "scalb", type, List.of(type, INT)).partial(0, 3, 5, 2))
          .isEqualTo(12);
    }
  }

  @Test
  void theIeeeRemainderHasTheQuotientTaken() {
    assertThat(d("IEEEremainder", 0, 7, 2)).isEqualTo(1);
    assertThat(d("IEEEremainder", 1, 7, 2)).isEqualTo(-4);
    assertThat(d("IEEEremainder", 1, 5, 2)).isEqualTo(-2);
    assertThat(d("IEEEremainder", 1, Double.MAX_VALUE, 0.6 * Double.MAX_VALUE)).isEqualTo(-2);
    assertNumber(d("IEEEremainder", 1, 7, POSITIVE_INFINITY)).isZero();
  }

  @Test
  void tailsKeepTheirDigits() {
    assertThat(d("expm1", 0, -50)).isEqualTo(Math.exp(-50));
    assertThat(d("tanh", 0, 300)).isCloseTo(4 * Math.exp(-600), within());
    assertThat(d("tanh", 0, 800)).isZero();
    assertThat(d("log1p", 0, -1 + 0x1p-53)).isEqualTo(0x1p53);
    assertThat(d("asin", 0, 1 - 0x1p-53)).isCloseTo(0x1p26, within());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sqrt", "cbrt", "log", "log10", "log1p", "exp", "expm1", "sin", "cos", "tan", "asin",
        "acos", "atan", "sinh", "cosh", "tanh", "abs"
      })
  void aNanArgumentGivesANanDerivative(String method) {
    assertThat(d(method, 0, NaN)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pow", "hypot", "atan2", "max", "min"})
  void aNanAmongTwoArgumentsGivesNanDerivatives(String method) {
    for (int i = 0; i < 2; i++) {
      assertThat(d(method, i, NaN, 2)).isNaN();
      assertThat(d(method, i, 2, NaN)).isNaN();
    }
  }
}
