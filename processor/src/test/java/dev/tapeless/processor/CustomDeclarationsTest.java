package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where derivatives that are written by hand may stand, and what is wrong with some. */
class CustomDeclarationsTest {

  @TempDir Path folder;

  /** A class whose comments say what is wrong with its methods. */
  private static Compiled refuses(String members) {
    String source =
        """
        import dev.tapeless.*;

        class Sample {
          static double f(double x) {
            return x * x;
          }
          static double g(double a, @SuppressWarnings("unused") double[] x, int n) {
            return a * n;
          }
          static double two(double a) {
            return a;
          }
          static double two(float a, int n) {
            return a;
          }
          static <T> double generic(double x, T other) {
            return x;
          }
          static void nothing(double[] x) {
            x[0] = 1;
          }
          static double passive(int n) {
            return n;
          }
          private static double hidden(double x) {
            return x;
          }
          double same(double x) {
            return x;
          }
          static double same(Sample s, double x) {
            return x;
          }
          static double risky(double x) throws java.io.IOException {
            return x;
          }
        %s
        }
        """;
    return Compiled.of(source.formatted(members)).findsWhatItExpects();
  }

  private static String advice(String members) {
    String text = refuses(members).errors().get(0).text();
    return text.substring(text.indexOf('\n') + 1).stripIndent();
  }

  @Test
  void theSeedIsMissing() {
    String advice =
        advice(
            """
              @Vjp(of = Sample.class, method = "f")
              // expect [WrongSignature] Sample.fVjp(double): the seed is missing
              static double fVjp(double x) {
                return 2 * x;
              }
            """);
    assertThat(advice)
        .isEqualTo(
            """
            declare it as
              static double fVjp(double x, double v)""");
  }

  @Test
  void aTangentIsMissing() {
    String advice =
        advice(
            """
              @Jvp(of = Sample.class, method = "g")
              // expect [WrongSignature] Sample.byG(double, double[], int, double): a tangent is missing
              static double byG(double a, double[] x, int n, double aDot) {
                return n * aDot;
              }
            """);
    assertThat(advice)
        .isEqualTo(
            """
            declare it as
              static double byG(double a, double[] x, int n, double aDot, double[] xDot)""");
  }

  @Test
  void aParameterIsOfTheWrongType() {
    String advice =
        advice(
            """
              @Vjp(of = Sample.class, method = "g")
              // expect [WrongSignature] Sample.byG(double, double, int, double): its parameter x is of type double
              static double byG(double a, double x, int n, double v) {
                return n * v;
              }
            """);
    assertThat(advice)
        .isEqualTo(
            """
            declare it as
              static GGradient byG(double a, double[] x, int n, double v), with record GGradient(double a, double[] x) {}""");
  }

  @Test
  void theNumberOfParametersIsWrong() {
    refuses(
        """
          @Vjp(of = Sample.class, method = "f")
          // expect [WrongSignature] Sample.fVjp(double, double, double): it has too many parameters
          static double fVjp(double x, double y, double v) {
            return 2 * x * v;
          }
          @Vjp(of = Sample.class, method = "g")
          // expect [WrongSignature] Sample.gVjp(double): it has too few parameters
          static double gVjp(double a) {
            return 2 * a;
          }
        """);
  }

  @Test
  void theResultIsOfTheWrongType() {
    refuses(
        """
          @Vjp(of = Sample.class, method = "f")
          // expect [WrongSignature] Sample.one(double, double): it returns float
          static float one(double x, double v) {
            return 0;
          }
          @Vjp(of = Sample.class, method = "g")
          // expect [WrongSignature] Sample.two(double, double[], int, double): it returns double[]
          static double[] two(double a, double[] x, int n, double v) {
            return x;
          }
          record Turned(double[] x, double a) {}
          @Vjp(of = Sample.class, method = "g")
          // expect [WrongSignature] Sample.three(double, double[], int, double): it returns Turned
          static Turned three(double a, double[] x, int n, double v) {
            return new Turned(x, a);
          }
          @Jvp(of = Sample.class, method = "f")
          // expect [WrongSignature] Sample.four(double, double): it returns void
          static void four(double x, double xDot) {
          }
        """);
  }

