package dev.tapeless.processor.problemsets;

import static dev.tapeless.processor.problemsets.Dual.sum;
import static dev.tapeless.processor.problemsets.MghReference.from;
import static dev.tapeless.processor.problemsets.MghReference.residuals;

import java.util.Arrays;
import java.util.stream.Stream;

/** Problems 21 to 35 of Moré, Garbow and Hillstrom for numbers that carry their derivatives. */
final class MghReferenceOfAnySize {

  private MghReferenceOfAnySize() {}

  static Dual[] extendedRosenbrock(Dual... x) {
    return pieces(2, x)
        .flatMap(p -> Arrays.stream(MghReference.rosenbrock(p)))
        .toArray(Dual[]::new);
  }

  static Dual[] extendedPowellSingular(Dual... x) {
    return pieces(4, x)
        .flatMap(p -> Arrays.stream(MghReference.powellSingular(p)))
        .toArray(Dual[]::new);
  }

  private static Stream<Dual[]> pieces(int length, Dual... x) {
    return Stream.iterate(0, i -> i < x.length, i -> i + length)
        .map(i -> Arrays.copyOfRange(x, i, i + length));
  }

  static Dual[] penalty1(Dual... x) {
    int n = x.length;
    return residuals(
        n + 1,
        i -> i <= n ? x[i - 1].minus(1).times(Math.sqrt(1e-5)) : Dual.sumOfSquares(x).minus(0.25));
  }

  static Dual[] penalty2(Dual... x) {
    return residuals(2 * x.length, i -> penalty2(i, x));
  }

  private static Dual penalty2(int i, Dual... x) {
    int n = x.length;
    double a = Math.sqrt(1e-5);
    if (i == 1) {
      return x[0].minus(0.2);
    }
    if (i <= n) {
      double y = Math.exp(0.1 * i) + Math.exp(0.1 * (i - 1));
      return x[i - 1].over(10).exp().plus(x[i - 2].over(10).exp()).minus(y).times(a);
    }
    if (i < 2 * n) {
      return x[i - n].over(10).exp().minus(Math.exp(-0.1)).times(a);
    }
    return sum(residuals(n, j -> x[j - 1].squared().times(n - j + 1))).minus(1);
  }

  static Dual[] variablyDimensioned(Dual... x) {
    int n = x.length;
    Dual sum = sum(residuals(n, j -> x[j - 1].minus(1).times(j)));
    return residuals(n + 2, i -> i <= n ? x[i - 1].minus(1) : i == n + 1 ? sum : sum.squared());
  }

  static Dual[] trigonometric(Dual... x) {
    int n = x.length;
    Dual cosines = sum(Arrays.stream(x).map(Dual::cos).toArray(Dual[]::new));
    return residuals(
        n,
        i -> {
          Dual own = from(1, x[i - 1].cos()).times(i);
          return from(n, cosines).plus(own).minus(x[i - 1].sin());
        });
  }

  static Dual[] brownAlmostLinear(Dual... x) {
    int n = x.length;
    Dual product = Arrays.stream(x).reduce(Dual::times).orElseThrow();
    return residuals(n, i -> i < n ? x[i - 1].plus(sum(x)).minus(n + 1) : product.minus(1));
  }

  static Dual[] discreteBoundaryValue(Dual... x) {
    int n = x.length;
    double h = 1.0 / (n + 1);
    return residuals(
        n,
        i -> {
          Dual bend = x[i - 1].plus(i * h + 1).power(3).times(h * h / 2);
          return at(i, x).times(2).minus(at(i - 1, x)).minus(at(i + 1, x)).plus(bend);
        });
  }

  /** The variable with that number; 0 beyond both ends. */
  private static Dual at(int i, Dual... x) {
    return i < 1 || i > x.length ? x[0].constant(0) : x[i - 1];
  }

  static Dual[] discreteIntegralEquation(Dual... x) {
    int n = x.length;
    double h = 1.0 / (n + 1);
    return residuals(
        n,
        i -> {
          double t = i * h;
          Dual integral =
              sum(
                  residuals(
                      n,
                      j -> {
                        double s = j * h;
                        double kernel = j <= i ? (1 - t) * s : t * (1 - s);
                        return x[j - 1].plus(s + 1).power(3).times(kernel);
                      }));
          return x[i - 1].plus(integral.times(h / 2));
        });
  }

  static Dual[] broydenTridiagonal(Dual... x) {
    return residuals(
        x.length,
        i ->
            from(3, at(i, x).times(2))
                .times(at(i, x))
                .minus(at(i - 1, x))
                .minus(at(i + 1, x).times(2))
                .plus(1));
  }

  static Dual[] broydenBanded(Dual... x) {
    return residuals(
        x.length,
        i -> {
          Dual own = at(i, x).times(2).plus(at(i, x).power(3).times(5)).plus(1);
          Dual near =
              sum(
                  residuals(
                      7,
                      k -> {
                        Dual xj = at(i - 6 + k, x);
                        return k == 6 ? xj.constant(0) : xj.plus(xj.squared());
                      }));
          return own.minus(near);
        });
  }

  static Dual[] linearFullRank(Dual... x) {
    int m = 2 * x.length;
    return residuals(m, i -> at(i, x).minus(sum(x).times(2.0 / m)).minus(1));
  }

  static Dual[] linearRank1(Dual... x) {
    Dual sum = sum(residuals(x.length, j -> x[j - 1].times(j)));
    return residuals(2 * x.length, i -> sum.times(i).minus(1));
  }

  static Dual[] linearRank1WithZeros(Dual... x) {
    int m = 2 * x.length;
    Dual sum = sum(residuals(x.length - 2, j -> x[j].times(j + 1)));
    return residuals(m, i -> sum.times(i == m ? 0 : i - 1).minus(1));
  }

  /** By the recurrence of the polynomials, one variable after the other. */
  static Dual[] chebyquad(Dual... x) {
    int n = x.length;
    return residuals(
        n,
        i -> {
          Dual mean = sum(residuals(n, j -> chebyshev(i, x[j - 1].times(2).minus(1)))).over(n);
          return mean.plus(i % 2 == 0 ? 1 / (i * i - 1.0) : 0);
        });
  }

  private static Dual chebyshev(int degree, Dual x) {
    return degree == 0
        ? x.constant(1)
        : degree == 1
            ? x
            : x.times(2).times(chebyshev(degree - 1, x)).minus(chebyshev(degree - 2, x));
  }
}
