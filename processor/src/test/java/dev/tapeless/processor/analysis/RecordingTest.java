package dev.tapeless.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.adjoint.Recorded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the reverse sweep keeps, computes again or takes back. */
class RecordingTest {

  @Test
  void whatIsNotOverwrittenIsStillThere() {
    assertThat(recorded("double y = Math.sin(x); double z = y * y * x; return z * y;")).isEmpty();
  }

  @Test
  void aProductWithAConstantNeedsNothingSaved() {
    assertThat(recorded("double y = 3 * x; y = 5 * y; y = y - x; return y;")).isEmpty();
  }

  @Test
  void theFactorOfAProductIsSavedBeforeItIsOverwritten() {
    assertThat(recorded("double y = x; y = y * y; y = y * x; return y;"))
        .containsExactly("save y = y * y;", "save y = y * x;");
  }

  @Test
  void onlyWhatAPartialReadsIsSaved() {
    assertThat(recorded("double c = k; double y = x * c; c = 2; y = y + c; return y;"))
        .containsExactly("save c = 2;");
    assertThat(recorded("double c = k; double y = x + c; c = 2; y = y + c; return y;")).isEmpty();
  }

  @Test
  void whatIsSavedOnceIsNotSavedAgainUntilItIsNeededAgain() {
    assertThat(
            recorded(
                "double c = k; double y = x * c; c = 2; c = 3; y = y * c; c = 4; return y * c;"))
        .containsExactly("save c = 2;", "save c = 4;");
  }

  @Test
  void anInactiveValueIsNotSaved() {
    assertThat(recorded("double c = k; double d = c * c; c = 2; return x + d + c;")).isEmpty();
  }

  @Test
  void aLinearUpdateOfAnArraySavesNothing() {
    assertThat(
            recorded(
                """
                double[] u = new double[n];
                for (int t = 0; t < n; t++) {
                  for (int i = 1; i < n; i++) {
                    u[i] = u[i - 1] + 2 * u[i];
                  }
                  u[0] += x;
                }
                return u[n - 1];
                """))
        .isEmpty();
  }

  @Test
  void anElementIsSavedWhenAPartialReadsItsArray() {
    assertThat(
            recorded(
                """
                double[] u = {x, x};
                for (int t = 0; t < n; t++) {
                  u[0] = u[0] * u[1];
                }
                return u[0];
                """))
        .containsExactly("save u[0] = u[0] * u[1];");
  }

  @Test
  void anElementIsSavedWhenItIsOverwrittenUnderAnotherName() {
    assertThat(
            recorded(
                """
                double[] u = {x, x};
                double[] v = u;
                double y = u[0] * u[1];
                v[0] = 3;
                return y * v[0];
                """))
        .containsExactly("save v[0] = 3;");
  }

  @Test
  void aConditionIsAskedAgain() {
    assertThat(recorded("double y = x; if (x > 0) { y = 2 * x; } return y;")).isEmpty();
  }

  @Test
  void aConditionThatIsWrittenInTheBranchHasAName() {
    assertThat(recorded("double y = x; if (y > 0) { y = 2 * y; } return y;")).isEmpty();
  }

  @Test
  void whatAConditionReadsIsSavedWhenItIsOverwrittenLater() {
    assertThat(recorded("int m = n; double y = x; if (m > 0) { y = 2 * x; } m = 5; return y * m;"))
        .containsExactly("save m = 5;");
  }

  @Test
  void whatTheConditionOfARestoringBranchReadsIsSavedToo() {
    assertThat(
            recorded(
                "int m = n; double c = k; double y = x * c; if (m > 0) { c = 2; } m = 5; return y * c * m;"))
        .containsExactly("save c = 2;", "save m = 5;");
  }

  @Test
  void theLocalOfABranchIsComputedAgainWhenThatIsCheap() {
    assertThat(recorded("double y = x; if (n > 0) { double t = x * k; y = t * t; } return y;"))
        .containsExactly("recompute double t = x * k;");
  }

  @Test
  void theLocalOfABranchIsKeptWhenItIsNotCheap() {
    assertThat(
            recorded("double y = x; if (n > 0) { double t = Math.exp(x); y = t * t; } return y;"))
        .containsExactly("keep t");
  }

  @Test
  void aLocalMadeOfANumberThatTheBlockOverwritesIsComputedAgainFromItsSavedValue() {
    assertThat(
            recorded(
                """
                double y = x;
                for (int i = 0; i < n; i++) {
                  double t = 2 * y;
                  y = t * t;
                }
                return y;
                """))
        .containsExactly("save y = t * t;", "recompute double t = 2 * y;");
  }

