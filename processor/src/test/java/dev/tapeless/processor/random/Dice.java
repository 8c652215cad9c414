package dev.tapeless.processor.random;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Chance. */
final class Dice {

  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** True in that share of the cases. */
  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** One of 0, 1, ..., n-1. */
  int below(int n) {
    return random.nextInt(n);
  }

  /** A whole number between two others, these included. */
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  @SafeVarargs
  final <T> T among(T... choices) {
    return choices[below(choices.length)];
  }

  <T> T among(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** What one of the choices makes. */
  @SafeVarargs
  final <T> T oneOf(Supplier<? extends T>... choices) {
    return choices[below(choices.length)].get();
  }

  /** A number between two others with few digits, so that programs can be read. */
  double number(double low, double high) {
    return Math.round((low + (high - low) * random.nextDouble()) * 1000) / 1000.0;
  }
}
