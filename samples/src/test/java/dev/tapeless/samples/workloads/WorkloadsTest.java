package dev.tapeless.samples.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.samples.workloads.Inputs.BaInput;
import dev.tapeless.samples.workloads.Inputs.GmmInput;
import dev.tapeless.samples.workloads.Inputs.LstmInput;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated derivatives are those written by hand. */
class WorkloadsTest {

  private static final double PRECISION = 1e-12;

  @ParameterizedTest
  @ValueSource(strings = {"d2_K5", "d10_K25", "d20_K50"})
  void gmm(String size) {
    GmmInput in = Inputs.gmm(size);
    var expected =
        GmmByHand.valueAndGradient(in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    var actual =
        GmmAdjoint.objectiveValueAndGradient(
            in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
    assertClose(new double[] {actual.value()}, new double[] {expected.value()});
    assertClose(actual.gradient().alphas(), expected.gradient().alphas());
    assertClose(flat(actual.gradient().means()), flat(expected.gradient().means()));
    assertClose(flat(actual.gradient().icf()), flat(expected.gradient().icf()));
  }

  @Test
  void ba() {
    BaInput in = Inputs.ba();
    in.cameras()[1][0] = 0;
    in.cameras()[1][1] = 0;
    in.cameras()[1][2] = 0;
    BaJacobian expected = new BaJacobian(in.weights().length);
    BaJacobian actual = new BaJacobian(in.weights().length);
    expected.byHand(in);
    actual.generated(in);
    assertClose(actual.error(), expected.error());
    assertClose(actual.weightError(), expected.weightError());
    assertClose(actual.weightBlocks(), expected.weightBlocks());
    for (int i = 0; i < expected.blocks().length; i += 15) {
      assertClose(
          Arrays.copyOfRange(actual.blocks(), i, i + 15),
          Arrays.copyOfRange(expected.blocks(), i, i + 15));
    }
    Ba.Residuals residuals =
        Ba.residuals(
            in.cameras(), in.points(), in.weights(), in.camera(), in.point(), in.features());
    assertThat(actual.error()).isEqualTo(residuals.reprojection());
    assertThat(actual.weightError()).isEqualTo(residuals.weight());
  }

  @Test
  void lstm() {
    LstmInput in = Inputs.lstm();
    var expected = LstmByHand.valueAndGradient(in.main(), in.extra(), in.state(), in.sequence());
    var actual = LstmAdjoint.lossValueAndGradient(in.main(), in.extra(), in.state(), in.sequence());
    assertClose(new double[] {actual.value()}, new double[] {expected.value()});
    assertClose(flat(actual.gradient().main()), flat(expected.gradient().main()));
    assertClose(flat(actual.gradient().extra()), flat(expected.gradient().extra()));
  }

  @Test
  void rosenbrock() {
    double[] x = Inputs.rosenbrock(1000);
    double[] expected = new double[x.length];
    double[] actual = new double[x.length];
    double value = RosenbrockByHand.gradient(x, expected);
    assertThat(RosenbrockAdjoint.valueGradientInto(x, actual)).isEqualTo(value);
    assertClose(actual, expected);
  }

  @Test
  void pathLoop() {
    double[][] z = Inputs.paths(200, 50);
    double[] expected = new double[5];
    double value =
        PathLoopByHand.gradient(
            100, 0.03, 0.2, 100, 130, 1, z, new double[51], new double[50], expected);
    var actual = PathLoopAdjoint.priceValueAndGradient(100, 0.03, 0.2, 100, 130, 1, z);
    var g = actual.gradient();
    assertClose(new double[] {actual.value()}, new double[] {value});
    for (int i = 0; i < 5; i++) {
      double[] all = {g.spot(), g.rate(), g.vol(), g.strike(), g.barrier()};
      assertClose(new double[] {all[i]}, new double[] {expected[i]});
    }
  }

  /** No element differs by more than a tiny part of the largest. */
  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    for (int i = 0; i < actual.length; i++) {
      assertThat(Math.abs(actual[i] - expected[i]))
          .as("element %d: %s, not %s", i, actual[i], expected[i])
          .isLessThanOrEqualTo(PRECISION * largest);
    }
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
