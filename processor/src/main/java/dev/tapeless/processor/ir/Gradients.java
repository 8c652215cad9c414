package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What reverse mode derivatives of calls return: one value, a record of several, or an array. */
public final class Gradients {

  private Gradients() {}

  /**
   * What {@code result} has for one of the active parameters.
   *
   * @param count of active parameters
   * @param type of the parameter
   */
  public static Expr part(Var result, int index, int count, Type type) {
    if (result.type() instanceof Type.RecordOf) {
      return Leaf.reads(result.read()).get(index);
    }
    return count == 1
        ? result.read()
        : Exprs.cast(type, Exprs.element(result.read(), Exprs.num(index)));
  }

  /**
   * The checks of a result that was made by hand: that it has the shapes of the arguments.
   *
   * @param arguments the active ones; empty in the place of those whose part is not needed
   */
  public static List<Stmt> checks(Callee vjp, Var result, List<Optional<Expr>> arguments) {
    List<Stmt> checks = new ArrayList<>();
    boolean isList = arguments.size() > 1 && result.type() instanceof Type.Array;
    if (isList) {
      Requirement length =
          new Requirement.OfLength(result.read(), arguments.size(), "the result of " + vjp.name());
      checks.add(new Stmt.Require(length, Origin.NONE));
    }
    for (int i = 0; i < arguments.size() && !isList; i++) {
      Optional<Expr> argument = arguments.get(i).filter(a -> a.type() instanceof Type.Array);
      if (argument.isPresent()) {
        Expr part = part(result, i, arguments.size(), argument.get().type());
        String name = part instanceof Expr.Component c ? c.name() + " of the result" : "the result";
        checks.add(
            sameShape(
                part, name + " of " + vjp.name(), argument.get(), "the argument of " + vjp.name()));
      }
    }
    return checks;
  }

  /** The check of a tangent that was made by hand: that it has the shape of the value. */
  public static List<Stmt> check(Callee jvp, Expr tangent, Callee primal, Expr value) {
    String name = "the result of " + jvp.name();
    return tangent.type() instanceof Type.Array
        ? List.of(sameShape(tangent, name, value, "the result of " + primal.name()))
        : List.of();
  }

  private static Stmt sameShape(Expr actual, String name, Expr expected, String expectedName) {
    return new Stmt.Require(
        new Requirement.SameShape(actual, name, expected, expectedName), Origin.NONE);
  }
}
