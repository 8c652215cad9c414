package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import org.junit.jupiter.api.Test;

/** What is right, but may not be what was meant, gets a warning. */
class WarningsTest {

  private static Compiled compile(String members) {
    return Compiled.of(
        "import dev.tapeless.Constant;\nimport dev.tapeless.Differentiable;\nclass Sample {\n"
            + members
            + "}\n");
  }

  @Test
  void aParameterWithoutInfluence() {
    compile(
            """
            @Differentiable
            static double f(
                double x,
                // expect [NoDependence] the result does not depend on y, so the derivative by it is zero
                double y) {
              return x * x;
            }
            """)
        .warnsAsItExpects();
  }

  @Test
  void aParameterThatActsThroughStepsOnly() {
    compile(
            """
            @Differentiable
            static double f(
                double x,
                // expect [OnlyThroughSteps] the result depends on y only through steps and conditions, so the derivative by it is zero
                double y) {
              double s = x;
              // expect [LostInStep] an active value loses its derivative in Math.floor
              double k = Math.floor(y);
              // expect [LostInStep] an active value loses its derivative in the cast to int
              int n = (int) y;
              return s * k * n;
            }
            """)
        .warnsAsItExpects();
  }

  @Test
  void conditionsCountAsSteps() {
    compile(
            """
            @Differentiable
            static double f(
                double x,
                // expect [OnlyThroughSteps] the result depends on y only through steps and conditions, so the derivative by it is zero
                double y) {
              return y > 0 ? x : x * x;
            }
            """)
        .warnsAsItExpects();
  }

  @Test
  void anExactComparison() {
    compile(
            """
            @Differentiable
            static double f(double x) {
              // expect [ExactComparison] an active value is compared by ==, and its derivative gets lost
              if (x == 0) {
                return 1;
              }
              return Math.sin(x) / x;
            }
            """)
        .warnsAsItExpects();
  }

  @Test
  void anArgumentThatIsWritten() {
    compile(
            """
            @Differentiable
            static double f(
                // expect [ModifiesArgument] the method writes into its argument x; its derivatives do not
                double[] x) {
              x[0] = x[0] * x[1];
              return x[0];
            }
            """)
        .warnsAsItExpects();
  }

  @Test
  void constantsThatAreConstantAnyway() {
    compile(
            """
            @Differentiable
            static double f(
                double x,
                @dev.tapeless.Constant double a,
                // expect [NeedlessConstant] @Constant says nothing about n: no derivative is taken by a parameter of type int
                @dev.tapeless.Constant int n,
                // expect [NeedlessConstant] @Constant says nothing about names: no derivative is taken by a parameter of type String[]
                @dev.tapeless.Constant String[] names) {
              return n * x * a * names.length;
            }

            @Differentiable
            double g(
                double x,
                // expect [NeedlessConstant] @Constant says nothing about k: no derivative is taken by a parameter of type long
                @dev.tapeless.Constant long k) {
              return k * x;
            }
            """)
        .warnsAsItExpects();
  }

  @Test
  void formulasForWhichThereIsSomethingBetter() {
    compile(
            """
            @Differentiable
            static double f(double x, double y) {
              // expect [KnownRemedy] the root of a sum of two squares is less exact than Math.hypot, and so is its derivative
              double r = Math.sqrt(x * x + y * y);
              // expect [KnownRemedy] the logarithm of one plus a value is less exact than Math.log1p, and so is its derivative
              r += Math.log(1 + x);
              // expect [KnownRemedy] the exponential minus one is less exact than Math.expm1, and so is its derivative
              return r * (Math.exp(x) - 1);
            }
            """)
        .warnsAsItExpects();
  }

  @Test
  void aWarningThatNobodyWants() {
    Compiled compiled =
        compile(
            """
            @SuppressWarnings("tapeless:NoDependence")
            @Differentiable
            static double f(double x, double y) {
              return x * x;
            }

            @Differentiable
            static double root(double x) {
              double y = 1;
              double before = 0;
              while (y != before) {
                before = y;
                y = 0.5 * (y + x / y);
              }
              return y;
            }

            @SuppressWarnings("tapeless")
            @Differentiable
            static double g(double x) {
              return x == 0 ? 1 : x;
            }
            """);
    assertThat(compiled.succeeds().warnings()).isEmpty();
  }
}