  @Test
  void aLocalMadeOfAnElementThatTheBlockOverwritesIsKept() {
    assertThat(
            recorded(
                """
                double[] u = {x, x};
                for (int i = 0; i < n; i++) {
                  double t = 2 * u[0];
                  u[0] = t * t;
                }
                return u[0];
                """))
        .containsExactly("keep t");
  }

  @Test
  void aChainOfCheapLocalsIsComputedAgainInOrder() {
    assertThat(
            recorded(
                """
                double y = x;
                for (int i = 0; i < n; i++) {
                  double a = x * i;
                  double b = a + k;
                  y = y + b * b;
                  y = y * 2;
                }
                return y;
                """))
        .containsExactly("recompute double a = x * (double) i;", "recompute double b = a + k;");
  }

  @Test
  void aLocalThatChangesIsKept() {
    assertThat(
            recorded(
                """
                double y = x;
                for (int i = 0; i < n; i++) {
                  double a = x;
                  a = a + i;
                  y = y + a * a;
                  y = y * 2;
                }
                return y;
                """))
        .containsExactly("keep a");
  }

  @Test
  void aSumInALoopThatIsReversedOnTheSpotKeepsNothing() {
    assertThat(
            recorded(
                """
                double s = 0;
                for (int i = 0; i < n; i++) {
                  double t = Math.exp(x * i);
                  s += t * t;
                }
                return s;
                """))
        .isEmpty();
  }

  @Test
  void aCountIsTakenBack() {
    assertThat(
            recorded(
                """
                double[] u = {x, k, x};
                double y = 0;
                int i = 0;
                while (i < 3) {
                  y = 2 * y + u[i];
                  i++;
                }
                return y;
                """))
        .containsExactly("invert i = i + 1;");
  }

  @Test
  void anIndexThatIsNotCountedIsSaved() {
    assertThat(
            recorded(
                """
                double[] u = {x, k, x};
                double y = 0;
                int i = 1;
                while (i < 3) {
                  y = 2 * y + u[i];
                  i = i * 2;
                }
                return y;
                """))
        .containsExactly("save i = i * 2;");
  }

  @Test
  void aCountThatNothingNeedsIsLeftAlone() {
    assertThat(recorded("double y = x; int i = 0; while (i < n) { y = 2 * y; i++; } return y;"))
        .isEmpty();
  }

  @Test
  void theBoundOfALoopIsSavedWhenItIsOverwrittenLater() {
    assertThat(
            recorded(
                "int m = n; double y = x; for (int i = 0; i < m; i++) { y = 2 * y; } m = 5; return y * m;"))
        .containsExactly("save m = 5;");
  }

  @Test
  void theBoundOfALoopThatOnlyRestoresIsSavedToo() {
    assertThat(
            recorded(
                """
                int m = n;
                double c = k;
                double z = x * c;
                for (int i = 0; i < m; i++) {
                  c = c * 1.5;
                }
                m = 5;
                return z * c * m;
                """))
        .containsExactly("save c = c * 1.5;", "save m = 5;");
  }

  @Test
  void aReferenceIsSavedWhenItIsOverwritten() {
    assertThat(
            recorded(
                """
                double[] u = {x, x};
                double[] v = {k, k};
                double y = u[0] * u[1];
                u = v;
                return y * u[0];
                """))
        .contains("save u = v;", "save uBar = vBar;");
  }

  @Test
  void anArrayMadeInALoopIsKeptByReferenceAndItsFreshAdjointsAreMadeAgain() {
    assertThat(
            recorded(
                """
                double y = x;
                for (int i = 0; i < n; i++) {
                  double[] t = new double[2];
                  t[0] = y;
                  y = t[0] * 2;
                }
                return y;
                """))
        .contains("recompute double[] tBar = new double[2];");
  }

  @Test
  void adjointsThatAnotherNameRefersToAreKept() {
    assertThat(
            recorded(
                """
                double[] last = {x};
                for (int i = 0; i < n; i++) {
                  double[] t = new double[1];
                  t[0] = last[0] * 2;
                  last = t;
                }
                return last[0];
                """))
        .contains("recompute double[] tBar = lastBar;")
        .doesNotContain("recompute double[] tBar = new double[1];");
    assertThat(
            recorded(
                """
                double[][] all = new double[n][];
                double y = x;
                for (int i = 0; i < n; i++) {
                  double[] t = new double[1];
                  t[0] = y * 2;
                  all[i] = t;
                  y = all[0][0] * t[0];
                }
                return y;
                """))
        .contains("keep tBar");
  }

