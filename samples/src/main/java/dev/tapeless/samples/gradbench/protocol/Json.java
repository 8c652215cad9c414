package dev.tapeless.samples.gradbench.protocol;

import java.util.List;
import java.util.Map;

/** A value in JSON. Arrays of numbers are arrays of {@code double}, so nothing is boxed. */
public sealed interface Json {

  /** An object, with its fields in their order. */
  record Fields(Map<String, Json> values) implements Json {}

  /** An array that holds anything but only numbers; the empty array is {@link Numbers}. */
  record Items(List<Json> values) implements Json {}

  /** An array of numbers. */
  @SuppressWarnings("ArrayRecordComponent")
  record Numbers(double[] values) implements Json {}

  /** An array of integers, to be written. */
  @SuppressWarnings("ArrayRecordComponent")
  record Integers(int[] values) implements Json {}

  /** An array of rows of numbers, to be written. */
  @SuppressWarnings("ArrayRecordComponent")
  record Rows(double[][] values) implements Json {}

  /** A number that stands alone. */
  record Real(double value) implements Json {}

  /** An integer, to be written without a fraction; when it was read, as it was written. */
  record Whole(String digits) implements Json {}

  /**
   * Times in nanoseconds, to be written as a list of named ones.
   *
   * @param prepare of the arguments
   * @param warmUp of all runs before those that count
   * @param runs of each run that counts
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Timings(long prepare, long warmUp, long[] runs) implements Json {}

  /** A text. */
  record Text(String value) implements Json {}

  /** Anything else: true, false, null. */
  record Word(String value) implements Json {}

  /** An integer. */
  static Json of(long value) {
    return new Whole(Long.toString(value));
  }

  /** True or false. */
  static Json of(boolean value) {
    return new Word(Boolean.toString(value));
  }
}
