package dev.tapeless.samples.gradbench.protocol;

/** A message that is not what it should be; what it says is the answer. */
public final class MalformedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Says what is wrong.
   *
   * @param message in words of the message that was received
   */
  public MalformedException(String message) {
    super(message);
  }
}
