package dev.tapeless.processor.problemsets;

import dev.tapeless.processor.problemsets.Problem.Known;
import dev.tapeless.processor.problemsets.Problem.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The problems of Moré, Garbow and Hillstrom: starting points, values there or at minimisers, and
 * the minima that a solver of least squares must reach from the starting point.
 */
final class MghProblems {

  private static final double EXACT = 1e-12;

  private final List<Problem> problems = new ArrayList<>();

  private MghProblems() {}

  static List<Problem> all() {
    MghProblems set = new MghProblems();
    set.addProblemsWithFewVariables();
    set.addFits();
    set.addProblemsOfAnySize();
    return List.copyOf(set.problems);
  }

  private void add(Class<?> owner, String name, Reference reference, double... start) {
    problems.add(
        new Problem(owner, name, reference, start, List.of(), OptionalDouble.empty(), true));
  }

  private void replaceLast(List<Known> known, OptionalDouble minimum) {
    Problem last = problems.remove(problems.size() - 1);
    problems.add(
        new Problem(
            last.owner(), last.name(), last.reference(), last.start(), known, minimum, true));
  }

  /** The sum of squares of the last problem at a point. */
  private void is(double value, double... point) {
    Problem last = problems.get(problems.size() - 1);
    List<Known> known = new ArrayList<>(last.known());
    known.add(new Known(point, value, EXACT * Math.max(1, value)));
    replaceLast(List.copyOf(known), last.minimum());
  }

  /** The sum of squares of the last problem at the minimum that is found from the start. */
  private void falls(double minimum) {
    Problem last = problems.get(problems.size() - 1);
    replaceLast(last.known(), OptionalDouble.of(minimum));
  }

  private void addProblemsWithFewVariables() {
    Class<?> owner = MghFewVariables.class;
    add(owner, "rosenbrock", MghReference::rosenbrock, -1.2, 1);
    is(24.2, -1.2, 1);
    is(0, 1, 1);
    falls(0);
    add(owner, "freudensteinRoth", MghReference::freudensteinRoth, 0.5, -2);
    is(400.5, 0.5, -2);
    is(0, 5, 4);
    falls(48.9842);
    add(owner, "powellBadlyScaled", MghReference::powellBadlyScaled, 0, 1);
    falls(0);
    add(owner, "brownBadlyScaled", MghReference::brownBadlyScaled, 1, 1);
    is(0, 1e6, 2e-6);
    falls(0);
    add(owner, "beale", MghReference::beale, 1, 1);
    is(14.203125, 1, 1);
    is(0, 3, 0.5);
    falls(0);
    add(owner, "jennrichSampson", MghReference::jennrichSampson, 0.3, 0.4);
    falls(124.362);
    add(owner, "helicalValley", MghReference::helicalValley, -1, 0, 0);
    is(2500, -1, 0, 0);
    is(0, 1, 0, 0);
    falls(0);
    add(owner, "bard", MghReference::bard, 1, 1, 1);
    falls(8.21487e-3);
    add(owner, "gaussian", MghReference::gaussian, 0.4, 1, 0);
    falls(1.12793e-8);
    add(owner, "meyer", MghReference::meyer, 0.02, 4000, 250);
    falls(87.9458);
    add(owner, "gulf", MghReference::gulf, 5, 2.5, 0.15);
    is(0, 50, 25, 1.5);
    add(owner, "box", MghReference::box, 0, 10, 20);
    is(0, 1, 10, 1);
    is(0, 10, 1, -1);
    is(0, 3, 3, 0);
    falls(0);
    add(owner, "powellSingular", MghReference::powellSingular, 3, -1, 0, 1);
    is(215, 3, -1, 0, 1);
    is(0, 0, 0, 0, 0);
    add(owner, "wood", MghReference::wood, -3, -1, -3, -1);
    is(19192, -3, -1, -3, -1);
    is(0, 1, 1, 1, 1);
    falls(0);
  }

