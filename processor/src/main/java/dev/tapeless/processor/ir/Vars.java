package dev.tapeless.processor.ir;

/** Makes variables that are new to a function. One lives for the processing of one method. */
public final class Vars {

  private int next;

  /** A source of variables that have not been used in {@code function}. */
  public static Vars after(Function function) {
    Vars vars = new Vars();
    vars.next = function.variables().stream().mapToInt(Var::id).max().orElse(-1) + 1;
    return vars;
  }

  /** A variable that did not exist before. */
  public Var make(String name, Type type) {
    return new Var(next++, name, type);
  }
}
