package dev.tapeless.samples.gradbench.evals;

/** Goes down the gradient, with steps that grow while they succeed. */
final class Descent {

  private static final double FIRST_RATE = 1e-5;
  private static final double SMALL = 1e-5;
  private static final int PATIENCE = 10;

  private Descent() {}

  /** A function of several variables. */
  @FunctionalInterface
  interface Height {

    /** Its value. */
    double at(double[] x);
  }

  /** The gradient of one. */
  @FunctionalInterface
  interface Slope {

    /** Its value. */
    double[] at(double[] x);
  }

  /**
   * Where a function is least, as far as steps down from {@code start} tell.
   *
   * @param start where to start
   * @param height the function
   * @param slope its gradient
   */
  static double[] minimum(double[] start, Height height, Slope slope) {
    double rate = FIRST_RATE;
    int successes = 0;
    double[] x = start.clone();
    double value = height.at(x);
    double[] gradient = slope.at(x);
    while (norm(gradient) > SMALL) {
      if (successes == PATIENCE) {
        rate *= 2;
        successes = 0;
        continue;
      }
      double[] next = x.clone();
      double[] step = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        next[i] -= rate * gradient[i];
        step[i] = x[i] - next[i];
      }
      if (norm(step) <= SMALL) {
        break;
      }
      double nextValue = height.at(next);
      if (nextValue < value) {
        x = next;
        value = nextValue;
        gradient = slope.at(x);
        successes++;
      } else {
        rate /= 2;
        successes = 0;
      }
    }
    return x;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double element : x) {
      sum += element * element;
    }
    return Math.sqrt(sum);
  }
}
