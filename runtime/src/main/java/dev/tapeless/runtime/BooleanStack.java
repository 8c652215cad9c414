package dev.tapeless.runtime;

import java.util.Arrays;

/** A growable stack of {@code boolean} values, held in one primitive array. */
public final class BooleanStack {

  private static final int INITIAL_CAPACITY = 16;

  private boolean[] values;
  private int size;

  /** An empty stack. */
  public BooleanStack() {
    values = new boolean[INITIAL_CAPACITY];
  }

  /**
   * Puts {@code value} on top.
   *
   * @param value the new top
   */
  public void push(boolean value) {
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
  public boolean pop() {
    boolean value = values[size - 1];
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
