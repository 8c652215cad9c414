package dev.tapeless.samples.gradbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Demands that an answer is the expected one: the same shape, and in each array no number that
 * differs by more than a part of the largest.
 */
record Agreement(double precision) {

  void check(String name, Json actual, Json expected) {
    if (expected instanceof Json.Fields fields) {
      assertThat(actual).as(name).isInstanceOf(Json.Fields.class);
      var values = ((Json.Fields) actual).values();
      assertThat(values.keySet()).as(name).isEqualTo(fields.values().keySet());
      values.forEach(
          (field, value) -> check(name + "." + field, value, fields.values().get(field)));
    } else {
      assertThat(shape(actual)).as(name).isEqualTo(shape(expected));
      double[] a = numbers(actual).toArray();
      double[] e = numbers(expected).toArray();
      double largest = Arrays.stream(e).map(Math::abs).max().orElse(0);
      for (int i = 0; i < e.length; i++) {
        assertThat(Math.abs(a[i] - e[i]))
            .as("%s, number %d: %s, not %s", name, i, a[i], e[i])
            .isLessThanOrEqualTo(precision * largest);
      }
    }
  }

  private static String shape(Json value) {
    if (value instanceof Json.Items items) {
      return items.values().stream().map(Agreement::shape).toList().toString();
    }
    return value instanceof Json.Numbers numbers ? "" + numbers.values().length : "number";
  }

  private static DoubleStream numbers(Json value) {
    if (value instanceof Json.Items items) {
      return items.values().stream().flatMapToDouble(Agreement::numbers);
    }
    if (value instanceof Json.Numbers numbers) {
      return Arrays.stream(numbers.values());
    }
    return DoubleStream.of(Input.real("the value", value));
  }
}
