package dev.tapeless.processor.random;

/**
 * What a piece of a program is: a value of some type, a statement, or a sequence of statements.
 *
 * @param base the element type, or what it is if it is no value
 * @param rank how many dimensions an array has; 0 for a scalar
 */
record Sort(String base, int rank) {

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

  Sort array() {
    return new Sort(base, rank + 1);
  }

  Sort element() {
    return new Sort(base, rank - 1);
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
