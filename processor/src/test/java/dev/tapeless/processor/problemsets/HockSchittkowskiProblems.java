package dev.tapeless.processor.problemsets;

import static dev.tapeless.processor.problemsets.Dual.sum;
import static dev.tapeless.processor.problemsets.Dual.sumOfSquares;
import static dev.tapeless.processor.problemsets.MghReference.from;
import static dev.tapeless.processor.problemsets.MghReference.of;
import static dev.tapeless.processor.problemsets.MghReference.residuals;

import dev.tapeless.processor.problemsets.Problem.Known;
import dev.tapeless.processor.problemsets.Problem.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The problems of Hock and Schittkowski: objectives, constraints and minima. */
final class HockSchittkowskiProblems {

  private static final Class<?> PLANE = HockSchittkowskiPlane.class;
  private static final Class<?> SPACE = HockSchittkowskiSpace.class;

  private final List<Problem> problems = new ArrayList<>();

  private HockSchittkowskiProblems() {}

  static List<Problem> all() {
    HockSchittkowskiProblems set = new HockSchittkowskiProblems();
    set.addProblemsInThePlane();
    set.addProblemsInSpace();
    return List.copyOf(set.problems);
  }

  private static double[] at(double... point) {
    return point;
  }

  private void add(
      Class<?> owner,
      int number,
      double[] start,
      double[] minimiser,
      double minimum,
      Reference objective) {
    Known known = new Known(minimiser, minimum, 2e-6 * Math.max(1, Math.abs(minimum)));
    problems.add(
        new Problem(
            owner, "hs" + number, objective, start, List.of(known), OptionalDouble.empty(), false));
  }

  /** The constraints of the problem that was added last. */
  private void under(Reference constraints) {
    Problem last = problems.get(problems.size() - 1);
    problems.add(
        new Problem(
            last.owner(),
            last.name() + "Constraints",
            constraints,
            last.start(),
            List.of(),
            OptionalDouble.empty(),
            false));
  }

  private void addProblemsInThePlane() {
    add(PLANE, 1, at(-2, 1), at(1, 1), 0, x -> of(banana(x)));
    add(
        PLANE,
        5,
        at(0, 0),
        at(0.5 - Math.PI / 3, -0.5 - Math.PI / 3),
        -Math.sqrt(3) / 2 - Math.PI / 3,
        x ->
            of(
                sum(
                        x[0].plus(x[1]).sin(),
                        x[0].minus(x[1]).squared(),
                        x[0].times(-1.5),
                        x[1].times(2.5))
                    .plus(1)));
    add(PLANE, 6, at(-1.2, 1), at(1, 1), 0, x -> of(from(1, x[0]).squared()));
    under(x -> of(x[1].minus(x[0].squared()).times(10)));
    add(
        PLANE,
        7,
        at(2, 2),
        at(0, Math.sqrt(3)),
        -Math.sqrt(3),
        x -> of(x[0].squared().plus(1).log().minus(x[1])));
    under(x -> of(x[0].squared().plus(1).squared().plus(x[1].squared()).minus(4)));
    add(
        PLANE,
        9,
        at(0, 0),
        at(-3, -4),
        -0.5,
        x -> of(x[0].times(Math.PI / 12).sin().times(x[1].times(Math.PI / 16).cos())));
    under(x -> of(x[0].times(4).minus(x[1].times(3))));
    add(PLANE, 10, at(-10, 10), at(0, 1), -1, x -> of(x[0].minus(x[1])));
    under(
        x ->
            of(
                x[0].times(2)
                    .squared()
                    .negated()
                    .plus(x[0].times(x[1]).times(2))
                    .plus(x[0].squared())
                    .minus(x[1].squared())
                    .plus(1)));
    add(
        PLANE,
        11,
        at(4.9, 0.1),
        at(1.234773, 1.524660),
        -8.498464,
        x -> of(x[0].squared().plus(x[0].times(-10)).plus(x[1].squared())));
    under(x -> of(x[1].minus(x[0].squared())));
    add(
        PLANE,
        12,
        at(0, 0),
        at(2, 3),
        -30,
        x ->
            of(
                sum(
                    x[0].squared().over(2),
                    x[1].squared(),
                    x[0].times(x[1]).negated(),
                    x[0].plus(x[1]).times(-7))));
    under(x -> of(from(25, x[0].times(2).squared()).minus(x[1].squared())));
    add(
        PLANE,
        14,
        at(2, 2),
        at((Math.sqrt(7) - 1) / 2, (Math.sqrt(7) + 1) / 4),
        9 - 2.875 * Math.sqrt(7),
        x -> of(sumOfSquares(x[0].minus(2), x[1].minus(1))));
    under(
        x ->
            of(
                from(1, x[0].over(2).squared()).minus(x[1].squared()),
                x[0].plus(1).minus(x[1].times(2))));
    add(PLANE, 15, at(-2, 1), at(0.5, 2), 306.5, x -> of(banana(x)));
    under(x -> of(x[0].times(x[1]).minus(1), x[0].plus(x[1].squared())));
    add(
        PLANE,
        18,
        at(2, 2),
        at(Math.sqrt(250), Math.sqrt(2.5)),
        5,
        x -> of(sumOfSquares(x[0].over(10), x[1])));
    under(x -> of(x[0].times(x[1]).minus(25), sumOfSquares(x).minus(25)));
    add(
        PLANE,
        19,
        at(20.1, 5.84),
        at(14.095, 0.84296079),
        -6961.81381,
        x -> of(x[0].minus(10).power(3).plus(x[1].minus(20).power(3))));
    under(
        x ->
            of(
                sumOfSquares(x[0].minus(5), x[1].minus(5)).minus(100),
                from(82.81, sumOfSquares(x[0].minus(6), x[1].minus(5)))));
    add(PLANE, 22, at(2, 2), at(1, 1), 1, x -> of(sumOfSquares(x[0].minus(2), x[1].minus(1))));
    under(x -> of(from(2, sum(x)), x[1].minus(x[0].squared())));
    add(PLANE, 23, at(3, 1), at(1, 1), 2, x -> of(sumOfSquares(x)));
    under(
        x ->
            of(
                sum(x).minus(1),
                sumOfSquares(x).minus(1),
                sumOfSquares(x[0].times(3), x[1]).minus(9),
                x[0].squared().minus(x[1]),
                x[1].squared().minus(x[0])));
    add(
        PLANE,
        24,
        at(1, 0.5),
        at(3, Math.sqrt(3)),
        -1,
        x -> of(x[0].minus(6).times(x[0]).times(x[1].power(3)).times(1 / (27 * Math.sqrt(3)))));
    under(
        x ->
            of(
                x[0].times(1 / Math.sqrt(3)).minus(x[1]),
                x[1].times(Math.sqrt(3)).plus(x[0]),
                from(6, x[1].times(Math.sqrt(3)).plus(x[0]))));
  }

