package dev.tapeless.processor.random;

/** Thrown where a generated operation throws what the program does not. */
final class Broken extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  Broken(Failure failure) {
    super(failure.toString());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