  @Test
  void aConstantParameterNeedsNoTangent() {
    String advice =
        advice(
            """
              @Jvp(of = Sample.class, method = "g")
              // expect [WrongSignature] Sample.byG(double, double[], int, double, double[]): it has too many parameters
              static double byG(double a, @Constant double[] x, int n, double aDot, double[] xDot) {
                return n * aDot;
              }
            """);
    assertThat(advice)
        .isEqualTo(
            """
            declare it as
              static double byG(double a, @Constant double[] x, int n, double aDot)""");
  }

  @Test
  void allParametersAreConstant() {
    String advice =
        advice(
            """
              @Vjp(of = Sample.class, method = "f")
              // expect [WrongSignature] Sample.fVjp(double, double): all parameters are @Constant
              static double fVjp(@Constant double x, double v) {
                return 0;
              }
            """);
    assertThat(advice).endsWith("static double fVjp(double x, double v)");
  }

  @Test
  void noOverloadFits() {
    String advice =
        advice(
            """
              @Vjp(of = Sample.class, method = "two")
              // expect [WrongSignature] Sample.by(int, double): its parameters fit no method two
              static double by(int n, double v) {
                return 0;
              }
            """);
    assertThat(advice)
        .isEqualTo(
            """
            declare it as
              static double by(double a, double v)
            or
              static float by(float a, int n, double v)""");
  }

  @Test
  void theTwoModesDisagree() {
    String advice =
        advice(
            """
              @Vjp(of = Sample.class, method = "g")
              static double gVjp(double a, @Constant double[] x, int n, double v) {
                return n * v;
              }
              @Jvp(of = Sample.class, method = "g")
              // expect [WrongSignature] Sample.gJvp(double, double[], int, double, double[]): other parameters are @Constant than those of Sample.gVjp(double, double[], int, double)
              static double gJvp(double a, double[] x, int n, double aDot, double[] xDot) {
                return n * aDot;
              }
            """);
    assertThat(advice)
        .endsWith("static double gJvp(double a, @Constant double[] x, int n, double aDot)");
  }

  @Test
  void theMethodIsNotThere() {
    refuses(
        """
          @Vjp(of = Sample.class, method = "h")
          // expect [NoSuchMethod] Sample has no method h
          static double hVjp(double x, double v) {
            return 2 * x * v;
          }
          @Vjp(of = double.class, method = "h")
          // expect [NoSuchMethod] double is no class
          static double byNumber(double x, double v) {
            return 2 * x * v;
          }
          @Vjp(of = Sample.class, method = "same")
          // expect [NoSuchMethod] it cannot be told which of Sample.same(double) and Sample.same(Sample, double) is meant
          static double byBoth(Sample s, double x, double v) {
            return v;
          }
        """);
  }

  @Test
  void theMethodHasNothingToDifferentiate() {
    refuses(
        """
          @Vjp(of = Sample.class, method = "generic")
          // expect [NoSuchMethod] there is no derivative of Sample.generic(double, T), which has type parameters
          static double one(double x, Object other, double v) {
            return v;
          }
          @Vjp(of = Sample.class, method = "nothing")
          // expect [NoSuchMethod] there is no derivative of Sample.nothing(double[]), which returns no real number
          static double[] two(double[] x, double[] v) {
            return v;
          }
          record Pair(double a, double b) {}
          static double sum(Pair p) {
            return p.a + p.b;
          }
          @Vjp(of = Sample.class, method = "sum")
          // expect [NoSuchMethod] there is no derivative of Sample.sum(Pair), which gets or returns a record of real numbers
          static Pair ofRecord(Pair p, double v) {
            return new Pair(v, v);
          }
          @Vjp(of = Sample.class, method = "passive")
          // expect [NoSuchMethod] there is no derivative of Sample.passive(int), which gets no real number
          static double three(int n, double v) {
            return v;
          }
        """);
  }

