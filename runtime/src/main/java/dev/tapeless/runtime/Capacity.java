package dev.tapeless.runtime;

/** How the stacks grow. */
final class Capacity {

  /** Some virtual machines cannot make arrays longer than this. */
  private static final int MAXIMUM = Integer.MAX_VALUE - 8;

  private Capacity() {}

  /**
   * The capacity that follows {@code capacity}: half as much again, so that a push costs constant
   * time on average and at most a third of the memory is unused.
   *
   * @throws OutOfMemoryError if there is no greater one
   */
  static int after(int capacity) {
    if (capacity >= MAXIMUM) {
      throw new OutOfMemoryError("a stack cannot hold more than " + MAXIMUM + " values");
    }
    return (int) Math.min(MAXIMUM, 1L + capacity + (capacity >> 1));
  }
}
