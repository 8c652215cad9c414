package dev.tapeless.runtime;

import java.util.function.IntBinaryOperator;

/**
 * The order of sorted arrays, for generated code that sorts as {@link java.util.Arrays} does and
 * has to know where each element comes from.
 */
public final class Order {

  private Order() {}

  /**
   * The indexes of the elements of a range in ascending order of the elements.
   *
   * @param array the elements, which stay where they are
   * @param from the first index of the range
   * @param to the index after the last of the range
   * @return {@code to - from} indexes; those of equal elements ascend
   */
  public static int[] ascending(double[] array, int from, int to) {
    Bounds.end(array.length, from, to);
    return sorted(from, to, (i, k) -> Double.compare(array[i], array[k]));
  }

  /**
   * The indexes of the elements of a range in ascending order of the elements.
   *
   * @param array the elements, which stay where they are
   * @param from the first index of the range
   * @param to the index after the last of the range
   * @return {@code to - from} indexes; those of equal elements ascend
   */
  public static int[] ascending(float[] array, int from, int to) {
    Bounds.end(array.length, from, to);
    return sorted(from, to, (i, k) -> Float.compare(array[i], array[k]));
  }

  /** Merges ever longer runs: elements that are equal keep their order. */
  private static int[] sorted(int from, int to, IntBinaryOperator comparison) {
    int n = to - from;
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = from + i;
    }
    int[] merged = new int[n];
    for (long width = 1; width < n; width *= 2) {
      for (long start = 0; start < n; start += 2 * width) {
        int middle = (int) Math.min(start + width, n);
        int end = (int) Math.min(start + 2 * width, n);
        merge(order, merged, (int) start, middle, end, comparison);
      }
      int[] swap = order;
      order = merged;
      merged = swap;
    }
    return order;
  }

  private static void merge(
      int[] from, int[] to, int start, int middle, int end, IntBinaryOperator comparison) {
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takesLeft =
          left < middle && (right == end || comparison.applyAsInt(from[left], from[right]) <= 0);
      to[i] = takesLeft ? from[left++] : from[right++];
    }
  }
}
