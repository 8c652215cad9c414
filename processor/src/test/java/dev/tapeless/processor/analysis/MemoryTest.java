package dev.tapeless.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which names and rows may be one array. */
class MemoryTest {

  @Test
  void twoParametersAreTwoArrays() {
    assertThat(
            classes(
                """
                static double f(double[] a, double[] b) {
                  return a[0] + b[0];
                }
                """,
                "a",
                "b"))
        .containsExactly("a", "b");
  }

  @Test
  void aSecondNameIsTheSameArray() {
    assertThat(
            classes(
                """
                static double f(double[] a) {
                  double[] b = a;
                  double[] c = a.clone();
                  double[] d = new double[2];
                  return b[0] + c[0] + d[0];
                }
                """,
                "a",
                "b",
                "c",
                "d"))
        .containsExactly("a b", "c", "d");
  }

  @Test
  void whatIsSwappedIsOneClass() {
    assertThat(
            classes(
                """
                static double f(double[] a, int n) {
                  double[] u = a.clone();
                  double[] v = new double[2];
                  for (int i = 0; i < n; i++) {
                    double[] h = u;
                    u = v;
                    v = h;
                  }
                  return u[0];
                }
                """,
                "a",
                "u",
                "v",
                "h"))
        .containsExactly("a", "u v h");
  }

  @Test
  void aChosenArrayIsBoth() {
    assertThat(
            classes(
                """
                static double f(double[] a, double[] b, double[] c, boolean first) {
                  double[] d = first ? a : b;
                  return d[0] + c[0];
                }
                """,
                "a",
                "b",
                "c",
                "d"))
        .containsExactly("a b d", "c");
  }

  @Test
  void twoAllocationsAreTwoArraysAndOneAllocationInALoopIsOne() {
    assertThat(
            classes(
                """
                static double f(int n) {
                  double[] a = new double[2];
                  double[] b = new double[2];
                  double[] last = null;
                  for (int i = 0; i < n; i++) {
                    double[] c = new double[2];
                    last = c;
                  }
                  return a[0] + b[0] + last[0];
                }
                """,
                "a",
                "b",
                "c",
                "last"))
        .containsExactly("a", "b", "c last");
  }

  @Test
  void theRowsOfAMatrixAreOneClass() {
    Primal primal =
        Primal.of(
            """
            static double f(double[][] m, double[][] w, int i) {
              double[] row = m[i];
              double[] other = w[0];
              return row[0] + other[0];
            }
            """);
    Memory memory = Memory.of(primal.function());
    Var m = primal.variable("m");
    assertThat(memory.of(primal.variable("row"))).isEqualTo(memory.of(row(m, 1)));
    assertThat(memory.numbers(m)).isEqualTo(memory.of(row(m, 0)));
    assertThat(memory.of(m)).isNotEqualTo(memory.numbers(m));
    assertThat(memory.of(primal.variable("other"))).isNotEqualTo(memory.numbers(m));
  }

  @Test
  void aStoredRowIsARowOfTheMatrix() {
    assertThat(
            rowClasses(
                """
                static double f(double[] a, double[] b) {
                  double[][] m = new double[2][];
                  m[0] = a;
                  double[][] k = {b, b};
                  return m[0][0] + k[0][0];
                }
                """,
                "m",
                "a",
                "k",
                "b"))
        .containsExactly("m a", "k b");
  }

  @Test
  void aCloneOfAMatrixSharesItsRows() {
    Primal primal =
        Primal.of(
            """
            static double f(double[][] m) {
              double[][] c = m.clone();
              return c[0][0];
            }
            """);
    Memory memory = Memory.of(primal.function());
    assertThat(memory.of(primal.variable("c"))).isNotEqualTo(memory.of(primal.variable("m")));
    assertThat(memory.numbers(primal.variable("c")))
        .isEqualTo(memory.numbers(primal.variable("m")));
  }

  @Test
  void aLiteralMayHoldLiterals() {
    assertThat(
            rowClasses(
                """
                static double f(double x) {
                  double[][] m = {{x, 1}, {2, x}};
                  double[][] k = {m[0], {x}};
                  double[][] other = {{x}};
                  return m[0][0] + k[0][0] + other[0][0];
                }
                """,
                "m",
                "k",
                "other"))
        .containsExactly("m k", "other");
  }

  @Test
  void aCallMayReturnAnArgumentOrARowOfOne() {
    assertThat(
            rowClasses(
                """
                static double f(double[] a, double[][] m, int[] k) {
                  double[] r = pick(a, m, k);
                  return r[0];
                }

                static double[] pick(double[] a, double[][] m, int[] k) {
                  return k[0] > 0 ? m[0] : a;
                }
                """,
                "a",
                "m",
                "r",
                "k"))
        .containsExactly("a m r", "k");
  }

  @Test
  void aCallMayPutAnArgumentIntoItsResult() {
    assertThat(
            rowClasses(
                """
                static double f(double[] a, int n) {
                  double[][] r = wrapped(a, n);
                  return r[0][0];
                }

                static double[][] wrapped(double[] a, int n) {
                  double[][] m = new double[2][];
                  m[0] = a;
                  return n > 0 ? wrapped(a, n - 1) : m;
                }
                """,
                "a",
                "r"))
        .containsExactly("a r");
  }

  @Test
  void arraysReferToEachOtherThroughChains() {
    assertThat(
            classes(
                """
                static double f(double[] a, double[] b, double[] c, boolean k) {
                  double[] x = a;
                  double[] y = b;
                  if (k) {
                    x = y;
                  }
                  y = c;
                  return x[0] + y[0];
                }
                """,
                "a",
                "b",
                "c",
                "x",
                "y"))
        .containsExactly("a b c x y");
  }

  /** The named variables, those of one class on one line. */
  private static List<String> classes(String members, String... names) {
    Primal primal = Primal.of(members);
    Memory memory = Memory.of(primal.function());
    return Groups.of(name -> memory.of(primal.variable(name)), names);
  }

  /** The named variables, those whose numbers are in one class on one line. */
  private static List<String> rowClasses(String members, String... names) {
    Primal primal = Primal.of(members);
    Memory memory = Memory.of(primal.function());
    return Groups.of(name -> memory.numbers(primal.variable(name)), names);
  }

  private static Expr row(Var m, int i) {
    return Exprs.element(m.read(), Exprs.num(i));
  }
}
