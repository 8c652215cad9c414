package dev.tapeless.runtime;

import java.util.Arrays;

/** A growable stack of {@code double} values, held in one primitive array. */
public final class DoubleStack {

  private static final int INITIAL_CAPACITY = 16;

  private double[] values;
  private int size;

  /** An empty stack. */
  public DoubleStack() {
    values = new double[INITIAL_CAPACITY];
  }

  /**
   * Puts {@code value} on top.
   *
   * @param value the new top
   */
  public void push(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, Capacity.after(size));
    }
    values[size++] = value;
  }

  /**
   * Takes the value on top.
   *
   * @return the value that was pushed last and not popped since
   * @throws IndexOutOfBoundsException if the stack is empty
   */
  public double pop() {
    double value = values[size - 1];
    size--;
    return value;
  }

  /**
   * The number of values on the stack.
   *
   * @return how many times {@link #pop} can be called
   */
  public int size() {
    return size;
  }
}
