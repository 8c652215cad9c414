package dev.tapeless.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.adjoint.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which loops are reversed on the spot, and with which adjoints of their sums. */
class ReversedOnTheSpotTest {

  @Test
  void aSumThatIsReturned() {
    assertThat(
            fused(
                """
                double s = 0;
                for (int i = 0; i < x.length; i++) {
                  s += x[i] * x[i];
                }
                return s;
                """))
        .containsExactly("for (int i = 0; i < x.length; i++), sBar == 1");
  }

  @Test
  void aSumInALinearResult() {
    assertThat(
            fused(
                """
                double s = 1;
                for (int i = 0; i < n; i++) {
                  s -= x[i] * y;
                }
                double mean = s / n;
                return 2 - mean * y;
                """))
        .containsExactly("for (int i = 0; i < n; i++), sBar == y * -1 / (double) n");
  }

  @Test
  void severalSumsOfOneLoop() {
    assertThat(
            fused(
                """
                double s = 0;
                double t = 0;
                for (int i = 0; i < n; i++) {
                  s += x[i];
                  if (x[i] > 0) {
                    t += x[i] * y;
                  }
                }
                return s + 3 * t;
                """))
        .containsExactly("for (int i = 0; i < n; i++), sBar == 1, tBar == 3 * 1");
  }

  @Test
  void aNestOfLoopsIsFusedAsAWhole() {
    assertThat(
            fused(
                """
                double s = 0;
                for (int i = 0; i < n; i++) {
                  double t = 0;
                  for (int j = 0; j < i; j++) {
                    t += x[i] * x[j];
                  }
                  s += t * y;
                }
                return s;
                """))
        .containsExactly(
            "for (int i = 0; i < n; i++), sBar == 1", "for (int j = 0; j < i; j++), tBar == y * 1");
  }

  @Test
  void anInnerSumUsedNonlinearlyIsNotKnownBefore() {
    assertThat(
            fused(
                """
                double s = 0;
                for (int i = 0; i < n; i++) {
                  double t = 0;
                  for (int j = 0; j < i; j++) {
                    t += x[i] * x[j];
                  }
                  s += t * t;
                }
                return s;
                """))
        .containsExactly("for (int i = 0; i < n; i++), sBar == 1");
  }

  @Test
  void aSumThatTheLoopReads() {
    assertThat(
            fused(
                """
                double s = 0;
                for (int i = 0; i < n; i++) {
                  double t = s;
                  s += x[i] * t;
                }
                return s;
                """))
        .isEmpty();
    assertThat(
            fused(
                """
                double s = 0;
                for (int i = 0; i < n; i++) {
                  if (s < 3) {
                    s += x[i];
                  }
                }
                return s;
                """))
        .isEmpty();
  }

  @Test
  void aSumUsedNonlinearlyAfterwards() {
    assertThat(fused("double s = 0; for (int i = 0; i < n; i++) { s += x[i]; } return s * s;"))
        .isEmpty();
    assertThat(
            fused("double s = 0; for (int i = 0; i < n; i++) { s += x[i]; } return Math.exp(s);"))
        .isEmpty();
    assertThat(fused("double s = 0; for (int i = 0; i < n; i++) { s += x[i]; } return y / s;"))
        .isEmpty();
  }

  @Test
  void aSumUsedInABranchALoopOrACall() {
    assertThat(
            fused(
                "double s = 0; for (int i = 0; i < n; i++) { s += x[i]; } double r = 0; if (n > 1) { r = s; } return r;"))
        .isEmpty();
    assertThat(
            fused(
                "double s = 0; for (int i = 0; i < n; i++) { s += x[i]; } double r = 0; for (int i = 0; i < n; i++) { r += s; } return r;"))
        .containsExactly("for (int i = 0; i < n; i++), rBar == 1");
    assertThat(
            fused(
                "double s = 0; for (int i = 0; i < n; i++) { s += x[i]; } double[] a = {s}; return a[0];"))
        .isEmpty();
  }

  @Test
  void anArrayThatIsWrittenAfterTheLoopThatReadsIt() {
    assertThat(
            fused(
                """
                double[] u = x.clone();
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += u[i];
                }
                u[0] = y;
                return s + u[0];
                """))
        .isEmpty();
  }

  @Test
  void anArrayThatIsWrittenAfterTheLoopUnderAnotherName() {
    assertThat(
            fused(
                """
                double[] u = x.clone();
                double[] w = u;
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += u[i];
                }
                w[0] = y;
                return s + w[0];
                """))
        .isEmpty();
  }

  @Test
  void anotherArrayMayBeWrittenAfterTheLoop() {
    assertThat(
            fused(
                """
                double[] u = new double[n];
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += x[i];
                }
                u[0] = y;
                return s + u[0];
                """))
        .hasSize(1);
  }

  @Test
  void aVariableThatIsOverwrittenAfterTheLoopThatReadsIt() {
    assertThat(
            fused(
                """
                double c = y;
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += c * x[i];
                }
                c = 2 * c;
                return s + c;
                """))
        .isEmpty();
  }