  @Test
  void generatedCodeCannotCallIt() {
    refuses(
        """
          @Vjp(of = Sample.class, method = "f")
          // expect [NotCallable] generated code cannot call Sample.one(double, double), which is not static
          double one(double x, double v) {
            return v;
          }
          @Vjp(of = Sample.class, method = "f")
          // expect [NotCallable] generated code cannot call Sample.two(double, double), which is private
          private static double two(double x, double v) {
            return v;
          }
          private static class Inner {
            @Vjp(of = Sample.class, method = "f")
            // expect [NotCallable] generated code cannot call Inner.three(double, double), which is private
            static double three(double x, double v) {
              return v;
            }
          }
          @Vjp(of = Sample.class, method = "f")
          // expect [NotCallable] generated code cannot call Sample.four(double, double), which has type parameters
          static <T> double four(double x, double v) {
            return v;
          }
          @Vjp(of = Sample.class, method = "f")
          // expect [NotCallable] generated code cannot call Sample.five(double, double), which has checked exceptions
          static double five(double x, double v) throws java.io.IOException {
            return v;
          }
          @Vjp(of = Sample.class, method = "hidden")
          // expect [NotCallable] generated code cannot call Sample.hidden(double), which is private
          static double six(double x, double v) {
            return v;
          }
          private record Pair(double a, double[] x) {}
          @Vjp(of = Sample.class, method = "g")
          // expect [NotCallable] generated code cannot call Sample.seven(double, double[], int, double), which returns a private record
          static Pair seven(double a, double[] x, int n, double v) {
            return new Pair(a, x);
          }
        """);
  }

  @Test
  void twoForOneMethod() {
    refuses(
        """
          @Vjp(of = Sample.class, method = "f")
          static double one(double x, double v) {
            return 2 * x * v;
          }
          @Vjp(of = Sample.class, method = "f")
          // expect [TwoDerivatives] Sample.f(double) has a @Vjp already: Sample.one(double, double)
          static double two(double x, double v) {
            return 2 * x * v;
          }
          @Jvp(of = Sample.class, method = "f")
          static double three(double x, double xDot) {
            return 2 * x * xDot;
          }
        """);
  }

  @Test
  void anActiveValueForAConstantParameter() {
    refuses(
        """
          @Vjp(of = Sample.class, method = "g")
          static double gVjp(double a, @Constant double[] x, int n, double v) {
            return n * v;
          }
          @Differentiable
          static double user(double a, double[] x) {
            double y = g(a, new double[] {1}, 2);
            double unused = g(a, x, 3);
            // expect [ConstantParameter] an active value goes into Sample.g, whose derivative holds argument 2 constant
            double z = g(a, x, 2);
            return y + z;
          }
        """);
  }

  @Test
  void anObjectThatChangesBeforeItsDerivativeIsAsked() {
    refuses(
        """
          double k;
          double scaled(double x) {
            return k * x;
          }
          @Vjp(of = Sample.class, method = "scaled")
          static double scaledVjp(Sample self, double x, double v) {
            return self.k * v;
          }
          void change() {
            k = 2 * k;
          }
          @Differentiable
          static double user(double a, Sample s) {
            double y = s.scaled(a);
            // expect [ChangesState] Sample.change() may change fields or arrays whose earlier values the derivative needs
            s.change();
            return y;
          }
        """);
  }

  /** What the refusal of a call proposes. */
  private static String proposed(String members) {
    Compiled refused =
        Compiled.of(
            "import dev.tapeless.*;\nfinal class Sample {\n"
                + "  static native double load(double x, int n);\n"
                + "  static native float[] mix(double[] u, float w);\n"
                + members
                + "}\n");
    String text = refused.errors().get(0).text();
    return text.substring(text.indexOf(":\n") + 2).stripIndent();
  }

