package dev.tapeless.samples.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.samples.workloads.Inputs.BaInput;
import dev.tapeless.samples.workloads.Inputs.GmmInput;
import dev.tapeless.samples.workloads.Inputs.LstmInput;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Arguments that are one array, or share rows, have the derivatives that copies of them have. */
class AliasedArgumentsTest {

  @Test
  void gmm() {
    GmmInput in = Inputs.gmm("d2_K5");
    double[][] x = in.x();
    double[][] means = Arrays.copyOf(x, in.means().length);
    double[][] icf = in.icf();
    Arrays.fill(icf, icf[0]);
    var shared = GmmAdjoint.objectiveValueAndGradient(in.alphas(), means, icf, x, 1.5, 1);
    var copied =
        GmmAdjoint.objectiveValueAndGradient(in.alphas(), copy(means), copy(icf), x, 1.5, 1);
    assertThat(shared.value()).isEqualTo(copied.value());
    assertThat(shared.gradient()).isEqualTo(copied.gradient());
  }

  @Test
  void ba() {
    BaInput in = Inputs.ba();
    double[] camera = in.cameras()[0];
    double[] feature = in.features()[0];
    var shared = BaAdjoint.reprojectionErrorJacobian(camera, camera, 0.5, feature);
    var copied = BaAdjoint.reprojectionErrorJacobian(camera, camera.clone(), 0.5, feature);
    assertThat(shared).isEqualTo(copied);
    assertThat(BaAdjoint.reprojectionErrorVjp(camera, camera, 0.5, feature, feature))
        .isEqualTo(
            BaAdjoint.reprojectionErrorVjp(camera, camera.clone(), 0.5, feature, feature.clone()));
  }

  @Test
  void lstm() {
    LstmInput in = Inputs.lstm();
    double[][] main = in.main();
    for (int i = 2; i < main.length; i++) {
      main[i] = main[i - 2];
    }
    double[][] state = in.state();
    Arrays.fill(state, state[0]);
    var shared = LstmAdjoint.lossValueAndGradient(main, in.extra(), state, in.sequence());
    var copied =
        LstmAdjoint.lossValueAndGradient(copy(main), in.extra(), copy(state), in.sequence());
    assertThat(shared.value()).isEqualTo(copied.value());
    assertThat(shared.gradient()).isEqualTo(copied.gradient());
  }

  @Test
  void pathLoop() {
    double[][] z = Inputs.paths(20, 50);
    Arrays.fill(z, z[3]);
    assertThat(PathLoopAdjoint.priceValueAndGradient(100, 0.03, 0.2, 100, 130, 1, z))
        .isEqualTo(PathLoopAdjoint.priceValueAndGradient(100, 0.03, 0.2, 100, 130, 1, copy(z)));
  }

  @Test
  void rosenbrock() {
    double[] x = Inputs.rosenbrock(10);
    assertThatThrownBy(() -> RosenbrockAdjoint.valueGradientInto(x, x))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[][] copy(double[]... rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }
}
