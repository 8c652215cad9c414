package dev.tapeless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProjectionsTest {

  private static final double[] B = {3, 4, 0};

  @Test
  void theScalarProjectionOnAnAxisIsTheComponent() {
    assertThat(Projections.scalar(B, new double[] {0, 5, 0})).isEqualTo(4);
    assertThat(Projections.scalar(B, new double[] {-2, 0, 0})).isEqualTo(-3);
  }

  @Test
  void theScalarProjectionOnItselfIsTheLength() {
    assertThat(Projections.scalar(B, B)).isCloseTo(5, within(1e-15));
  }

  @Test
  void theVectorProjectionLeavesAPerpendicularRest() {
    double[] a = {1, -2, 0.5};
    double[] along = Projections.vector(B, a);
    double product = 0;
    for (int i = 0; i < a.length; i++) {
      product += (B[i] - along[i]) * a[i];
    }
    assertThat(product).isCloseTo(0, within(1e-14));
  }

  @Test
  void theVectorProjectionHasTheScalarProjectionAsLength() {
    double[] a = {1, 2, 2};
    double[] along = Projections.vector(B, a);
    assertThat(Math.hypot(Math.hypot(along[0], along[1]), along[2]))
        .isCloseTo(Math.abs(Projections.scalar(B, a)), within(1e-15));
    assertThat(along[1]).isCloseTo(2 * along[0], within(1e-15));
  }

  @Test
  void veryLongAndVeryShortVectorsAreScaled() {
    assertThat(Projections.scalar(B, new double[] {3e300, 4e300, 0})).isCloseTo(5, within(1e-14));
    assertThat(Projections.scalar(B, new double[] {3e-310, 4e-310, 0})).isCloseTo(5, within(1e-9));
    assertThat(Projections.vector(B, new double[] {0, 1e300, 0})).containsExactly(0, 4, 0);
    assertThat(Projections.vector(B, new double[] {0, Double.MIN_VALUE, 0}))
        .containsExactly(0, 4, 0);
  }

  @Test
  void theZeroVectorHasNoDirection() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Projections.scalar(B, new double[3]))
        .withMessage("a is the zero vector: it has no direction");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Projections.vector(new double[0], new double[0]));
  }

  @Test
  void theLengthsMustAgree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Projections.vector(B, new double[] {1, 2}))
        .withMessage("b has length 3, a has length 2; they must be the same");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Projections.scalar(B, new double[] {1, 2}));
  }

  @Test
  void argumentsAreNotModified() {
    double[] b = {1, 2};
    double[] a = {2, 1};
    Projections.vector(b, a);
    Projections.scalar(b, a);
    assertThat(b).containsExactly(1, 2);
    assertThat(a).containsExactly(2, 1);
  }
}