  private void addFits() {
    Class<?> owner = MghFits.class;
    add(owner, "kowalikOsborne", MghReference::kowalikOsborne, 0.25, 0.39, 0.415, 0.39);
    falls(3.07505e-4);
    add(owner, "brownDennis", MghReference::brownDennis, 25, 5, -5, -1);
    falls(85822.2);
    add(owner, "osborne1", MghReference::osborne1, 0.5, 1.5, -1, 0.01, 0.02);
    falls(5.46489e-5);
    add(owner, "biggs", MghReference::biggs, 1, 2, 1, 1, 1, 1);
    is(0, 1, 10, 1, 5, 4, 3);
    falls(0);
    add(owner, "osborne2", MghReference::osborne2, 1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5);
    falls(4.01377e-2);
    add(owner, "watson", MghReference::watson, 0, 0, 0, 0, 0, 0);
    is(30, 0, 0, 0, 0, 0, 0);
    falls(2.28767e-3);
    add(
        owner,
        "extendedRosenbrock",
        MghReferenceOfAnySize::extendedRosenbrock,
        -1.2,
        1,
        -1.2,
        1,
        -1.2,
        1);
    is(72.6, -1.2, 1, -1.2, 1, -1.2, 1);
    is(0, 1, 1, 1, 1, 1, 1);
    falls(0);
    add(
        owner,
        "extendedPowellSingular",
        MghReferenceOfAnySize::extendedPowellSingular,
        3,
        -1,
        0,
        1,
        3,
        -1,
        0,
        1);
    is(430, 3, -1, 0, 1, 3, -1, 0, 1);
    add(owner, "penalty1", MghReferenceOfAnySize::penalty1, 1, 2, 3, 4);
    falls(2.24997e-5);
    add(owner, "penalty2", MghReferenceOfAnySize::penalty2, 0.5, 0.5, 0.5, 0.5);
    falls(9.37629e-6);
  }

  private void addProblemsOfAnySize() {
    Class<?> owner = MghAnySize.class;
    add(
        owner,
        "variablyDimensioned",
        MghReferenceOfAnySize::variablyDimensioned,
        0.8,
        0.6,
        0.4,
        0.2,
        0);
    is(0, 1, 1, 1, 1, 1);
    falls(0);
    add(owner, "trigonometric", MghReferenceOfAnySize::trigonometric, 0.2, 0.2, 0.2, 0.2, 0.2);
    is(0, 0, 0, 0, 0, 0);
    add(
        owner,
        "brownAlmostLinear",
        MghReferenceOfAnySize::brownAlmostLinear,
        0.5,
        0.5,
        0.5,
        0.5,
        0.5);
    is(0, 1, 1, 1, 1, 1);
    is(1, 0, 0, 0, 0, 6);
    add(
        owner,
        "discreteBoundaryValue",
        MghReferenceOfAnySize::discreteBoundaryValue,
        -5 / 36.0,
        -8 / 36.0,
        -9 / 36.0,
        -8 / 36.0,
        -5 / 36.0);
    falls(0);
    add(
        owner,
        "discreteIntegralEquation",
        MghReferenceOfAnySize::discreteIntegralEquation,
        -5 / 36.0,
        -8 / 36.0,
        -9 / 36.0,
        -8 / 36.0,
        -5 / 36.0);
    falls(0);
    add(owner, "broydenTridiagonal", MghReferenceOfAnySize::broydenTridiagonal, -1, -1, -1, -1, -1);
    falls(0);
    add(
        owner,
        "broydenBanded",
        MghReferenceOfAnySize::broydenBanded,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1,
        -1);
    falls(0);
    add(owner, "linearFullRank", MghReferenceOfAnySize::linearFullRank, 1, 1, 1, 1, 1);
    is(5, -1, -1, -1, -1, -1);
    falls(5);
    add(owner, "linearRank1", MghReferenceOfAnySize::linearRank1, 1, 1, 1, 1, 1);
    falls(10 * 9 / 42.0);
    add(owner, "linearRank1WithZeros", MghReferenceOfAnySize::linearRank1WithZeros, 1, 1, 1, 1, 1);
    falls(124 / 34.0);
    add(
        owner,
        "chebyquad",
        MghReferenceOfAnySize::chebyquad,
        0.1,
        0.2,
        0.3,
        0.4,
        0.5,
        0.6,
        0.7,
        0.8);
    falls(3.51687e-3);
  }
}
