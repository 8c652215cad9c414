package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.contract.Derived;
import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import org.junit.jupiter.api.Test;

/**
 * The processor among the user's own code and other processors: what compiles without it compiles
 * with it.
 */
class RoundsTest {

  private static final String MODEL =
      """
      package p;
      import dev.tapeless.Differentiable;
      public final class Model {
        private Model() {}
        @Differentiable
        public static double square(double x) {
          return x * x;
        }
      }
      """;

  @Test
  void aClassIsGeneratedBesideTheUsers() {
    Compiled compiled = Compiled.of(MODEL).succeeds();
    assertThat(compiled.messages()).isEmpty();
    assertThat(compiled.generated("p.ModelAdjoint")).contains("squareGradient(double x)");
  }

  @Test
  void nothingIsPrintedWithAllLintsAsErrors() {
    Compiled compiled = Javac.plain().with("-Xlint:all", "-Werror").compile(MODEL);
    assertThat(compiled.succeeds().messages()).isEmpty();
  }

  @Test
  void theAnnotatedClassMayUseItsOwnDerivatives() {
    Compiled compiled =
        Javac.plain()
            .with("-Xlint:all", "-Werror")
            .compile(
                """
                package p;
                import dev.tapeless.Differentiable;
                final class Newton {
                  private final double start = NewtonAdjoint.fGradient(1);

                  private Newton() {}

                  @Differentiable
                  static double f(double x) {
                    return x * x - 2;
                  }

                  static double step(double x) {
                    var slope = NewtonAdjoint.fGradient(x);
                    var both = NewtonAdjoint.fValueAndGradient(x);
                    return x - both.value() / slope;
                  }

                  double start() {
                    return new Object() {
                      double twice() {
                        var s = NewtonAdjoint.fGradient(start);
                        return 2 * s;
                      }
                    }.twice();
                  }
                }
                """);
    assertThat(compiled.succeeds().messages()).isEmpty();
  }

  @Test
  void recordsWithCompactConstructorsStandBesideIt() {
    Compiled.of(
            """
            package p;
            import dev.tapeless.Differentiable;
            record Interval(double low, double high) {
              Interval {
                if (low > high) {
                  throw new IllegalArgumentException(low + " > " + high);
                }
              }

              record Named(String name) {
                Named {
                  name = name.strip();
                }
              }

              @Differentiable
              static double width(double low, double high) {
                return high - low;
              }

              static double slope() {
                record Local(double x) {
                  Local {
                    x = x + 0.0;
                  }
                }
                var g = IntervalAdjoint.widthGradient(new Local(1).x(), 2);
                return g.high();
              }
            }
            """)
        .succeeds()
        .load("p.IntervalAdjoint");
  }

