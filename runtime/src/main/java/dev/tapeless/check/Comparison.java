package dev.tapeless.check;

import java.util.Locale;

/**
 * Two numbers that should be the same.
 *
 * @param what which number of the derivative it is
 * @param given what the derivative says
 * @param expected what finite differences, or the other mode, say
 * @param error the estimated error of {@code expected}
 * @param verdict what follows
 */
public record Comparison(
    String what, double given, double expected, double error, Verdict verdict) {

  /** What follows from a comparison. */
  public enum Verdict {
    /** The numbers are the same within the tolerance. */
    AGREES,
    /** They are not. */
    DIFFERS,
    /** The expected number is too uncertain: there may be a kink, a jump or noise. */
    UNDECIDED
  }

  /**
   * The difference relative to the larger of the two numbers.
   *
   * @return 0 if they are the same
   */
  public double relativeDifference() {
    double scale = Math.max(Math.abs(given), Math.abs(expected));
    return given == expected ? 0 : Math.abs(given - expected) / scale;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s: given %s, expected %s ± %.1e, relative difference %.1e",
        what,
        verdict.name().toLowerCase(Locale.ROOT),
        given,
        expected,
        error,
        relativeDifference());
  }
}
