package dev.tapeless.processor.random;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was done. */
final class Tally {

  private final Map<String, Integer> failures = new TreeMap<>();
  private int programs;
  private long pieces;
  private int points;
  private int skippedDifferences;
  private int skippedReference;
  private int infinite;
  private int refused;

  void programs(List<RandomProgram> more) {
    programs += more.size();
    pieces += more.stream().mapToLong(RandomProgram::size).sum();
  }

  /** A program that is wrong. */
  void failed(Failure failure) {
    failures.merge(failure.kind(), 1, Integer::sum);
  }

  void point() {
    points++;
  }

  /** A point where finite differences were not reliable. */
  void skippedDifferences() {
    skippedDifferences++;
  }

  /** A point where the reference has derivatives that are not finite. */
  void skippedReference() {
    skippedReference++;
  }

  /** A point where the program has no finite value. */
  void infinite() {
    infinite++;
  }

  /** A program that is not supported yet. */
  void refused() {
    refused++;
  }

  /** The share of all points and programs that could not be checked fully. */
  double share() {
    return (refused + skippedDifferences + skippedReference + infinite)
        / (double) Math.max(1, points);
  }

  @Override
  public String toString() {
    return programs
        + " programs of "
        + pieces / Math.max(1, programs)
        + " pieces on average at "
        + points
        + " points; refused: "
        + refused
        + ", finite differences unreliable: "
        + skippedDifferences
        + ", reference infinite: "
        + skippedReference
        + ", value infinite: "
        + infinite
        + ", failing: "
        + failures;
  }
}
