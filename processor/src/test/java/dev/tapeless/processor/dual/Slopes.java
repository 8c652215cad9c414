package dev.tapeless.processor.dual;

import java.util.Arrays;

/**
 * The derivatives of a number by all inputs, with about 31 digits, and for each the sum of the
 * sizes of all terms it was made of. A program that computes with doubles is wrong by a small
 * multiple of that sum, however much cancels.
 */
public final class Slopes {

  private final Wide[] slopes;
  private final double[] sizes;

  private Slopes(Wide[] slopes, double[] sizes) {
    this.slopes = slopes;
    this.sizes = sizes;
  }

  /** Those of a constant. */
  static Slopes none(int inputs) {
    Wide[] slopes = new Wide[inputs];
    Arrays.fill(slopes, Wide.ZERO);
    return new Slopes(slopes, new double[inputs]);
  }

  /** Those of an input. */
  static Slopes ofInput(int place, int inputs) {
    Slopes slopes = none(inputs);
    slopes.slopes[place] = Wide.ONE;
    slopes.sizes[place] = 1;
    return slopes;
  }

  /** These times a partial derivative, added to others. Where a slope is 0, so is the product. */
  Slopes timesPlus(Wide partial, Slopes others) {
    int inputs = slopes.length;
    Slopes sum = new Slopes(others.slopes.clone(), others.sizes.clone());
    for (int i = 0; i < inputs; i++) {
      if (sizes[i] != 0) {
        sum.slopes[i] = sum.slopes[i].plus(slopes[i].times(partial));
        sum.sizes[i] += sizes[i] * Math.abs(partial.high());
      }
    }
    return sum;
  }

  int inputs() {
    return sizes.length;
  }

  /** The derivative by an input. */
  public double by(int input) {
    return slopes[input].high();
  }

  /** The sum of the sizes of the terms of which a derivative was made. */
  public double size(int input) {
    return sizes[input];
  }
}
