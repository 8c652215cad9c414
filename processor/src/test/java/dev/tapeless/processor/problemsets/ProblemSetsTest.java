package dev.tapeless.processor.problemsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.processor.testing.Operations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of the problems that optimisation is tested with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProblemSetsTest {

  private static final double TOLERANCE = 1e-12;
  private static final double SECOND_TOLERANCE = 1e-11;

  private CompiledProblems analysed;
  private CompiledProblems naive;

  static List<Problem> problems() {
    List<Problem> all = new ArrayList<>(MghProblems.all());
    all.addAll(HockSchittkowskiProblems.all());
    return all;
  }

  static Stream<Problem> fits() {
    return problems().stream().filter(p -> p.minimum().isPresent());
  }

  static Stream<Problem> problemsWithKnownValues() {
    return problems().stream().filter(p -> !p.known().isEmpty());
  }

  @BeforeAll
  void compile() {
    analysed = CompiledProblems.analysed();
    naive = CompiledProblems.naive();
  }

  @ParameterizedTest
  @MethodSource("problems")
  void derivativesAreThoseOfForwardDifferentiation(Problem problem) {
    for (double[] x : points(problem)) {
      Dual[] expected = problem.reference().at(Dual.variables(x));
      for (CompiledProblems compiled : List.of(analysed, naive)) {
        Operations operations = compiled.operations(problem, "");
        if (operations.isScalar()) {
          compare(expected[0], operations.primal(x), gradient(operations, x));
        } else {
          compareAll(expected, operations, x);
        }
        if (problem.isFit()) {
          Operations sum = compiled.operations(problem, "Sum");
          compare(Dual.sumOfSquares(expected), sum.primal(x), gradient(sum, x));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void hessiansAreThoseOfForwardDifferentiation(Problem problem) {
    for (double[] x : points(problem)) {
      Dual[] residuals = problem.reference().at(Dual.variables(x));
      for (CompiledProblems compiled : List.of(analysed, naive)) {
        if (problem.isFit()) {
          compareHessian(Dual.sumOfSquares(residuals), compiled.operations(problem, "Sum"), x);
        } else if (compiled.operations(problem, "").isScalar()) {
          compareHessian(residuals[0], compiled.operations(problem, ""), x);
        }
      }
    }
  }

  private static void compareHessian(Dual expected, Operations operations, double... x) {
    double[][] hessian = (double[][]) operations.call("Hessian", List.of(), new Object[] {x});
    double[] direction = new double[x.length];
    Arrays.setAll(direction, i -> 1 - 0.3 * i);
    double[] product = (double[]) operations.hvp(new Object[] {x}, List.of(direction)).get(0);
    assertThat(hessian).hasDimensions(x.length, x.length);
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      double size = 0;
      for (int j = 0; j < x.length; j++) {
        double error = SECOND_TOLERANCE * expected.curvatureSizes()[i][j];
        assertThat(hessian[i][j])
            .as("by %d and %d", i, j)
            .isCloseTo(expected.curvatures()[i][j], within(error));
        sum += expected.curvatures()[i][j] * direction[j];
        size += expected.curvatureSizes()[i][j] * Math.abs(direction[j]);
      }
      assertThat(product[i]).as("product %d", i).isCloseTo(sum, within(SECOND_TOLERANCE * size));
    }
  }

  /** The start, and others at which the functions are defined too. */
  private static List<double[]> points(Problem problem) {
    Random random = new Random(problem.name().hashCode());
    List<double[]> points = new ArrayList<>(List.of(problem.start()));
    for (double spread : new double[] {0.02, 0.1, 0.3}) {
      double[] moved = problem.start().clone();
      for (int i = 0; i < moved.length; i++) {
        moved[i] += spread * (random.nextDouble() - 0.4) * Math.max(0.1, Math.abs(moved[i]));
      }
      points.add(moved);
    }
    return points;
  }

  private static double[] gradient(Operations operations, double... x) {
    return (double[]) operations.call("Gradient", List.of(), new Object[] {x});
  }

  private static double[][] jacobian(Operations operations, double... x) {
    return (double[][]) operations.call("Jacobian", List.of(), new Object[] {x});
  }

  private static void compareAll(Dual[] expected, Operations operations, double... x) {
    double[] values = (double[]) operations.primal(x);
    double[][] jacobian = jacobian(operations, x);
    assertThat(values).hasSameSizeAs(expected);
    for (int i = 0; i < values.length; i++) {
      compare(expected[i], values[i], jacobian[i]);
    }
  }

  private static void compare(Dual expected, Object value, double... slopes) {
    double size = 1e-9 * Math.max(1, Math.abs(expected.value()));
    assertThat((Double) value).isCloseTo(expected.value(), within(size));
    assertThat(slopes).hasSameSizeAs(expected.slopes());
    for (int j = 0; j < slopes.length; j++) {
      assertThat(slopes[j])
          .as("by %d", j)
          .isCloseTo(expected.slopes()[j], within(TOLERANCE * expected.sizes()[j]));
    }
  }

  @ParameterizedTest
  @MethodSource("problemsWithKnownValues")
  void valuesAreThoseOfTheLiterature(Problem problem) {
    Operations operations = analysed.operations(problem, problem.isFit() ? "Sum" : "");
    for (Problem.Known known : problem.known()) {
      assertThat((Double) operations.primal(known.point()))
          .isCloseTo(known.value(), within(known.tolerance()));
    }
  }

  @ParameterizedTest
  @MethodSource("fits")
  void theMinimaOfTheLiteratureAreReached(Problem problem) {
    Operations operations = analysed.operations(problem, "");
    double found =
        new LevenbergMarquardt(x -> (double[]) operations.primal(x), x -> jacobian(operations, x))
            .minimumFrom(problem.start());
    double expected = problem.minimum().getAsDouble();
    assertThat(found).isCloseTo(expected, within(Math.max(1e-15, 1e-5 * expected)));
  }
}
