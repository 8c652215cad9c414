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
