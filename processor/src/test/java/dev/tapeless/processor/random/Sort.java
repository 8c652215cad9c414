package dev.tapeless.processor.random;

import java.util.List;

/**
 * What a piece of a program is: a value of some type, a statement, or a sequence of statements.
 *
 * @param base the element type, or what it is if it is no value
 * @param rank how many dimensions an array has; 0 for a scalar
 * @param components of a record
 */
record Sort(String base, int rank, List<Name> components) {

  static final Sort DOUBLE = new Sort("double", 0);
  static final Sort FLOAT = new Sort("float", 0);
  static final Sort INT = new Sort("int", 0);
  static final Sort BOOLEAN = new Sort("boolean", 0);
  static final Sort STATEMENT = new Sort("statement", 0);
  static final Sort BLOCK = new Sort("block", 0);

  static final Sort DOUBLES = DOUBLE.array();
  static final Sort MATRIX = DOUBLES.array();
  static final Sort CUBE = MATRIX.array();
  static final Sort INTS = INT.array();

  /** A function of one number. */
  static final Sort FUNCTION = new Sort("java.util.function.DoubleUnaryOperator", 0);

  Sort {
    components = List.copyOf(components);
  }

  Sort(String base, int rank) {
    this(base, rank, List.of());
  }

  Sort array() {
    return new Sort(base, rank + 1, components);
  }

  Sort element() {
    return new Sort(base, rank - 1, components);
  }

  boolean isRecord() {
    return !components.isEmpty() && rank == 0;
  }

  /** Whether there are real numbers in it, perhaps in the components of a record. */
  boolean holdsReals() {
    return isReal() || components.stream().anyMatch(c -> c.sort().holdsReals());
  }

  boolean isArray() {
    return rank > 0;
  }

  boolean isReal() {
    return base.equals("double") || base.equals("float");
  }

  boolean isValue() {
    return !equals(STATEMENT) && !equals(BLOCK);
  }

  @Override
  public String toString() {
    return base + "[]".repeat(rank);
  }
}