  @Test
  void aFactorThatIsNotThereYet() {
    assertThat(
            fused(
                """
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += x[i];
                }
                double c = Math.exp(y);
                return s * c;
                """))
        .isEmpty();
    assertThat(
            fused(
                """
                double c = Math.exp(y);
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += x[i];
                }
                return s * c;
                """))
        .containsExactly("for (int i = 0; i < n; i++), sBar == c * 1");
  }

  @Test
  void twoSumsOfOneLoopMultiplied() {
    assertThat(
            fused(
                "double s = 0; double t = 0; for (int i = 0; i < n; i++) { s += x[i]; t += y; } return s * t;"))
        .isEmpty();
  }

  @Test
  void ofTwoSumsMultipliedTheSecondIsFused() {
    assertThat(
            fused(
                """
                double s = 0;
                for (int i = 0; i < n; i++) {
                  s += x[i];
                }
                double t = 0;
                for (int j = 0; j < n; j++) {
                  t += x[j] * y;
                }
                return s * t;
                """))
        .containsExactly("for (int j = 0; j < n; j++), tBar == s * 1");
  }

  @Test
  void aLoopThatWritesAnArrayFromOutside() {
    assertThat(
            fused(
                """
                double[] u = new double[n];
                double s = 0;
                for (int i = 0; i < n; i++) {
                  u[i] = x[i] * y;
                  s += u[i];
                }
                return s;
                """))
        .isEmpty();
  }

  @Test
  void aLoopThatWritesAnArrayOfItsOwn() {
    assertThat(
            fused(
                """
                double s = 0;
                for (int i = 0; i < n; i++) {
                  double[] u = new double[2];
                  u[0] = x[i];
                  s += u[0] * u[0];
                }
                return s;
                """))
        .hasSize(1);
  }

  @Test
  void aLoopThatWritesAnotherNameOfAnArrayFromOutside() {
    assertThat(
            fused(
                """
                double[] w = new double[n];
                double s = 0;
                for (int i = 0; i < n; i++) {
                  double[] u = w;
                  u[0] = x[i];
                  s += u[0] * u[0];
                }
                return s;
                """))
        .isEmpty();
  }

  @Test
  void aLoopThatAssignsAVariableFromOutside() {
    assertThat(
            fused(
                "double s = 0; double last = 0; for (int i = 0; i < n; i++) { s += x[i]; last = x[i]; } return s + last;"))
        .isEmpty();
  }

  @Test
  void whatHasNoAdjointGoesOnFromTripToTrip() {
    assertThat(
            fused(
                "double s = 0; int k = 0; for (int i = 0; i < n; i++) { s += x[k]; k += 1; } return s;"))
        .containsExactly("for (int i = 0; i < n; i++), sBar == 1");
    assertThat(
            fused(
                "double s = 0; double w = 1; for (int i = 0; i < n; i++) { s += w * x[i]; w = -w; } return s;"))
        .containsExactly("for (int i = 0; i < n; i++), sBar == 1");
    assertThat(fused("int k = 0; for (int i = 0; i < n; i++) { k += i; } return x[k];")).isEmpty();
  }

  @Test
  void aSumThatIsOverwrittenBeforeTheLoop() {
    assertThat(
            fused("double s = 0; s = y * y; for (int i = 0; i < n; i++) { s += x[i]; } return s;"))
        .containsExactly("for (int i = 0; i < n; i++), sBar == 1");
  }

  @Test
  void aSumThatIsReadBeforeTheLoop() {
    assertThat(
            fused(
                "double s = y; double t = s * s; for (int i = 0; i < n; i++) { s += x[i]; } return s + t;"))
        .isEmpty();
  }

  @Test
  void aSumThatIsOverwrittenAfterTheLoop() {
    assertThat(
            fused(
                "double s = 0; for (int i = 0; i < n; i++) { s += x[i]; } double t = s; s = y; return t + s;"))
        .containsExactly("for (int i = 0; i < n; i++), sBar == 1");
  }

  @Test
  void aGeneralLoop() {
    assertThat(fused("double s = 0; int i = 0; while (i < n) { s += x[i]; i++; } return s;"))
        .containsExactly("while (i < n), sBar == 1");
    assertThat(fused("double s = 0; int i = 0; while (s < n) { s += x[i]; i++; } return s;"))
        .isEmpty();
  }

  @Test
  void aLoopInABranch() {
    assertThat(
            fused(
                "double s = 0; if (n > 0) { for (int i = 0; i < n; i++) { s += x[i]; } } return s;"))
        .containsExactly("for (int i = 0; i < n; i++), sBar == 1");
  }

  @Test
  void aLoopInABranchThatReadsAVariableOfTheBranch() {
    assertThat(
            fused(
                """
                double s = 0;
                if (n > 0) {
                  double z = y * y;
                  for (int i = 0; i < n; i++) {
                    s += z * x[i];
                  }
                }
                return s;
                """))
        .isEmpty();
  }

  @Test
  void aSumThatNothingDependsOnNeedsNoAdjoint() {
    assertThat(
            fused(
                "double s = 0; double seen = 0; for (int i = 0; i < n; i++) { s += x[i]; seen += x[i]; } return s;"))
        .containsExactly("for (int i = 0; i < n; i++), sBar == 1");
  }

  private static List<String> fused(String body) {
    return Recorded.fused("static double f(double[] x, double y, int n) {\n" + body + "}\n");
  }
}
