package dev.tapeless.samples.data;

/**
 * Data that cannot be used; the message is one line that names the file, and the line and field.
 */
public final class DataException extends Exception {

  private static final long serialVersionUID = 1;

  /**
   * Says what is wrong.
   *
   * @param message one line for the user
   */
  public DataException(String message) {
    super(message);
  }
}
