package dev.tapeless.processor;

/** What became of an annotated class in a round. */
enum Verdict {
  /** Its derivatives have been written. */
  GENERATED,
  /** Its types are not all there yet. */
  WAITING,
  /** It cannot be differentiated, and the user has been told why. */
  REFUSED;

  /** The verdict on a class of which one part has this verdict and another part the other. */
  Verdict and(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
