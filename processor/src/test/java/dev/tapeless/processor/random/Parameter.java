package dev.tapeless.processor.random;

/** A parameter of the method that is differentiated. */
record Parameter(Name name, boolean isConstant) {

  /** Whether the method is differentiated by it. */
  boolean isActive() {
    return name.sort().holdsReals() && !isConstant;
  }

  @Override
  public String toString() {
    return (isConstant ? "@Constant " : "") + name.sort() + " " + name.text();
  }
}