  @Test
  void hostsOfEveryKind() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            import dev.tapeless.Differentiable;
            public class Hosts {
              public static class Inner {
                @Differentiable public static double f(double x) { return 2 * x; }
                static class Deep {
                  @Differentiable static double f(double x) { return 3 * x; }
                }
              }
              interface Shape {
                @Differentiable static double f(double x) { return 4 * x; }
              }
              enum Colour {
                RED { @Override int code() { return 1; } };
                abstract int code();
                @Differentiable static double f(double x) { return 5 * x; }
              }
              record Pair(double a, double b) {
                @Differentiable static double f(double x) { return 6 * x; }
              }
            }
            """,
            """
            package p;
            public interface Top {
              @dev.tapeless.Differentiable static double f(double x) { return x; }
            }
            """);
    compiled.succeeds();
    assertThat(compiled.generated("p.Hosts_InnerAdjoint")).contains("public final class");
    assertThat(compiled.generated("p.Hosts_Inner_DeepAdjoint"))
        .doesNotContain("public final class");
    assertThat(compiled.hasGenerated("p.Hosts_ShapeAdjoint")).isTrue();
    assertThat(compiled.hasGenerated("p.Hosts_ColourAdjoint")).isTrue();
    assertThat(compiled.hasGenerated("p.Hosts_PairAdjoint")).isTrue();
    assertThat(compiled.generated("p.TopAdjoint")).contains("public final class");
  }

  @Test
  void theUnnamedPackage() {
    Compiled compiled =
        Compiled.of(
            """
            class Plain {
              @dev.tapeless.Differentiable
              static double f(double x) {
                return Other.twice(x);
              }
              static double g() {
                var g = PlainAdjoint.fGradient(1.0);
                return g;
              }
            }
            """,
            """
            class Other {
              static double twice(double x) {
                return 2 * x;
              }
            }
            """);
    assertThat(compiled.succeeds().hasGenerated("PlainAdjoint")).isTrue();
  }

  @Test
  void classesMayUseEachOthersDerivatives() {
    Compiled.of(
            """
            package p;
            import dev.tapeless.Differentiable;
            final class A {
              @Differentiable static double f(double x) { return x * x; }
              static double g(double x) { var g = BAdjoint.fGradient(x); return g; }
            }
            """,
            """
            package p;
            import dev.tapeless.Differentiable;
            final class B {
              @Differentiable static double f(double x) { return x * x * x; }
              static double g(double x) { var g = AAdjoint.fGradient(x); return g; }
            }
            """)
        .succeeds();
  }

  @Test
  void helpersInOtherFilesAreRead() {
    Compiled compiled =
        Javac.plain()
            .with("-Atapeless.dump=primal")
            .compile(
                """
                package p;
                import q.Helpers;
                final class A {
                  @dev.tapeless.Differentiable
                  static double f(double x) {
                    return Helpers.twice(x) + Beside.thrice(x);
                  }
                }
                """,
                """
                package q;
                public final class Helpers {
                  public static double twice(double x) { return add(x, x); }
                  static double add(double a, double b) { return a + b; }
                }
                class Aside {}
                """,
                """
                package p;
                class First {}
                class Beside {
                  static double thrice(double x) { return 3 * x; }
                }
                """);
    assertThat(compiled.succeeds().file("p/AAdjoint.primal.txt"))
        .contains("twice")
        .contains("thrice");
  }

  @Test
  void bodiesWaitForWhatAnotherProcessorGenerates() {
    Compiled compiled =
        Javac.plain()
            .processors(new DifferentiableProcessor(), new Generating())
            .compile(
                """
                package p;
                @Deprecated
                final class A {
                  @dev.tapeless.Differentiable
                  static double f(double x) {
                    return Generated.twice(x) * Generated.FACTOR;
                  }
                  static double g(double x) { var g = AAdjoint.fGradient(x); return g; }
                }
                """);
    assertThat(compiled.succeeds().hasGenerated("p.AAdjoint")).isTrue();
  }

  @Test
  void theUsersOwnErrorsAreReportedOnceWhereTheyAre() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            final class A {
              @dev.tapeless.Differentiable
              static double f(double x) {
                int n = "three";
                return unknown(x) + y;
              }
              static double g(double x) { return AAdjoint.fGradient(x); }
            }
            """);
    assertThat(compiled.errors()).extracting(m -> m.line()).containsExactlyInAnyOrder(5L, 6L, 6L);
    assertThat(compiled.errors()).allMatch(m -> m.file().equals("p/A.java"));
    assertThat(compiled.errors().toString())
        .contains("incompatible types")
        .contains("cannot find symbol")
        .doesNotContain("tapeless");
  }

  @Test
  void anErrorInAHelperIsReportedThere() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            final class A {
              @dev.tapeless.Differentiable
              static double f(double x) { return B.helper(x); }
            }
            """,
            """
            package p;
            final class B {
              static double helper(double x) {
                return missing;
              }
            }
            """);
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).file()).isEqualTo("p/B.java");
    assertThat(compiled.errors().get(0).line()).isEqualTo(4);
  }

  @Test
  void aMissingTypeInADeclarationIsLeftToTheCompiler() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            final class A {
              @dev.tapeless.Differentiable
              static double f(Missing x) { return 1; }
            }
            """);
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).text()).contains("cannot find symbol");
  }

  @Test
  void aRefusedMethodKeepsItsClassFromBeingGenerated() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            import dev.tapeless.Differentiable;
            final class A {
              @Differentiable static double good(double x) { return x; }
              @Differentiable
              // expect [NoActiveResult] A.bad(double[]) returns int, which has no derivative
              static int bad(double[] x) { return 1; }
            }
            """,
            """
            package p;
            import dev.tapeless.Differentiable;
            final class B {
              @Differentiable static double f(double x) { var g = 2; return x * g; }
              static double g(double x) { var g = AAdjoint.goodGradient(x); return g; }
            }
            """);
    compiled.findsWhatItExpects();
    assertThat(compiled.hasGenerated("p.AAdjoint")).isFalse();
  }

  @Test
  void aMistakeOfOursIsAMessageAtTheMethod() {
    Compiled compiled =
        Javac.plain()
            .processors(
                new DifferentiableProcessor(
                    options ->
                        (method, stages) -> {
                          throw new IllegalStateException("boom");
                        }))
            .compile(MODEL);
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).line()).isEqualTo(6);
    assertThat(compiled.errors().get(0).summary())
        .startsWith("[InternalError] tapeless failed on Model.square(double)");
    assertThat(compiled.errors().get(0).text())
        .startsWith("[tapeless:InternalError]")
        .contains(
            "IllegalStateException: boom", "at dev.tapeless.processor", "on Java", "please report");
  }

  @Test
  void anEndlessRecursionOfOursIsAMessageAtTheMethod() {
    Transforms endless =
        new Transforms() {
          @Override
          public Derived derive(Pipeline.Method m, Stages s) {
            return derive(m, s);
          }
        };
    Compiled compiled =
        Javac.plain().processors(new DifferentiableProcessor(options -> endless)).compile(MODEL);
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).text()).contains("StackOverflowError");
  }

  @Test
  void olderSourceIsRefused() {
    Compiled compiled =
        Javac.plain()
            .with("--release", "11")
            .compile(
                """
                package p;
                final class A {
                  @dev.tapeless.Differentiable
                  // expect [SourceTooOld] derivatives are written in Java 17, and this is compiled as Java 11
                  static double f(double x) { return x; }
                }
                """);
    compiled.findsWhatItExpects();
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    Compiled.of(
            """
            package p;
            final class A {
              @dev.tapeless.Differentiable
              // expect [NameTaken] the derivatives of p.A go into a class p.AAdjoint, and there is one already
              static double f(double x) { return x; }
            }
            """,
            "package p; final class AAdjoint {}")
        .findsWhatItExpects();
  }

  @Test
  void theDumpShowsThePrimal() {
    Compiled compiled = Javac.plain().with("-Atapeless.dump=primal").compile(MODEL);
    assertThat(compiled.succeeds().file("p/ModelAdjoint.primal.txt")).contains("square");
  }

  @Test
  void aMistakeBeforeAnyMethodIsStillAMessage() {
    Compiled compiled =
        Javac.plain()
            .processors(
                new DifferentiableProcessor(
                    options -> {
                      throw new IllegalStateException("boom");
                    }))
            .compile(MODEL);
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).summary())
        .startsWith("[InternalError] tapeless failed on this compilation");
  }

  @Test
  void anErrorElsewhereInTheClassIsNoneOfOurBusiness() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            final class A {
              @dev.tapeless.Differentiable
              static double f(double x) { return x * x; }
              static String g(double x) {
                int n = AAdjoint.fGradient(x);
                return n;
              }
            }
            """);
    assertThat(compiled.errors()).extracting(m -> m.line()).containsExactly(6L, 7L);
    assertThat(compiled.hasGenerated("p.AAdjoint")).isTrue();
  }

  @Test
  void aMissingReturnIsReportedOnce() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            final class A {
              @dev.tapeless.Differentiable
              static double f(double x) {
                if (x > 0) {
                  return x;
                }
              }
            }
            """);
    assertThat(compiled.errors())
        .extracting(m -> m.text())
        .containsExactly("missing return statement");
  }

  @Test
  void aConstantOfAMissingTypeIsReportedWhereItIsDeclared() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            final class A {
              static final Missing RATE = new Missing();
              @dev.tapeless.Differentiable
              static double f(double x) { return x * RATE.value(); }
            }
            """);
    assertThat(compiled.errors()).isNotEmpty().allMatch(m -> m.line() == 3);
  }

  @Test
  void aGeneratedOperationHasNoDerivativeWithoutASecondOne() {
    Compiled.of(
            """
            package p;
            import dev.tapeless.Differentiable;
            final class A {
              @Differentiable static double f(double x) { return x * x; }
              @Differentiable static double g(double x) {
                // expect [NotDifferentiable] AAdjoint.fGradient cannot be differentiated: A.f(double) has no second derivatives
                return AAdjoint.fGradient(x);
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void aHelperThatCannotBeReadIsNoObstacleWhereNoDerivativePasses() {
    Compiled compiled =
        Compiled.of(
            """
            package p;
            final class A {
              static int size(int n) {
                return java.util.List.of(n, n).size();
              }
              @dev.tapeless.Differentiable
              static double f(double x) { return x * size(3); }
              public static double run() { return AAdjoint.fGradient(5); }
            }
            """);
    assertThat(compiled.run("p.A", "run")).isEqualTo(2.0);
  }
}