  @Test
  void theRefusalOfACallShowsTheDerivativeToWrite() {
    assertThat(
            proposed(
                """
                  @Differentiable
                  static double f(double x) {
                    return load(x, 2);
                  }
                """))
        .isEqualTo(
            """
            @Vjp(of = Sample.class, method = "load")
            static double loadVjp(double x, int n, double v) {
              throw new UnsupportedOperationException();
            }""");
  }

  @Test
  void whatIsProposedCompilesWhereItIsPasted() {
    String method =
        """
          @Differentiable
          static double g(double[] x) {
            return mix(x, 2)[0];
          }
        """;
    String proposed = proposed(method);
    assertThat(proposed)
        .isEqualTo(
            """
            record MixGradient(double[] u, float w) {}
            @Vjp(of = Sample.class, method = "mix")
            static MixGradient mixVjp(double[] u, float w, float[] v) {
              throw new UnsupportedOperationException();
            }""");
    Compiled.of(
            "import dev.tapeless.*;\nfinal class Sample {\n"
                + "  static native float[] mix(double[] u, float w);\n"
                + method
                + proposed
                + "\n}\n")
        .succeeds();
  }

  @Test
  void ofAMethodOfTheJdkNoNamesAreKnown() {
    assertThat(
            proposed(
                """
                  @Differentiable
                  static double f(double x, java.awt.geom.Line2D.Double line) {
                    return line.ptLineDist(x, 2 * x);
                  }
                """))
        .matches(
            "(?s)@Vjp\\(of = Line2D.class, method = \"ptLineDist\"\\)\n"
                + "static double\\[] ptLineDistVjp\\(Line2D self, double \\w+, double \\w+, double v\\).*");
  }

  private static final String LIBRARY =
      """
      package lib;
      public final class Lib {
        private Lib() {}
        public static double square(double x) {
          return x * x;
        }
        public static double[] doubled(double[] x) {
          return new double[] {2 * x[0], 2 * x[1]};
        }
        public static double product(double a, double b) {
          return a * b;
        }
      }
      """;

  private static final String DERIVATIVES =
      """
      package lib;
      import dev.tapeless.*;
      public final class LibDerivatives {
        private LibDerivatives() {}
        @Vjp(of = Lib.class, method = "square")
        public static double squareVjp(double x, double v) {
          return 2 * x * v;
        }
        @Vjp(of = Lib.class, method = "doubled")
        public static double[] doubledVjp(double[] x, double[] v) {
          return new double[] {2 * v[0], 2 * v[1]};
        }
        @Vjp(of = Lib.class, method = "product")
        public static double[] productVjp(double a, double b, double v) {
          return new double[] {b * v, a * v};
        }
      }
      """;

  private static final String USER =
      """
      package p;
      import dev.tapeless.*;
      %s
      public final class User {
        private User() {}
        public static final class Inner {
          @Differentiable
          public static double f(double a, double[] x) {
            double[] y = lib.Lib.doubled(x);
            return a * lib.Lib.square(y[0]) + lib.Lib.product(y[1], a);
          }
        }
        public static double[] run() {
          var g = User_InnerAdjoint.fGradient(3, new double[] {5, 7});
          var t = User_InnerAdjoint.fJvp(3, new double[] {5, 7}, 1, new double[] {1, 1});
          return new double[] {g.a(), g.x()[0], g.x()[1], t};
        }
      }
      """;

  /** f = 4 a x[0]^2 + 2 x[1] a. */
  private static void isRight(Compiled compiled) {
    assertThat((double[]) compiled.run("p.User", "run")).containsExactly(114, 120, 6, 240);
    assertThat(compiled.generated("p.User_InnerAdjoint"))
        .contains("LibDerivatives.squareVjp(", "LibDerivatives.doubledVjp(");
  }

