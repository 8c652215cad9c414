package dev.tapeless.processor.ir;

/**
 * A local variable or parameter. Two variables may have the same name: {@code id} tells them apart,
 * and the emitter finds names that do not clash.
 *
 * @param id unique within a {@link Function}
 * @param name the name it should have in generated code
 */
public record Var(int id, String name, Type type) {

  /** The value of this variable. */
  public Expr.Read read() {
    return new Expr.Read(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Var that && id == that.id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return name + "#" + id;
  }
}
