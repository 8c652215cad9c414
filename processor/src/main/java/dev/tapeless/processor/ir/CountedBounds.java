package dev.tapeless.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the trip count of a counted loop depends on. */
final class CountedBounds {

  private CountedBounds() {}

  /** The variables that the bounds of {@code loop} read. */
  static Set<Var> reads(Stmt.CountedFor loop) {
    Set<Var> reads = new HashSet<>(Variables.readBy(loop.from()));
    reads.addAll(Variables.readBy(loop.bound()));
    return reads;
  }

  /**
   * Whether the body may write an array element that the bounds read: it writes elements of that type, in whatever array, or calls a
   * function.
   */
  static boolean elementsMayChange(Stmt.CountedFor loop) {
    Set<Type> read = new HashSet<>();
    for (Expr bound : List.of(loop.from(), loop.bound())) {
      Variables.forEachNode(bound, e -> addElement(e, read));
    }
    Set<Boolean> found = new HashSet<>();
    Variables.forEachStatement(loop.body(), s -> found.add(mayWrite(s, read)));
    return found.contains(true);
  }

  private static void addElement(Expr e, Set<Type> read) {
    if (e instanceof Expr.Element element && element.array().type() instanceof Type.Array array) {
      read.add(array.element());
    }
  }

  private static boolean mayWrite(Stmt s, Set<Type> read) {
    if (s instanceof Stmt.Assign assign) {
      return assign.target() instanceof Expr.Element element
          && element.array().type() instanceof Type.Array array
          && read.contains(array.element());
    }
    if (s instanceof Stmt.Clear) {
      return read.stream().anyMatch(Type::isReal);
    }
    return s instanceof Stmt.Call && !read.isEmpty();
  }
}
