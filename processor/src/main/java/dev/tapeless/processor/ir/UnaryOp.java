package dev.tapeless.processor.ir;

/** An operator with one operand. */
public enum UnaryOp {
  NEGATE("-"),
  NOT("!"),
  COMPLEMENT("~");

  private final String symbol;

  UnaryOp(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as Java writes it. */
  public String symbol() {
    return symbol;
  }
}
