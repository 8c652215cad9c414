package dev.tapeless.samples.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.Projections;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AutogradTutorialTest {

  private static final double[] X = {1, 2, 3};
  private static final double[] ONES = {1, 1, 1};

  @Test
  void theDirectionalDerivativeIsTheScalarProjectionOfTheGradient() {
    double[] p = {1, 0.5};
    double[] l = {3, 4};
    double cosine = Math.cos(0.5);
    double slope = ((-2 + 0.5 * cosine) * 3 + (-2 + cosine) * 4) / 5;
    assertThat(HillAdjoint.heightDirectionalDerivative(p, l)).isCloseTo(slope, within(1e-14));
    assertThat(Projections.scalar(HillAdjoint.heightGradient(p), l))
        .isCloseTo(slope, within(1e-14));
  }

  @Test
  void onlyTheDirectionCounts() {
    double[] p = {1, 0.5};
    assertThat(HillAdjoint.heightDirectionalDerivative(p, new double[] {30, 40}))
        .isCloseTo(HillAdjoint.heightDirectionalDerivative(p, new double[] {3, 4}), within(1e-14));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HillAdjoint.heightDirectionalDerivative(p, new double[2]));
  }

  @Test
  void noDirectionIsSteeperThanTheGradient() {
    double[] p = {1, 0.5};
    double[] gradient = HillAdjoint.heightGradient(p);
    double steepest = HillAdjoint.heightDirectionalDerivative(p, gradient);
    assertThat(steepest).isCloseTo(Math.hypot(gradient[0], gradient[1]), within(1e-14));
    for (double angle = 0; angle < 2 * Math.PI; angle += 0.1) {
      double[] direction = {Math.cos(angle), Math.sin(angle)};
      assertThat(HillAdjoint.heightDirectionalDerivative(p, direction))
          .isLessThanOrEqualTo(steepest);
    }
  }

  @Test
  void theJacobianOfTheSquaresIsDiagonal() {
    assertThat(SquaresAdjoint.yJacobian(X))
        .isDeepEqualTo(new double[][] {{2, 0, 0}, {0, 4, 0}, {0, 0, 6}});
  }

  @Test
  void withoutASeedTheColumnsAreSummed() {
    assertThat(SquaresAdjoint.yVjp(X)).containsExactly(2, 4, 6);
    assertThat(SquaresAdjoint.yVjp(X, ONES)).containsExactly(2, 4, 6);
    assertThat(SquaresAdjoint.sumGradient(X)).containsExactly(2, 4, 6);
    double[][] jacobian = SquaresAdjoint.yJacobian(X);
    for (int j = 0; j < X.length; j++) {
      assertThat(SquaresAdjoint.yVjp(X)[j])
          .isEqualTo(AutogradTutorial.dot(AutogradTutorial.column(jacobian, j), ONES));
    }
  }

  @Test
  void theVectorOfOnesIsNoUnitVector() {
    assertThat(Projections.scalar(ONES, ONES)).isCloseTo(Math.sqrt(3), within(1e-14));
    double alongOnes = SquaresAdjoint.sumDirectionalDerivative(X, ONES);
    assertThat(alongOnes).isCloseTo((2 + 4 + 6) / Math.sqrt(3), within(1e-14));
  }

  @Test
  void withASeedEachComponentIsAColumnTimesTheSeed() {
    double[] v = {1, 0.1, 0.01};
    double[] product = SquaresAdjoint.yVjp(X, v);
    assertThat(product).containsExactly(new double[] {2, 0.4, 0.06}, within(1e-14));
    double[][] jacobian = SquaresAdjoint.yJacobian(X);
    for (int j = 0; j < X.length; j++) {
      assertThat(product[j])
          .isEqualTo(AutogradTutorial.dot(AutogradTutorial.column(jacobian, j), v));
    }
  }

  @Test
  void theChainRuleIsAProductWithTheTransposedJacobian() {
    double[] xy = {1, 2};
    double[] uv = Chain.f(xy);
    assertThat(uv).containsExactly(7, 8);
    assertThat(ChainAdjoint.fJacobian(xy)).isDeepEqualTo(new double[][] {{3, 2}, {2, 3}});

    assertThat(ChainAdjoint.fVjp(xy, ChainAdjoint.sumGradient(uv))).containsExactly(5, 5);
    assertThat(ChainAdjoint.sumOfFGradient(xy)).containsExactly(5, 5);

    assertThat(ChainAdjoint.productGradient(uv)).containsExactly(8, 7);
    assertThat(ChainAdjoint.fVjp(xy, ChainAdjoint.productGradient(uv))).containsExactly(38, 37);
    assertThat(ChainAdjoint.productOfFGradient(xy)).containsExactly(38, 37);
  }

  @Test
  void aVectorWithoutASeedStandsForItsSum() {
    double[] xy = {1, 2};
    assertThat(ChainAdjoint.fVjp(xy)).containsExactly(ChainAdjoint.sumOfFGradient(xy));
  }

  @Test
  void theTutorialRuns() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AutogradTutorial.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("row 2: the gradient of y2                        [0.0, 0.0, 6.0]")
        .contains("[38.0, 37.0]");
  }
}
