package dev.tapeless.processor.reference;

import java.util.Random;

/** Where arguments are drawn from. */
@FunctionalInterface
interface Range {

  double draw(Random random);

  /** All numbers of the range are as likely. */
  static Range even(double low, double high) {
    return random -> low + random.nextDouble() * (high - low);
  }

  /** All orders of magnitude are as likely; positive. */
  static Range scaled(double low, double high) {
    double from = Math.log(low);
    double to = Math.log(high);
    return random -> Math.exp(from + random.nextDouble() * (to - from));
  }

  /** Whole numbers. */
  static Range whole(int low, int high) {
    return random -> low + random.nextInt(high - low + 1);
  }

  /** The same of either sign. */
  default Range signed() {
    return random -> random.nextBoolean() ? draw(random) : -draw(random);
  }

  /** So far away from {@code center}. */
  default Range from(double center) {
    return random -> center + draw(random);
  }

  /** Multiples of {@code unit}, which are rounded. */
  default Range times(double unit) {
    return random -> unit * draw(random);
  }

  /** Positive numbers of every size. */
  static Range positive() {
    return scaled(1e-320, 1.7e308);
  }

  /** Numbers of every size that {@code float} has too. */
  static Range floats() {
    return scaled(1e-44, 3e38);
  }
}
