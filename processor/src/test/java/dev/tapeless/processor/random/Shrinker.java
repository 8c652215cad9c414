package dev.tapeless.processor.random;

import java.util.List;

/** Makes a failing program as small as it can be while it fails in the same way. */
final class Shrinker {

  private final Failure failure;
  private final long deadline;
  private RandomProgram smallest;

  private Shrinker(RandomProgram program, Failure failure, int seconds) {
    this.smallest = program;
    this.failure = failure;
    this.deadline = System.nanoTime() + seconds * 1_000_000_000L;
  }

  /** The smallest program found in that time. */
  static RandomProgram shrink(RandomProgram program, Failure failure, int seconds) {
    Shrinker shrinker = new Shrinker(program, failure, seconds);
    while (shrinker.isTimeLeft() && shrinker.improves()) {
      // Each pass tries what the one before has made possible.
    }
    return shrinker.smallest;
  }

  /** One pass; after a success it goes on at the place where it was. */
  private boolean improves() {
    boolean improves = false;
    List<RandomProgram> candidates = Smaller.than(smallest);
    for (int i = 0; i < candidates.size() && isTimeLeft(); ) {
      RandomProgram candidate = candidates.get(i);
      if (fails(candidate)) {
        smallest = candidate;
        candidates = Smaller.than(candidate);
        improves = true;
      } else {
        i++;
      }
    }
    return improves;
  }

  private boolean fails(RandomProgram candidate) {
    return Batch.failure(candidate, failure)
        .filter(f -> f.kind().equals(failure.kind()))
        .isPresent();
  }

  private boolean isTimeLeft() {
    return System.nanoTime() < deadline;
  }
}