  @Test
  void ofAMethodInAJarInAnotherFile() {
    Path library = Javac.plain().compile(LIBRARY).writeTo(folder);
    Compiled compiled =
        Javac.plain()
            .with("-Xlint:all", "-Werror")
            .classPath(library)
            .compile(USER.formatted(""), DERIVATIVES);
    assertThat(compiled.succeeds().messages()).isEmpty();
    isRight(compiled);
  }

  @Test
  void fromAJarByTheAnnotationOfTheClass() {
    Path library = Javac.plain().compile(LIBRARY, DERIVATIVES).writeTo(folder);
    isRight(
        Javac.plain()
            .classPath(library)
            .compile(USER.formatted("@UseDerivatives(lib.LibDerivatives.class)")));
  }

  @Test
  void fromAJarByTheAnnotationOfThePackage() {
    Path library = Javac.plain().compile(LIBRARY, DERIVATIVES).writeTo(folder);
    isRight(
        Javac.plain()
            .classPath(library)
            .compile(
                """
                @dev.tapeless.UseDerivatives({lib.LibDerivatives.class, String.class})
                package p;
                """,
                USER.formatted("")));
  }

  @Test
  void thoseOfAJarMustBeNamed() {
    Path library = Javac.plain().compile(LIBRARY, DERIVATIVES).writeTo(folder);
    assertThat(Javac.plain().classPath(library).compile(USER.formatted("")).errors())
        .extracting(e -> e.line() + ": " + e.summary())
        .containsExactly(
            "9: [NoDerivative] no derivative is known for Lib.doubled(double[])",
            "10: [NoDerivative] no derivative is known for Lib.square(double)",
            "10: [NoDerivative] no derivative is known for Lib.product(double, double)");
  }