  private void addProblemsInSpace() {
    add(
        SPACE,
        25,
        at(100, 12.5, 3),
        at(50, 25, 1.5),
        0,
        x -> of(sumOfSquares(residuals(99, i -> fit(i, x)))));
    add(
        SPACE,
        26,
        at(-2.6, 2, 2),
        at(1, 1, 1),
        0,
        x -> of(sumOfSquares(x[0].minus(x[1]), x[1].minus(x[2]).squared())));
    under(x -> of(x[1].squared().plus(1).times(x[0]).plus(x[2].squared().squared()).minus(3)));
    add(
        SPACE,
        27,
        at(2, 2, 2),
        at(-1, 1, 0),
        0.04,
        x -> of(sumOfSquares(x[0].minus(1).over(10), x[1].minus(x[0].squared()))));
    under(x -> of(x[0].plus(x[2].squared()).plus(1)));
    add(
        SPACE,
        28,
        at(-4, 1, 1),
        at(0.5, -0.5, 0.5),
        0,
        x -> of(sumOfSquares(x[0].plus(x[1]), x[1].plus(x[2]))));
    under(x -> of(sum(x[0], x[1].times(2), x[2].times(3)).minus(1)));
    add(
        SPACE,
        29,
        at(1, 1, 1),
        at(4, 2 * Math.sqrt(2), 2),
        -16 * Math.sqrt(2),
        x -> of(x[0].times(x[1]).times(x[2]).negated()));
    under(x -> of(from(48, sumOfSquares(x[0], x[1].times(Math.sqrt(2)), x[2].times(2)))));
    add(
        SPACE,
        32,
        at(0.1, 0.7, 0.2),
        at(0, 0, 1),
        1,
        x -> of(sumOfSquares(sum(x[0], x[1].times(3), x[2]), x[0].minus(x[1]).times(2))));
    under(
        x ->
            of(
                sum(x[1].times(6), x[2].times(4), x[0].power(3).negated()).minus(3),
                from(1, sum(x))));
    add(
        SPACE,
        33,
        at(0, 0, 3),
        at(0, Math.sqrt(2), Math.sqrt(2)),
        Math.sqrt(2) - 6,
        x ->
            of(
                sum(x[0].squared().times(x[0]), x[0].squared().times(-6), x[0].times(11), x[2])
                    .minus(6)));
    under(x -> of(x[2].squared().minus(sumOfSquares(x[0], x[1])), sumOfSquares(x).minus(4)));
    add(
        SPACE,
        34,
        at(0, 1.05, 2.9),
        at(Math.log(Math.log(10)), Math.log(10), 10),
        -Math.log(Math.log(10)),
        x -> of(x[0].negated()));
    under(x -> of(x[1].minus(x[0].exp()), x[2].minus(x[1].exp())));
    add(
        SPACE,
        35,
        at(0.5, 0.5, 0.5),
        at(4 / 3.0, 7 / 9.0, 4 / 9.0),
        1 / 9.0,
        x ->
            of(
                sum(
                        x[0].times(-8),
                        x[1].times(-6),
                        x[2].times(-4),
                        sumOfSquares(x[0].plus(x[1]), x[0].plus(x[2]), x[1]))
                    .plus(9)));
    under(x -> of(from(3, sum(x).plus(x[2]))));
    add(
        SPACE,
        38,
        at(-3, -1, -3, -1),
        at(1, 1, 1, 1),
        0,
        x -> of(sumOfSquares(MghReference.wood(x))));
    add(SPACE, 39, at(2, 2, 2, 2), at(1, 1, 0, 0), -1, x -> of(x[0].negated()));
    under(
        x ->
            of(
                x[1].minus(x[0].power(3)).minus(x[2].squared()),
                x[0].squared().minus(x[1]).minus(x[3].squared())));
    add(
        SPACE,
        40,
        at(0.8, 0.8, 0.8, 0.8),
        at(Math.pow(2, -1 / 3.0), Math.pow(2, -0.5), Math.pow(2, -11 / 12.0), Math.pow(2, -0.25)),
        -0.25,
        x -> of(x[0].times(x[1]).times(x[2].times(x[3])).negated()));
    under(
        x ->
            of(
                x[0].power(3).plus(x[1].squared()).minus(1),
                x[0].squared().times(x[3]).minus(x[2]),
                x[3].squared().minus(x[1])));
    add(
        SPACE,
        42,
        at(1, 1, 1, 1),
        at(2, 2, 0.6 * Math.sqrt(2), 0.8 * Math.sqrt(2)),
        28 - 10 * Math.sqrt(2),
        x -> of(sumOfSquares(residuals(4, i -> x[i - 1].minus(i)))));
    under(x -> of(x[0].minus(2), sumOfSquares(x[2], x[3]).minus(2)));
    add(
        SPACE,
        43,
        at(0, 0, 0, 0),
        at(0, 1, 2, -1),
        -44,
        x ->
            of(
                sum(
                    sumOfSquares(x),
                    x[2].squared(),
                    x[0].plus(x[1]).times(-5),
                    x[2].times(-21),
                    x[3].times(7))));
    under(
        x ->
            of(
                from(8, sumOfSquares(x)).minus(x[0]).plus(x[1]).minus(x[2]).plus(x[3]),
                from(10, sumOfSquares(x)).minus(sumOfSquares(x[1], x[3])).plus(x[0]).plus(x[3]),
                from(5, sumOfSquares(x[0], x[0], x[1], x[2]))
                    .minus(x[0].times(2))
                    .plus(x[1])
                    .plus(x[3])));
    add(
        SPACE,
        71,
        at(1, 5, 5, 1),
        at(1, 4.7429994, 3.8211503, 1.3794082),
        17.0140173,
        x -> of(sum(x[0], x[1], x[2]).times(x[3]).times(x[0]).plus(x[2])));
    under(x -> of(x[0].times(x[1]).times(x[2]).times(x[3]).minus(25), sumOfSquares(x).minus(40)));
    add(
        SPACE,
        76,
        at(0.5, 0.5, 0.5, 0.5),
        at(3 / 11.0, 23 / 11.0, 0, 6 / 11.0),
        -103 / 22.0,
        x ->
            of(
                sum(
                    x[0].squared(),
                    x[1].squared().over(2),
                    x[2].squared(),
                    x[3].squared().over(2),
                    x[2].times(x[3].minus(x[0])),
                    x[0].negated(),
                    x[1].times(-3),
                    x[2],
                    x[3].negated())));
    under(
        x ->
            of(
                from(5, sum(x).plus(x[1])),
                from(4, x[0].times(3)).minus(x[1]).minus(x[2].times(2)).plus(x[3]),
                x[2].times(4).plus(x[1]).minus(1.5)));
    add(
        SPACE,
        100,
        at(1, 2, 0, 4, 0, 1, 1),
        at(2.330499, 1.951372, -0.4775414, 4.365726, -0.6244870, 1.038131, 1.594227),
        680.6300573,
        x ->
            of(
                sum(
                    x[0].minus(10).squared(),
                    x[1].minus(12).squared().times(5),
                    x[2].squared().squared(),
                    x[3].minus(11).squared().times(3),
                    x[4].squared().power(3).times(10),
                    x[5].squared().times(7),
                    x[6].squared().squared(),
                    x[5].times(x[6]).times(-4),
                    x[5].times(-10),
                    x[6].times(-8))));
    under(
        x ->
            of(
                from(
                    127,
                    sum(
                        x[0].squared().times(2),
                        x[1].squared().squared().times(3),
                        x[2],
                        x[3].squared().times(4),
                        x[4].times(5))),
                from(
                    282,
                    sum(
                        x[0].times(7),
                        x[1].times(3),
                        x[2].squared().times(10),
                        x[3],
                        x[4].negated()))));
  }

  private static Dual banana(Dual... x) {
    return sumOfSquares(MghReference.rosenbrock(x));
  }

  private static Dual fit(int i, Dual... x) {
    double u = 25 + Math.cbrt(Math.pow(50 * Math.log(0.01 * i), 2));
    return from(u, x[1]).power(x[2]).over(x[0]).negated().exp().minus(0.01 * i);
  }
}
