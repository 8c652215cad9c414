package dev.tapeless.processor.dual;

import java.util.Optional;

/**
 * A double or float as Java computes it, with its derivatives.
 *
 * @param slopes none for a constant
 */
public record Real(double value, boolean isFloat, Optional<Slopes> slopes) {

  static Real constant(double value, boolean isFloat) {
    return new Real(value, isFloat, Optional.empty());
  }

  /** An input that is one of {@code inputs}. */
  public static Real input(double value, boolean isFloat, int place, int inputs) {
    return new Real(value, isFloat, Optional.of(Slopes.ofInput(place, inputs)));
  }

  /** A value of which these are the partial derivatives by other numbers. */
  static Real of(double value, boolean isFloat, Real[] arguments, Wide... partials) {
    Optional<Slopes> sum = Optional.empty();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].slopes.isPresent()) {
        Slopes own = arguments[i].slopes.get();
        int inputs = own.inputs();
        sum = Optional.of(own.timesPlus(partials[i], sum.orElseGet(() -> Slopes.none(inputs))));
      }
    }
    return new Real(value, isFloat, sum);
  }

  /** The same as the other type, rounded if need be. */
  Real as(boolean toFloat) {
    return toFloat ? new Real((float) value, true, slopes) : new Real(value, false, slopes);
  }
}