  @Test
  void whatIsInTheOtherOfTwoBuffersIsComputedAgain() {
    String step =
        """
        double[] u = {x, 2 * x, x};
        double[] next = new double[3];
        for (int t = 0; t < n; t++) {
          for (int i = 1; i < 3; i++) {
            double d = u[i] - u[i - 1];
            next[i] = d * d;
          }
          double[] swap = u;
          u = next;
          next = %s;
        }
        return u[1];
        """;
    String again = "recompute double d = u[i] - u[i - 1];";
    assertThat(recorded(step.formatted("swap"))).contains(again);
    assertThat(recorded(step.formatted("u"))).contains("keep d").doesNotContain(again);
    assertThat(recorded(step.formatted("n > 3 ? u : swap"))).doesNotContain(again);
    assertThat(recorded(step.formatted("new double[3]"))).contains(again);
  }

  @Test
  void whatANewArrayHadBeforeAnybodyKnewItIsNotSaved() {
    String step =
        """
        double[] r = {x, x};
        for (int i = 0; i < n; i++) {
          double[] t = new double[2];
          for (int j = 0; j < 2; j++) {
            t[j] = r[j] * r[0];
          }
          %s
          r = t;
        }
        return r[0];
        """;
    assertThat(recorded(step.formatted(""))).doesNotContain("save t[j] = r[j] * r[0];");
    assertThat(recorded(step.formatted("t[0] = t[0] * t[1];")))
        .contains("save t[0] = t[0] * t[1];");
    assertThat(recorded(step.formatted("r = t; t[0] = 2 * x;"))).contains("save t[0] = 2 * x;");
    assertThat(
            recorded(
                """
                double s = x;
                int at = 0;
                int[] last = {0};
                for (int i = 0; i < n; i++) {
                  s = s * last[0] + x;
                  int[] t = new int[1];
                  t[0] = 1;
                  at += t[0];
                  t[0] = 2;
                  s = s * s * at;
                  last = t;
                }
                return s;
                """))
        .contains("save t[0] = 2;");
    assertThat(recorded(step.formatted("if (t[0] > 1) { t[0] = 2 * x; }")))
        .contains("save t[0] = 2 * x;");
  }

  @Test
  void theTripsOfAnInnerLoopAreKept() {
    assertThat(
            recorded(
                """
                double y = x;
                for (int i = 0; i < n; i++) {
                  double z = k;
                  while (z < 9) {
                    z = z + 1;
                    y = 2 * y;
                  }
                }
                return y;
                """))
        .containsExactly("keep trips");
  }

  @Test
  void anArrayThatACallWritesIsSavedWhenItIsNeeded() {
    String members =
        """
        static double f(double x, int n) {
          double[] u = {x, x};
          double y = u[0] * u[1];
          bump(u, n);
          return y + u[0];
        }

        static void bump(double[] u, int n) {
          if (n > 0) {
            u[0] = u[0] * 2;
            bump(u, n - 1);
          }
        }
        """;
    assertThat(Recorded.in(members)).containsExactly("save Sample.bump(u, n);");
  }

  /** A division is dearer than a variable, and cheaper than an array that is stored and loaded. */
  @Test
  void aQuotientOfWhatIsSavedIsComputedAgainInLoopsOnly() {
    String step = "double e = Math.exp(y); double g = 1 / (1 + e); y = y * g;";
    String again = "recompute double g = 1 / (1 + e);";
    assertThat(recorded("double y = x; for (int t = 0; t < n; t++) { " + step + " } return y;"))
        .contains("keep e", again)
        .doesNotContain("keep g");
    assertThat(recorded("double y = x; if (n > 3) { " + step + " } return y;"))
        .contains("keep e", "keep g")
        .doesNotContain(again);
  }

  @Test
  void toCompareEverythingIsSaved() {
    assertThat(
            Recorded.inAllOf(
                """
                static double f(double x, int n) {
                  double y = x;
                  y = 2 * y;
                  int i = 0;
                  i++;
                  return y * i;
                }
                """))
        .containsExactly("save y = 2 * y;", "save i = i + 1;");
  }

  private static List<String> recorded(String body) {
    return Recorded.in("static double f(double x, @Constant double k, int n) {\n" + body + "\n}\n");
  }
}
