package dev.tapeless.processor.ir;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the trip count of a counted loop depends on. */
public final class CountedBounds {

  private CountedBounds() {}

  /** How often {@code loop} runs, whose counter goes up or down by one. */
  public static Expr trips(Stmt.CountedFor loop) {
    boolean up = loop.step() > 0;
    boolean inclusive = loop.compare() == BinaryOp.LE || loop.compare() == BinaryOp.GE;
    Expr low = up ? loop.from() : loop.bound();
    Expr high = up ? loop.bound() : loop.from();
    Expr end = inclusive ? Exprs.plus(high, Exprs.num(1)) : high;
    if (Exprs.isNumber(low, 0)) {
      return end instanceof Expr.Length || end instanceof Expr.Literal ? end : atLeast(low, end);
    }
    // The difference of other numbers may be too large for an int, and come out with another sign.
    return low instanceof Expr.Literal && isSmall(end)
        ? atLeast(Exprs.num(0), Exprs.minus(end, low))
        : Exprs.minus(atLeast(low, end), low);
  }

  private static boolean isSmall(Expr e) {
    return e instanceof Expr.Literal
        || e instanceof Expr.Length
        || e instanceof Expr.Binary b
            && (b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB)
            && isSmall(b.left())
            && isSmall(b.right());
  }

  private static Expr atLeast(Expr least, Expr e) {
    return Exprs.library("java.lang.Math", "max", Type.Primitive.INT, least, e);
  }

  /** The variables that the bounds of {@code loop} read. */
  static Set<Var> reads(Stmt.CountedFor loop) {
    Set<Var> reads = new HashSet<>(Variables.readBy(loop.from()));
    reads.addAll(Variables.readBy(loop.bound()));
    return reads;
  }

  /**
   * Whether the body writes an element of an array, or of its rows, of which the bounds read
   * elements. Other names of that array are the business of those who make the loop.
   */
  static boolean elementsMayChange(Stmt.CountedFor loop) {
    Set<Expr.Element> read = new HashSet<>();
    for (Expr bound : List.of(loop.from(), loop.bound())) {
      Variables.forEachNode(bound, e -> addElement(e, read));
    }
    boolean[] found = {false};
    Variables.forEachStatement(
        loop.body(), s -> found[0] |= read.stream().anyMatch(e -> mayWrite(s, e)));
    return found[0];
  }

  private static void addElement(Expr e, Set<Expr.Element> read) {
    if (e instanceof Expr.Element element) {
      read.add(element);
    }
  }

  private static boolean mayWrite(Stmt s, Expr.Element read) {
    Expr array = whole(read);
    if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Element target) {
      return target.type().equals(read.type()) && whole(target).equals(array);
    }
    return s instanceof Stmt.Clear clear
        && read.type().isReal()
        && whole(clear.array()).equals(array);
  }

  /** The array of which {@code e} is an element, an element of a row, or itself. */
  private static Expr whole(Expr e) {
    return e instanceof Expr.Element element ? whole(element.array()) : e;
  }
}
