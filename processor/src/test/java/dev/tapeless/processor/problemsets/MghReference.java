package dev.tapeless.processor.problemsets;

import static dev.tapeless.processor.problemsets.Dual.sum;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Problems 1 to 20 of Moré, Garbow and Hillstrom for numbers that carry their derivatives. */
final class MghReference {

  private MghReference() {}

  /** The residuals with the numbers from 1 to {@code count}. */
  static Dual[] residuals(int count, IntFunction<Dual> residual) {
    return IntStream.rangeClosed(1, count).mapToObj(residual).toArray(Dual[]::new);
  }

  static Dual[] of(Dual... residuals) {
    return residuals;
  }

  /** {@code constant - x}. */
  static Dual from(double constant, Dual x) {
    return x.negated().plus(constant);
  }

  static Dual[] rosenbrock(Dual... x) {
    return of(x[1].minus(x[0].squared()).times(10), from(1, x[0]));
  }

  static Dual[] freudensteinRoth(Dual... x) {
    Dual square = x[1].squared();
    Dual cube = square.times(x[1]);
    return of(
        sum(x[0], square.times(5), cube.negated(), x[1].times(-2)).minus(13),
        sum(x[0], cube, square, x[1].times(-14)).minus(29));
  }

  static Dual[] powellBadlyScaled(Dual... x) {
    return of(
        x[0].times(x[1]).times(1e4).minus(1),
        x[0].negated().exp().plus(x[1].negated().exp()).minus(1.0001));
  }

  static Dual[] brownBadlyScaled(Dual... x) {
    return of(x[0].minus(1e6), x[1].minus(2e-6), x[0].times(x[1]).minus(2));
  }

  static Dual[] beale(Dual... x) {
    double[] y = {1.5, 2.25, 2.625};
    return residuals(3, i -> from(y[i - 1], x[0].times(from(1, x[1].power(i)))));
  }

  static Dual[] jennrichSampson(Dual... x) {
    return residuals(10, i -> from(2 + 2 * i, x[0].times(i).exp().plus(x[1].times(i).exp())));
  }

  static Dual[] helicalValley(Dual... x) {
    Dual turn = x[1].over(x[0]).atan().over(2 * Math.PI).plus(x[0].value() < 0 ? 0.5 : 0);
    return of(
        x[2].minus(turn.times(10)).times(10),
        x[0].squared().plus(x[1].squared()).sqrt().minus(1).times(10),
        x[2]);
  }

  static Dual[] bard(Dual... x) {
    return residuals(
        15,
        i -> {
          Dual below = x[1].times(16 - i).plus(x[2].times(Math.min(i, 16 - i)));
          return from(MghFewVariables.BARD[i - 1], x[0].plus(below.power(-1).times(i)));
        });
  }

  static Dual[] gaussian(Dual... x) {
    return residuals(
        15,
        i -> {
          Dual distance = x[2].minus((8 - i) * 0.5);
          Dual bell = x[1].times(distance.squared()).times(-0.5).exp();
          return x[0].times(bell).minus(MghFewVariables.GAUSSIAN[i - 1]);
        });
  }

  static Dual[] meyer(Dual... x) {
    return residuals(
        16,
        i ->
            x[0].times(x[1].over(x[2].plus(45 + 5 * i)).exp()).minus(MghFewVariables.MEYER[i - 1]));
  }

  static Dual[] gulf(Dual... x) {
    return residuals(
        20,
        i -> {
          double t = 0.01 * i;
          double y = 25 + Math.cbrt(Math.pow(50 * Math.log(t), 2));
          return from(y, x[1]).abs().power(x[2]).over(x[0]).negated().exp().minus(t);
        });
  }

  static Dual[] box(Dual... x) {
    return residuals(
        10,
        i -> {
          double t = 0.1 * i;
          Dual first = x[0].times(-t).exp();
          Dual second = x[1].times(-t).exp();
          return first.minus(second).minus(x[2].times(Math.exp(-t) - Math.exp(-10 * t)));
        });
  }

  static Dual[] powellSingular(Dual... x) {
    return of(
        x[0].plus(x[1].times(10)),
        x[2].minus(x[3]).times(Math.sqrt(5)),
        x[1].minus(x[2].times(2)).squared(),
        x[0].minus(x[3]).squared().times(Math.sqrt(10)));
  }

  static Dual[] wood(Dual... x) {
    return of(
        x[1].minus(x[0].squared()).times(10),
        from(1, x[0]),
        x[3].minus(x[2].squared()).times(Math.sqrt(90)),
        from(1, x[2]),
        x[1].plus(x[3]).minus(2).times(Math.sqrt(10)),
        x[1].minus(x[3]).times(Math.sqrt(0.1)));
  }

  static Dual[] kowalikOsborne(Dual... x) {
    return residuals(
        11,
        i -> {
          double u = MghFits.KOWALIK_U[i - 1];
          Dual above = x[1].times(u).plus(u * u).times(x[0]);
          Dual below = x[2].times(u).plus(u * u).plus(x[3]);
          return from(MghFits.KOWALIK_Y[i - 1], above.over(below));
        });
  }

  static Dual[] brownDennis(Dual... x) {
    return residuals(
        20,
        i -> {
          double t = 0.2 * i;
          Dual first = x[1].times(t).plus(x[0]).minus(Math.exp(t));
          Dual second = x[3].times(Math.sin(t)).plus(x[2]).minus(Math.cos(t));
          return first.power(2).plus(second.power(2));
        });
  }

  static Dual[] osborne1(Dual... x) {
    return residuals(
        33,
        i -> {
          double t = 10 * (i - 1);
          Dual first = x[1].times(x[3].times(-t).exp());
          Dual second = x[2].times(x[4].times(-t).exp());
          return from(MghFits.OSBORNE_1[i - 1], sum(x[0], first, second));
        });
  }

  static Dual[] biggs(Dual... x) {
    return residuals(
        13,
        i -> {
          double t = 0.1 * i;
          double y = Math.exp(-t) - 5 * Math.exp(-i) + 3 * Math.exp(-4 * t);
          return sum(
                  x[2].times(x[0].times(-t).exp()),
                  x[3].times(x[1].times(-t).exp()).negated(),
                  x[5].times(x[4].times(-t).exp()))
              .minus(y);
        });
  }

  static Dual[] osborne2(Dual... x) {
    return residuals(
        65,
        i -> {
          double t = 0.1 * (i - 1);
          Dual sum =
              sum(
                  x[0].times(x[4].times(-t).exp()),
                  bell(x[1], x[5], x[8], t),
                  bell(x[2], x[6], x[9], t),
                  bell(x[3], x[7], x[10], t));
          return from(MghFits.OSBORNE_2[i - 1], sum);
        });
  }

  private static Dual bell(Dual height, Dual width, Dual center, double t) {
    return height.times(from(t, center).squared().times(width).negated().exp());
  }

  static Dual[] watson(Dual... x) {
    return residuals(31, i -> watson(i, x));
  }

  private static Dual watson(int i, Dual... x) {
    if (i > 29) {
      return i == 30 ? x[0] : x[1].minus(x[0].squared()).minus(1);
    }
    double t = i / 29.0;
    Dual slope = sum(residuals(x.length - 1, j -> x[j].times(j * Math.pow(t, j - 1))));
    Dual value = sum(residuals(x.length, j -> x[j - 1].times(Math.pow(t, j - 1))));
    return slope.minus(value.squared()).minus(1);
  }
}
