package dev.tapeless.processor.behaviour;

import dev.tapeless.processor.testing.Programs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The second derivatives of library methods: at ordinary points, and where a formula is special.
 */
class SecondDerivativesOfFunctionsTest {

  @TestFactory
  Stream<DynamicTest> ofOneArgument() {
    Programs programs = new Programs();
    for (String name :
        List.of(
            "sqrt",
            "cbrt",
            "exp",
            "expm1",
            "log",
            "log10",
            "log1p",
            "sinh",
            "cosh",
            "tanh",
            "sin",
            "cos",
            "tan",
            "asin",
            "acos",
            "atan",
            "toRadians",
            "toDegrees",
            "abs",
            "nextUp",
            "nextDown",
            "signum",
            "floor",
            "rint")) {
      for (String owner : List.of("Math", "StrictMath")) {
        programs.add(
            owner + "." + name,
            "static double f(double x, double y) { return y * %s.%s(x * x * y) * x; }"
                .formatted(owner, name),
            p -> {
              p.at(0.7, 1.1).isRight();
              p.at(-0.4, 0.6).isRight();
              p.at(0.9, 0.2).isRight();
            });
      }
    }
    return programs.tests();
  }

  @TestFactory
  Stream<DynamicTest> ofSeveralArguments() {
    Programs programs = new Programs();
    for (String call :
        List.of(
            "pow(x, y)",
            "pow(x, 2)",
            "pow(x, 3)",
            "pow(x, -1.5)",
            "pow(x, 0.5)",
            "pow(x, 1)",
            "pow(x, 0)",
            "pow(x * y, n)",
            "pow(1.5, y)",
            "hypot(x, y)",
            "hypot(x, 0.3)",
            "atan2(x, y)",
            "atan2(x, -2.0)",
            "max(x * x, y)",
            "min(x * y, y)",
            "copySign(x * y, -1.0)",
            "copySign(1.0, y)",
            "fma(x, y, x * y)",
            "IEEEremainder(x, y)",
            "scalb(x * y, n)",
            "nextAfter(x, y)")) {
      programs.add(
          call,
          "static double f(double x, double y, int n) { double r = Math.%s; return r * r * x; }"
              .formatted(call),
          p -> {
            p.at(0.7, 1.1, 2).isRight();
            p.at(0.4, 0.6, 3).isRight();
            p.at(1.3, 0.45, -1).isRight();
          });
    }
    return programs.tests();
  }

  @TestFactory
  Stream<DynamicTest> atSpecialPoints() {
    double infinite = Double.POSITIVE_INFINITY;
    double none = Double.NaN;
    return new Programs()
        .add("x * x by pow", of("Math.pow(x, 2)"), f -> f.at(0.0).hessianIs(2))
        .add("a cube by pow", of("Math.pow(x, 3)"), f -> f.at(0.0).hessianIs(0))
        .add(
            "pow with a small exponent",
            of("Math.pow(x, 0.5)"),
            f -> f.at(0.0).hessianIs(-infinite))
        .add(
            "pow with an exponent below 2",
            of("Math.pow(x, 1.5)"),
            f -> f.at(0.0).hessianIs(infinite))
        .add(
            "a root",
            of("Math.sqrt(x)"),
            f ->
                f.at(0.0)
                    .hessianIs(-infinite)
                    .at(-0.0)
                    .hessianIs(-infinite)
                    .at(-1.0)
                    .hessianIs(none))
        .add(
            "a logarithm",
            of("Math.log(x)"),
            f ->
                f.at(0.0)
                    .hessianIs(-infinite)
                    .at(-0.0)
                    .hessianIs(-infinite)
                    .at(-1.0)
                    .hessianIs(none))
        .add(
            "log1p",
            of("Math.log1p(x)"),
            f -> f.at(-1.0).hessianIs(-infinite).at(0.0).hessianIs(-1))
        .add(
            "an arc sine",
            of("Math.asin(x)"),
            f -> f.at(1.0).hessianIs(infinite).at(0.0).hessianIs(0))
        .add(
            "a saturated tanh",
            of("Math.tanh(x)"),
            f ->
                f.at(400.0)
                    .hessianIs(0)
                    .at(-800.0)
                    .hessianIs(0)
                    .at(20.0)
                    .hessianIs(-8 * Math.exp(-40))
                    .at(0.0)
                    .hessianIs(0))
        .add("an arc tangent far out", of("Math.atan(x)"), f -> f.at(1e200).hessianIs(0))
        .add(
            "an absolute value",
            of("Math.abs(x)"),
            f -> f.at(0.0).hessianIs(0).at(-2.0).hessianIs(0))
        .add(
            "the square of a maximum",
            of("Math.max(x, 0) * Math.max(x, 0)"),
            f -> f.at(0.0).hessianIs(0.5).at(1.0).hessianIs(2).at(-1.0).hessianIs(0))
        .add("its square", of("Math.abs(x) * Math.abs(x)"), f -> f.at(-2.0).hessianIs(2))
        .add(
            "pow by both at y = 0",
            "static double f(double x, double y) { return Math.pow(x, y); }",
            f ->
                f.at(2.0, 0.0)
                    .hessianIs(0, 0.5, 0.5, Math.log(2) * Math.log(2))
                    .at(0.0, 2.0)
                    .hessianIs(2, 0, 0, 0))
        .add(
            "hypot at the origin",
            "static double f(double x, double y) { return Math.hypot(x, y); }",
            f ->
                f.at(0.0, 0.0)
                    .hessianIs(0, 0, 0, 0)
                    .at(3.0, 4.0)
                    .hessianIs(.128, -.096, -.096, .072))
        .tests();
  }

  @TestFactory
  Stream<DynamicTest> zerosWinAgainstInfinities() {
    return new Programs()
        .add(
            "a pole that the direction does not reach",
            "static double f(double x, double y) { return Math.sqrt(x) + y * y * y; }",
            f -> f.at(0.0, 2.0).hessianIs(Double.NEGATIVE_INFINITY, 0, 0, 12))
        .add(
            "a pole whose adjoint is zero",
            "static double f(double x, double y) { return Math.sqrt(x) * y; }",
            f -> f.at(0.25, 0.0).hessianIs(0, 1, 1, 0))
        .add(
            "a logarithm times zero",
            "static double f(double x, double y) { return 0 * Math.log(x) + y * y; }",
            f -> f.at(0.0, 2.0).hessianIs(0, 0, 0, 2))
        .add(
            "a branch that is not taken",
            """
            static double f(double x, double y) {
              return x > 0 ? Math.sqrt(x) * Math.log(x) * y : x * x * y;
            }
            """,
            f -> f.at(0.0, 3.0).hessianIs(6, 0, 0, 0).at(-1.0, 3.0).hessianIs(6, -2, -2, 0))
        .add(
            "the elements of an array",
            """
            static double f(double[] x) {
              double s = 0;
              for (double xi : x) {
                s += Math.sqrt(xi) + Math.pow(xi, 0.25) + Math.log(xi + 1);
              }
              return s;
            }
            """,
            f ->
                f.at(new double[] {0, 1})
                    .hessianIs(Double.NEGATIVE_INFINITY, 0, 0, -0.25 - 0.1875 - 0.25))
        .tests();
  }

  private static String of(String formula) {
    return "static double f(double x) { return %s; }".formatted(formula);
  }
}