  @Test
  void thoseOfAJarAndOfASourceForOneMethod() {
    Path library = Javac.plain().compile(LIBRARY, DERIVATIVES).writeTo(folder);
    Javac.plain()
        .classPath(library)
        .compile(
            """
            package p;
            import dev.tapeless.*;
            @UseDerivatives(lib.LibDerivatives.class)
            // expect [TwoDerivatives] Lib.square(double) has a @Vjp already: User.squareVjp(double, double)
            final class User {
              @Vjp(of = lib.Lib.class, method = "square")
              static double squareVjp(double x, double v) {
                return 2 * x * v;
              }
              @Differentiable
              static double f(double x) {
                return lib.Lib.square(x);
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void whatTheGeneratedClassCannotSee() {
    String derivatives =
        DERIVATIVES
            .replace("package lib;", "package other;\nimport lib.Lib;")
            .replace("public ", "");
    Javac.plain()
        .compile(
            LIBRARY,
            derivatives,
            """
            package p;
            import dev.tapeless.*;
            final class User {
              @Differentiable
              static double f(double x) {
                // expect [PrivateState] the generated class cannot see the derivative LibDerivatives.squareVjp(double, double)
                return lib.Lib.square(x);
              }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void itsTypesMayBeGenerated() {
    Compiled compiled =
        Compiled.of(
            """
            import dev.tapeless.*;
            public final class User {
              @Differentiable
              public static double f(double a, double b) {
                return a * Series.product(a, b);
              }
            }
            """,
            """
            import dev.tapeless.*;
            final class Series {
              static double product(double a, double b) {
                return b * a;
              }
              @Vjp(of = Series.class, method = "product")
              static OtherAdjoint.ProductGradient productVjp(double a, double b, double v) {
                return OtherAdjoint.productVjp(a, b, v);
              }
            }
            """,
            """
            import dev.tapeless.*;
            final class Other {
              @Differentiable
              static double product(double a, double b) {
                return a * b;
              }
            }
            """,
            """
            public final class Main {
              public static double[] run() {
                var g = UserAdjoint.fGradient(2, 5);
                return new double[] {g.a(), g.b()};
              }
            }
            """);
    assertThat((double[]) compiled.run("Main", "run")).containsExactly(20, 4);
  }

  @Test
  void aTypeThatNobodyGeneratesIsTheUsersMistake() {
    Compiled compiled =
        Compiled.of(
            """
            import dev.tapeless.*;
            final class User {
              @Differentiable
              static double f(double a) {
                return product(a, 2);
              }
              static double product(double a, double b) {
                return b * a;
              }
              @Vjp(of = User.class, method = "product")
              static Nobody productVjp(double a, double b, double v) {
                return null;
              }
            }
            """);
    assertThat(compiled.errors().get(0).text()).contains("cannot find symbol");
  }

  @Test
  void theExceptionOfTheMethodComesBeforeThoseOfItsDerivatives() {
    Compiled compiled =
        Compiled.of(
            """
            import dev.tapeless.*;
            public final class User {
              @Differentiable
              public static double f(double x) {
                return root(x);
              }
              static double root(double x) {
                if (x < 0) {
                  throw new IllegalArgumentException("negative");
                }
                return Math.sqrt(x);
              }
              @Vjp(of = User.class, method = "root")
              static double rootVjp(double x, double v) {
                throw new IllegalStateException("reverse");
              }
              @Jvp(of = User.class, method = "root")
              static double rootJvp(double x, double xDot) {
                throw new IllegalStateException("forward");
              }
              public static double reverse() {
                return UserAdjoint.fGradient(-1);
              }
              public static double forward() {
                return UserAdjoint.fJvp(-1, 1);
              }
            }
            """);
    assertThatThrownBy(() -> compiled.run("User", "reverse")).hasMessage("negative");
    assertThatThrownBy(() -> compiled.run("User", "forward")).hasMessage("negative");
  }

  private static final String SHAPES =
      """
      import dev.tapeless.*;
      public final class User {
        @Differentiable
        public static double f(double[] x) {
          return sum(x) * sum(x[0], x[1]);
        }
        static double sum(double[] x) {
          return x[0] + x[1];
        }
        static double sum(double a, double b) {
          return a + b;
        }
        @Vjp(of = User.class, method = "sum")
        static double[] one(double[] x, double v) {
          return new double[] {v, v%s};
        }
        @Vjp(of = User.class, method = "sum")
        static double[] two(double a, double b, double v) {
          return new double[] {v, v%s};
        }
      }
      """;

  private static void gradient(String one, String two) throws ReflectiveOperationException {
    Compiled.of(SHAPES.formatted(one, two))
        .load("UserAdjoint")
        .getMethod("fGradient", double[].class)
        .invoke(null, (Object) new double[] {1, 2});
  }

  @Test
  void theShapeOfWhatItReturnsIsCheckedAtRunTime() {
    assertThatThrownBy(() -> gradient(", v", ""))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasStackTraceContaining("the result of one");
    assertThatThrownBy(() -> gradient("", ", v"))
        .hasCauseInstanceOf(IllegalArgumentException.class)
        .hasStackTraceContaining("the result of two has length 3 instead of 2");
  }

  @Test
  void secondDerivativesThroughThem() {
    refuses(
        """
        @Differentiable(order = 2)
        static double second(double x) {
          // expect [NoSecondDerivative] no second derivative is known for Sample.load
          return x * load(x);
        }

        @Differentiable(order = 2)
        static double throughHelpers(double x, int n) {
          return n == 0 ? x : recursive(x, n);
        }

        static double recursive(double x, int n) {
          // expect [NoSecondDerivative] no second derivative is known for Sample.load
          return n == 0 ? load(x) : recursive(x * x, n - 1);
        }

        @Differentiable(order = 2)
        static double ofNothingActive(double x, @Constant double c) {
          return x * x * load(c);
        }

        static double load(double x) {
          return 2 * x;
        }

        @Vjp(of = Sample.class, method = "load")
        static double loadVjp(double x, double v) {
          return 2 * v;
        }
        """);
  }
}
