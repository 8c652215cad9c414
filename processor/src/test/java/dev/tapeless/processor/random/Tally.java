package dev.tapeless.processor.random;

/** Counts what was done. */
final class Tally {

  private int programs;
  private int points;
  private int skippedDifferences;
  private int infinite;

  void programs(int more) {
    programs += more;
  }

  void point() {
    points++;
  }

  /** A point where finite differences were not reliable. */
  void skippedDifferences() {
    skippedDifferences++;
  }

  /** A point where the program has no finite value. */
  void infinite() {
    infinite++;
  }

  int points() {
    return points;
  }

  int skipped() {
    return skippedDifferences + infinite;
  }

  @Override
  public String toString() {
    return programs + " programs at " + points + " points; finite differences unreliable at "
        + skippedDifferences + ", value infinite at " + infinite;
  }
}
