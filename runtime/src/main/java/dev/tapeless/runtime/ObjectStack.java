package dev.tapeless.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * A growable stack of references, such as to arrays; {@code null} is a value like any other.
 *
 * @param <T> what is kept
 */
public final class ObjectStack<T> {

  private final List<T> values = new ArrayList<>();

  /** An empty stack. */
  public ObjectStack() {}

  /**
   * Puts {@code value} on top.
   *
   * @param value the new top
   */
  public void push(T value) {
    values.add(value);
  }

  /**
   * Takes the value on top. The stack does not refer to it any longer.
   *
   * @return the value that was pushed last and not popped since
   * @throws IndexOutOfBoundsException if the stack is empty
   */
  public T pop() {
    return values.remove(values.size() - 1);
  }

  /**
   * The number of values on the stack.
   *
   * @return how many times {@link #pop} can be called
   */
  public int size() {
    return values.size();
  }
}
