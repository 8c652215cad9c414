package dev.tapeless.processor.ir;

/** An operator with two operands. */
public enum BinaryOp {
  ADD("+"),
  SUB("-"),
  MUL("*"),
  DIV("/"),
  REM("%"),
  SHL("<<"),
  SHR(">>"),
  USHR(">>>"),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">="),
  EQ("=="),
  NE("!="),
  AND("&"),
  OR("|"),
  XOR("^"),
  COND_AND("&&"),
  COND_OR("||");

  private final String symbol;

  BinaryOp(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as Java writes it. */
  public String symbol() {
    return symbol;
  }

  /** Whether the result is {@code boolean} whatever the operands are. */
  public boolean isComparison() {
    return ordinal() >= LT.ordinal() && ordinal() <= NE.ordinal();
  }

  /** Whether this is a shift, whose operands are promoted each for itself. */
  public boolean isShift() {
    return this == SHL || this == SHR || this == USHR;
  }
}
