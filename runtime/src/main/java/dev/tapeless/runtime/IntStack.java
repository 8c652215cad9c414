package dev.tapeless.runtime;

import java.util.Arrays;

/** A growable stack of {@code int} values, held in one primitive array. */
public final class IntStack {

  private static final int INITIAL_CAPACITY = 16;

  private int[] values;
  private int size;

  /** An empty stack. */
  public IntStack() {
    values = new int[INITIAL_CAPACITY];
  }

  /**
   * Puts {@code value} on top.
   *
   * @param value the new top
   */
  public void push(int value) {
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
  public int pop() {
    int value = values[size - 1];
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
