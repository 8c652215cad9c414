package dev.tapeless.processor.dual;

import javax.lang.model.type.TypeMirror;

/** A statement that ends others before their end. */
final class Jump extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What ends. */
  enum Kind {
    BREAK,
    CONTINUE,
    RETURN,
    THROW
  }

  private final Kind kind;
  private final String label;
  private final transient Object value;
  private final transient TypeMirror thrown;

  private Jump(Kind kind, String label, Object value, TypeMirror thrown) {
    super(kind + " " + label, null, false, false);
    this.kind = kind;
    this.label = label;
    this.value = value;
    this.thrown = thrown;
  }

  /** A break or continue, without a label if that is empty. */
  static Jump to(Kind kind, CharSequence label) {
    return new Jump(kind, label == null ? "" : label.toString(), null, null);
  }

  static Jump returned(Object value) {
    return new Jump(Kind.RETURN, "", value, null);
  }

  static Jump thrown(TypeMirror type) {
    return new Jump(Kind.THROW, "", null, type);
  }

  Kind kind() {
    return kind;
  }

  Object value() {
    return value;
  }

  TypeMirror thrown() {
    return thrown;
  }

  /** Whether it leads to the loop, switch or statement of that label, or to the innermost one. */
  boolean leadsTo(Kind wanted, String labelHere) {
    return kind == wanted && (label.isEmpty() || label.equals(labelHere));
  }

  /** Whether it leaves a labelled statement that is no loop. */
  boolean leaves(String labelHere) {
    return kind == Kind.BREAK && label.equals(labelHere);
  }
}
