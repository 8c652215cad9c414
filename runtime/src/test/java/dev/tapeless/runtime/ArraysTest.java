package dev.tapeless.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What generated code asks about arrays is answered as the JDK does. */
class ArraysTest {

  private static final int[] NUMBERS = {-1, 0, 1, 3, 4, 5, Integer.MAX_VALUE, Integer.MIN_VALUE};

  private static void same(ThrowingCallable ours, ThrowingCallable theirs) {
    assertThat(String.valueOf(catchThrowable(ours)))
        .isEqualTo(String.valueOf(catchThrowable(theirs)));
  }

  @Test
  void copiesAreCheckedAsTheLibraryDoes() {
    for (int from : NUMBERS) {
      for (int to : NUMBERS) {
        for (int n : NUMBERS) {
          copies(from, to, n);
        }
      }
    }
  }

  private static void copies(int i, int k, int n) {
    same(() -> Copied.doubles(4, i, 3, k, n), () -> copy(new double[4], i, new double[3], k, n));
    same(() -> Copied.floats(4, i, 3, k, n), () -> copy(new float[4], i, new float[3], k, n));
    same(() -> Copied.ints(4, i, 3, k, n), () -> copy(new int[4], i, new int[3], k, n));
    same(() -> Copied.longs(4, i, 3, k, n), () -> copy(new long[4], i, new long[3], k, n));
    same(() -> Copied.shorts(4, i, 3, k, n), () -> copy(new short[4], i, new short[3], k, n));
    same(() -> Copied.bytes(4, i, 3, k, n), () -> copy(new byte[4], i, new byte[3], k, n));
    same(() -> Copied.chars(4, i, 3, k, n), () -> copy(new char[4], i, new char[3], k, n));
    same(() -> Copied.booleans(4, i, 3, k, n), () -> copy(new boolean[4], i, new boolean[3], k, n));
    same(
        () -> Copied.objects(4, i, 3, k, n), () -> copy(new double[4][], i, new double[3][], k, n));
  }

  private static void copy(Object from, int fromStart, Object to, int toStart, int length) {
    System.arraycopy(from, fromStart, to, toStart, length);
  }

  @Test
  void rangesAreCheckedAsTheLibraryDoes() {
    for (int from : NUMBERS) {
      for (int to : NUMBERS) {
        same(() -> Bounds.end(4, from, to), () -> Arrays.fill(new double[4], from, to, 1));
        if (to < from && to - from < 0) {
          same(() -> Bounds.length(from, to), () -> Arrays.copyOfRange(new int[4], from, to));
        }
      }
    }
    assertThat(Bounds.length(2, 7)).isEqualTo(5);
  }

  @Test
  void theOrderSorts() {
    Random random = new Random(1);
    for (int n = 0; n < 40; n++) {
      double[] x = random.doubles(n).map(v -> Math.rint(5 * v) - 2).toArray();
      if (n > 3) {
        x[2] = -0.0;
        x[3] = Double.NaN;
      }
      double[] sorted = x.clone();
      Arrays.sort(sorted);
      int[] order = Order.ascending(x, 0, n);
      assertThat(Arrays.stream(order).mapToDouble(i -> x[i]).toArray()).isEqualTo(sorted);
      for (int i = 1; i < n; i++) {
        assertThat(Double.compare(sorted[i], sorted[i - 1]) != 0 || order[i - 1] < order[i])
            .isTrue();
      }
    }
    assertThat(Order.ascending(new float[] {9, 3, 1, 2, 0}, 1, 4)).containsExactly(2, 3, 1);
  }

  @Test
  void rowsThatAreThereTwiceAreFound() {
    double[] row = {1};
    double[] empty = {};
    assertThatCode(() -> Rows.requireDistinct(null, "a")).doesNotThrowAnyException();
    assertThatCode(() -> Rows.requireDistinct(new double[][] {row, null, null, empty, empty}, "a"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Rows.requireDistinct(new double[][] {row, {1}, row}, "a"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two rows of a are the same array");
    assertThatThrownBy(() -> Rows.requireDistinct(new double[][][] {{row}, {{2}, row}}, "c"))
        .hasMessage("two rows of c are the same array");
  }
}
