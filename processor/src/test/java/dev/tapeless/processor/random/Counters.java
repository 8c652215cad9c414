package dev.tapeless.processor.random;

/** The heads of loops over all indices, or over every second one. */
final class Counters {

  private Counters() {}

  /** For the counter {@code #}, with a hole for the length. */
  static String head(Dice dice) {
    return dice.among(
        "int # = 0; # < $; #++",
        "int # = 0; # < $; #++",
        "int # = $ - 1; # >= 0; #--",
        "int # = 0; # < $; # += 2",
        "int # = $ - 1; # >= 0; # -= 2");
  }

  /** For a counter {@code #} that has a neighbour below. */
  static String withLower(Dice dice) {
    return dice.among(
        "int # = 1; # < $; #++", "int # = $ - 1; # > 0; #--", "int # = 1; # < $; # += 2");
  }

  /** For a counter {@code #} that has neighbours on both sides. */
  static String withBoth(Dice dice) {
    return dice.among(
        "int # = 1; # < $ - 1; #++", "int # = $ - 2; # > 0; #--", "int # = 1; # + 1 < $; # += 2");
  }
}
