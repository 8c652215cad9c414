package dev.tapeless.processor.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Variables;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What statements read and write. */
class EffectsTest {

  @Test
  void anAssignmentOfAnElementWritesContentsAndReadsTheReference() {
    Facts f =
        new Facts(
            """
            static double f(double[] a, double[] b, int i, double x) {
              a[i] = b[i] * x;
              return a[0];
            }
            """);
    Stmt s = f.primal.statement("a[i] = b[i] * x;");
    assertThat(f.written(s)).containsExactly("a[]");
    assertThat(f.read(List.of(s))).containsExactly("a", "b", "b[]", "i", "x");
  }

  @Test
  void aWriteThroughASecondNameIsAWriteToTheFirst() {
    Facts f =
        new Facts(
            """
            static double f(double[] a, double[][] m) {
              double[] b = a;
              double[] row = m[0];
              b[0] = 1;
              row[0] = 2;
              return a[0] + m[0][0];
            }
            """);
    assertThat(f.written(f.primal.statement("b[0] = 1;"))).contains("a[]", "b[]");
    assertThat(f.written(f.primal.statement("row[0] = 2;"))).containsExactly("m[][]", "row[]");
  }

  @Test
  void aLengthReadsNoContents() {
    Facts f =
        new Facts(
            """
            static double f(double[] a, double[][] m) {
              int n = a.length + m[0].length;
              return n;
            }
            """);
    assertThat(f.read(f.primal.body())).containsExactly("a", "m", "m[]");
  }

  @Test
  void aCopyReadsContentsOfTheRankThatItCopies() {
    Facts f =
        new Facts(
            """
            static double f(double[] a, double[][] m) {
              double[] b = a.clone();
              double[][] c = m.clone();
              return b[0] + c[0][0];
            }
            """);
    assertThat(f.read(List.of(f.primal.statement("double[] b = a.clone();"))))
        .containsExactly("a", "a[]");
    assertThat(f.read(List.of(f.primal.statement("double[][] c = m.clone();"))))
        .containsExactly("m", "m[]");
  }

  @Test
  void statementsDoNotReadWhatTheyDeclare() {
    Facts f =
        new Facts(
            """
            static double f(double x) {
              double y = x;
              double z = y * x;
              return z;
            }
            """);
    assertThat(f.read(f.primal.body())).containsExactly("x");
    assertThat(f.writtenBy(f.primal.body())).containsExactly("y", "z");
  }

  @Test
  void aHelperWritesTheArrayThatItIsGiven() {
    Facts f =
        new Facts(
            """
            static double f(double[] a, double[] b) {
              put(a, b);
              return a[0];
            }

            static void put(double[] to, double[] from) {
              to[0] = from[0];
            }
            """);
    Stmt call = f.primal.statement("Sample.put(a, b);");
    assertThat(f.written(call)).containsExactly("a[]");
    assertThat(f.read(List.of(call))).containsExactly("a", "a[]", "b", "b[]");
  }

  @Test
  void whatIsWrittenIsSeenThroughHelpersOfHelpersNamesAndRows() {
    assertThat(
            writtenParameters(
                """
                static double f(double[] a, double[] b, double[][] m, double[] c, int[] k) {
                  double[] other = a;
                  one(other, b);
                  double[] row = m[1];
                  two(row, 3);
                  return c[0] + b[0];
                }

                static void one(double[] p, double[] q) {
                  two(p, (int) q[0]);
                }

                static void two(double[] p, int n) {
                  if (n > 0) {
                    p[0] = n;
                    two(p, n - 1);
                  }
                }
                """))
        .containsExactly("a", "m");
  }

  @Test
  void helpersThatCallEachOtherAreSeenThrough() {
    assertThat(
            writtenParameters(
                """
                static double f(double[] a, double[] b) {
                  return even(a, b, 3);
                }

                static double even(double[] p, double[] q, int n) {
                  return n == 0 ? q[0] : odd(q, p, n - 1);
                }

                static double odd(double[] p, double[] q, int n) {
                  if (n < 2) {
                    q[0] = 1;
                  }
                  return even(p, q, n - 1);
                }
                """))
        .containsExactly("a", "b");
  }

  @Test
  void aParameterThatIsCopiedFirstIsNotWritten() {
    assertThat(
            writtenParameters(
                """
                static double f(double[] a, double[] b, int[] k, boolean c) {
                  double[] u = a.clone();
                  u[0] = 1;
                  double[] v = c ? a : b;
                  k[0]++;
                  return v[0];
                }
                """))
        .containsExactly("k");
  }

  @Test
  void aParameterThatMayBeTheArrayIsWritten() {
    assertThat(
            writtenParameters(
                """
                static double f(double[] a, double[] b, double[][] m, boolean c) {
                  double[] v = c ? a : m[0];
                  v[0] = 1;
                  return v[0] + b[0];
                }
                """))
        .containsExactly("a", "m");
  }

  @Test
  void aRowWrittenThroughTheResultOfACallIsWritten() {
    assertThat(
            writtenParameters(
                """
                static double f(double[] a, double[] b, int n) {
                  double[] r = same(a, n);
                  r[0] = 1;
                  return b[0];
                }

                static double[] same(double[] p, int n) {
                  return n == 0 ? p : same(p, n - 1);
                }
                """))
        .containsExactly("a");
  }

  private static List<String> writtenParameters(String members) {
    Primal primal = Primal.of(members);
    return Effects.writtenParameters(primal.function(), primal.program()).stream()
        .map(v -> v.name())
        .sorted()
        .toList();
  }

  /**
   * Effects as names: {@code a} is the variable, {@code a[]} the elements of its array, {@code
   * a[][]} those of the rows.
   */
  private static final class Facts {

    private final Primal primal;
    private final Effects effects;

    Facts(String members) {
      primal = Primal.of(members);
      effects = Effects.of(Memory.of(primal.function()), primal.program());
    }

    Set<String> written(Stmt s) {
      return names(effects.writtenBy(s));
    }

    Set<String> writtenBy(List<Stmt> s) {
      return names(effects.writtenBy(s));
    }

    Set<String> read(List<Stmt> s) {
      return names(effects.readBy(s));
    }

    private Set<String> names(Collection<Location> locations) {
      Set<String> names = new TreeSet<>();
      for (Location location : locations) {
        if (location instanceof Location.Variable v) {
          names.add(v.variable().name());
        }
      }
      for (var v : Variables.of(primal.function())) {
        String name = v.name();
        for (Location location : effects.contents(v.read())) {
          name += "[]";
          if (locations.contains(location)) {
            names.add(name);
          }
        }
      }
      return names;
    }
  }
}
