package dev.tapeless.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.check.Comparison.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {

  private static final double[] X = {0.7, -1.3, 2.1};

  /** x0·x1² + sin x2. */
  private static double f(double[] x) {
    return x[0] * x[1] * x[1] + Math.sin(x[2]);
  }

  private static double[] gradient(double[] x) {
    return new double[] {x[1] * x[1], 2 * x[0] * x[1], Math.cos(x[2])};
  }

  /** (x0·x1, exp x1, x2, x0 + x2). */
  private static double[] g(double[] x) {
    return new double[] {x[0] * x[1], Math.exp(x[1]), x[2], x[0] + x[2]};
  }

  private static double[] vjp(double[] x, double[] v) {
    return new double[] {x[1] * v[0] + v[3], x[0] * v[0] + Math.exp(x[1]) * v[1], v[2] + v[3]};
  }

  private static double[] jvp(double[] x, double[] t) {
    return new double[] {x[1] * t[0] + x[0] * t[1], Math.exp(x[1]) * t[1], t[2], t[0] + t[2]};
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-8, 0.3, 1, -4, 50, 1e6})
  void derivativesOfNumbersPass(double x) {
    GradientCheck.derivative(u -> u * u, u -> 2 * u, x).orThrow();
    GradientCheck.derivative(u -> 3, u -> 0, x).orThrow();
    GradientCheck.derivative(u -> 1 / (1 + u * u), u -> -2 * u / Math.pow(1 + u * u, 2), x)
        .orThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-8, 0.3, 1, -4, 50})
  void derivativesOfWavesPass(double x) {
    GradientCheck.derivative(Math::cos, u -> -Math.sin(u), x).orThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-6, 0.4, 3, 1e9})
  void theEdgeOfTheDomainIsKeptAwayFrom(double x) {
    GradientCheck.derivative(Math::log, u -> 1 / u, x).orThrow();
    GradientCheck.derivative(Math::sqrt, u -> 0.5 / Math.sqrt(u), x).orThrow();
  }

  @Test
  void stepsThatLeaveTheDomainDoNotCount() {
    GradientCheck.derivative(Math::asin, u -> 1 / Math.sqrt(1 - u * u), 0.97).orThrow();
    assertThat(GradientCheck.derivative(Math::asin, u -> 1, 0.97).passed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, -4, 50})
  void wrongDerivativesOfNumbersFail(double x) {
    assertThat(GradientCheck.derivative(Math::cos, Math::sin, x).passed()).isFalse();
    assertThat(GradientCheck.derivative(u -> u * u, u -> 2 * u * (1 + 1e-5), x).passed()).isFalse();
    assertThat(GradientCheck.derivative(u -> 3, u -> 1e-3, x).passed()).isFalse();
    assertThat(GradientCheck.derivative(u -> u, u -> Double.NaN, x).passed()).isFalse();
  }

  @Test
  void rightDerivativesOfArraysPass() {
    GradientCheck.gradient(GradientCheckTest::f, GradientCheckTest::gradient, X).orThrow();
    GradientCheck.vjp(GradientCheckTest::g, GradientCheckTest::vjp, X).orThrow();
    GradientCheck.jvp(GradientCheckTest::g, GradientCheckTest::jvp, X).orThrow();
    GradientCheck.dotProduct(GradientCheckTest::vjp, GradientCheckTest::jvp, X).orThrow();
  }

  @Test
  void aFunctionMayBeZeroEverywhere() {
    GradientCheck.gradient(x -> 0, x -> new double[3], X).orThrow();
    GradientCheck.vjp(x -> new double[2], (x, v) -> new double[3], X).orThrow();
    GradientCheck.jvp(x -> new double[2], (x, t) -> new double[2], X).orThrow();
    assertThat(GradientCheck.gradient(x -> 0, x -> new double[] {0, 1e-200, 0}, X).passed())
        .isFalse();
  }

  @Test
  void theResultSaysWhereAndByHowMuch() {
    CheckResult result =
        GradientCheck.gradient(
            GradientCheckTest::f,
            x -> {
              double[] wrong = gradient(x);
              wrong[1] *= 1.01;
              return wrong;
            },
            X);
    assertThat(result.passed()).isFalse();
    assertThat(result.comparisons())
        .extracting(Comparison::verdict)
        .containsExactly(Verdict.AGREES, Verdict.DIFFERS, Verdict.AGREES);
    assertThat(result.comparisons().get(1).expected()).isCloseTo(-1.82, within(1e-9));
    assertThat(result.comparisons().get(1).relativeDifference()).isCloseTo(0.0099, within(1e-4));
    assertThat(result.toString().lines())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "gradient at [0.7, -1.3, 2.1] failed: 2 of 3 numbers agree"
                            + " (tolerance 1.0e-06)"),
            line ->
                assertThat(line)
                    .startsWith("  component 1 differs: given -1.838")
                    .endsWith("relative difference 9.9e-03"),
            line -> assertThat(line).contains("cannot see"));
    assertThatThrownBy(result::orThrow)
        .isInstanceOf(AssertionError.class)
        .hasMessage(result.toString());
  }

  @Test
  void whatPassesSaysHowWell() {
    CheckResult result =
        GradientCheck.gradient(GradientCheckTest::f, GradientCheckTest::gradient, X);
    assertThat(result).matches(CheckResult::passed);
    assertThat(result.toString())
        .startsWith("gradient at [0.7, -1.3, 2.1] passed: 3 of 3 numbers agree")
        .contains("  the worst: component ");
  }

  @Test
  void aWrongComponentOfAVjpIsFound() {
    CheckResult result =
        GradientCheck.vjp(
            GradientCheckTest::g,
            (x, v) -> new double[] {vjp(x, v)[0], x[0] * v[0], vjp(x, v)[2]},
            X);
    assertThat(result.comparisons())
        .extracting(Comparison::verdict)
        .containsExactly(Verdict.AGREES, Verdict.DIFFERS, Verdict.AGREES);
  }

  @Test
  void aWrongComponentOfAJvpIsFound() {
    CheckResult result =
        GradientCheck.jvp(
            GradientCheckTest::g,
            (x, t) -> {
              double[] wrong = jvp(x, t);
              wrong[3] = t[0];
              return wrong;
            },
            X);
    assertThat(result.comparisons())
        .filteredOn(c -> c.verdict() != Verdict.AGREES)
        .extracting(Comparison::what)
        .containsExactly(
            "component 3 along direction 0",
            "component 3 along direction 1",
            "component 3 along direction 2");
  }

  @Test
  void modesThatDoNotBelongTogetherAreFound() {
    CheckResult result =
        GradientCheck.dotProduct(
            GradientCheckTest::vjp,
            (x, t) -> {
              double[] wrong = jvp(x, t);
              wrong[1] *= 1 + 1e-6;
              return wrong;
            },
            X);
    assertThat(result.passed()).isFalse();
  }

  @Test
  void atAKinkNothingIsDecided() {
    CheckResult kink = GradientCheck.derivative(u -> Math.abs(u - 1e-4), Math::signum, 0);
    assertThat(kink.passed()).isFalse();
    CheckResult nowhere = GradientCheck.derivative(u -> Double.NaN, u -> 1, 0);
    assertThat(nowhere.comparisons().get(0).verdict()).isEqualTo(Verdict.UNDECIDED);
  }

  @Test
  void noiseTakesATolerance() {
    CheckResult sharp = GradientCheck.derivative(u -> (float) Math.sin(u), Math::cos, 0.7, 1e-9);
    assertThat(sharp.passed()).isFalse();
    GradientCheck.derivative(u -> (float) Math.sin(u), Math::cos, 0.7, 1e-3).orThrow();
  }

  @Test
  void shapesAndModifiedArgumentsAreFaults() {
    assertThat(GradientCheck.gradient(GradientCheckTest::f, x -> new double[2], X).faults())
        .containsExactly("the gradient has length 2 instead of 3");
    assertThat(
            GradientCheck.jvp(GradientCheckTest::g, (x, t) -> Arrays.copyOf(jvp(x, t), 3), X)
                .faults())
        .containsExactly("the jvp has length 3 instead of 4");
    CheckResult modifies =
        GradientCheck.gradient(
            GradientCheckTest::f,
            x -> {
              double[] gradient = gradient(x);
              x[0] = 0;
              return gradient;
            },
            X);
    assertThat(modifies.passed()).isFalse();
    assertThat(modifies.faults()).containsExactly("the gradient modifies its arguments");
    assertThat(modifies.toString()).contains("\n  the gradient modifies its arguments\n");
  }

  @Test
  void derivativesThatReturnTheirArgumentsAreChecked() {
    GradientCheck.vjp(x -> x, (x, v) -> v, X).orThrow();
    GradientCheck.jvp(x -> x, (x, t) -> t, X).orThrow();
  }

  @Test
  void manyNumbersAreCheckedAlongDirections() {
    double[] many = new double[1000];
    Arrays.setAll(many, i -> Math.sin(i));
    CheckResult right =
        GradientCheck.gradient(
            x -> Arrays.stream(x).map(u -> u * u).sum(),
            x -> Arrays.stream(x).map(u -> 2 * u).toArray(),
            many);
    right.orThrow();
    assertThat(right.comparisons()).hasSize(20);
    assertThat(right.toString()).startsWith("gradient at a point of 1000 numbers that begins with");
    CheckResult wrong =
        GradientCheck.gradient(
            x -> Arrays.stream(x).map(u -> u * u).sum(),
            x -> {
              double[] gradient = Arrays.stream(x).map(u -> 2 * u).toArray();
              gradient[777] += 0.1;
              return gradient;
            },
            many);
    assertThat(wrong.passed()).isFalse();
    GradientCheck.jvp(x -> x, (x, t) -> t, many).orThrow();
    CheckResult shifted =
        GradientCheck.jvp(
            x -> x,
            (x, t) -> {
              t[500] += 0.1;
              return t;
            },
            many);
    assertThat(shifted.comparisons()).hasSize(60);
    assertThat(shifted.comparisons()).extracting(Comparison::verdict).contains(Verdict.DIFFERS);
  }

  @Test
  void aNumberThatIsNotThereDoesNotSpoilTheOthers() {
    CheckResult result =
        GradientCheck.gradient(
            x -> x[0] + 2 * x[1] + (x[2] == X[2] ? 0 : Double.NaN), x -> new double[] {1, 2, 0}, X);
    assertThat(result.comparisons())
        .extracting(Comparison::verdict)
        .containsExactly(Verdict.AGREES, Verdict.AGREES, Verdict.UNDECIDED);
  }
}
