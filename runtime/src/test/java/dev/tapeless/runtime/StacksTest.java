package dev.tapeless.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class StacksTest {

  /** Enough to make every stack grow several times. */
  private static final int MANY = 1000;

  @Test
  void doublesComeBackInReverseOrder() {
    DoubleStack stack = new DoubleStack();
    for (int i = 0; i < MANY; i++) {
      stack.push(i / 3.0);
    }
    for (int i = MANY - 1; i >= 0; i--) {
      assertThat(stack.pop()).isEqualTo(i / 3.0);
    }
    assertThat(stack.size()).isZero();
  }

  @Test
  void floatsComeBackInReverseOrder() {
    FloatStack stack = new FloatStack();
    for (int i = 0; i < MANY; i++) {
      stack.push(i / 3.0f);
    }
    for (int i = MANY - 1; i >= 0; i--) {
      assertThat(stack.pop()).isEqualTo(i / 3.0f);
    }
    assertThat(stack.size()).isZero();
  }

  @Test
  void intsComeBackInReverseOrder() {
    IntStack stack = new IntStack();
    for (int i = 0; i < MANY; i++) {
      stack.push(i);
    }
    for (int i = MANY - 1; i >= 0; i--) {
      assertThat(stack.pop()).isEqualTo(i);
    }
    assertThat(stack.size()).isZero();
  }

  @Test
  void longsComeBackInReverseOrder() {
    LongStack stack = new LongStack();
    for (int i = 0; i < MANY; i++) {
      stack.push(Long.MAX_VALUE - i);
    }
    for (int i = MANY - 1; i >= 0; i--) {
      assertThat(stack.pop()).isEqualTo(Long.MAX_VALUE - i);
    }
    assertThat(stack.size()).isZero();
  }

  @Test
  void booleansComeBackInReverseOrder() {
    BooleanStack stack = new BooleanStack();
    for (int i = 0; i < MANY; i++) {
      stack.push(i % 3 == 0);
    }
    for (int i = MANY - 1; i >= 0; i--) {
      assertThat(stack.pop()).isEqualTo(i % 3 == 0);
    }
    assertThat(stack.size()).isZero();
  }

  @Test
  void referencesComeBackInReverseOrder() {
    ObjectStack<double[]> stack = new ObjectStack<>();
    double[] first = {1};
    double[] second = {1};
    stack.push(first);
    stack.push(null);
    stack.push(second);

    assertThat(stack.pop()).isSameAs(second);
    assertThat(stack.pop()).isNull();
    assertThat(stack.pop()).isSameAs(first);
    assertThat(stack.size()).isZero();
  }

  @Test
  void pushAndPopMayAlternate() {
    IntStack stack = new IntStack();
    stack.push(1);
    stack.push(2);
    assertThat(stack.pop()).isEqualTo(2);
    stack.push(3);
    assertThat(stack.size()).isEqualTo(2);
    assertThat(stack.pop()).isEqualTo(3);
    assertThat(stack.pop()).isEqualTo(1);
  }

  @Test
  void anEmptyStackHasNothingToPop() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> new DoubleStack().pop());
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> new ObjectStack<String>().pop());
  }

  @Test
  void aFailedPopLeavesTheStackUsable() {
    LongStack stack = new LongStack();
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(stack::pop);
    stack.push(7);
    assertThat(stack.pop()).isEqualTo(7);
  }

  @Test
  void theCapacityGrowsUpToTheLongestArray() {
    assertThat(Capacity.after(16)).isEqualTo(25);
    assertThat(Capacity.after(1_800_000_000)).isEqualTo(Integer.MAX_VALUE - 8);
    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> Capacity.after(Integer.MAX_VALUE - 8));
  }
}
