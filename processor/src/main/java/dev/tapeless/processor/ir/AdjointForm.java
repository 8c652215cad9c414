package dev.tapeless.processor.ir;

/**
 * Which of the reverse-mode programs of a function is wanted.
 *
 * @param seeded whether the seed is a parameter; otherwise it is 1, or an array of ones
 * @param value whether the primal's value is returned as well
 * @param into whether the adjoints are written into arrays that the caller gives (every active
 *     parameter is an array then)
 * @param checked whether it throws an exception where an adjoint is not finite
 */
public record AdjointForm(boolean seeded, boolean value, boolean into, boolean checked) {

  /** A form without checks. */
  public AdjointForm(boolean seeded, boolean value, boolean into) {
    this(seeded, value, into, false);
  }
}
