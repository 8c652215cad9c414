package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an array once, before a loop, that each trip would make anew: the trips find it as a new
 * one would be, or fill it before they read it.
 *
 * <p>Law: the array has one name, and only elements of it are used; its size is the same in all
 * trips, known before the loop, and not negative; each trip fills the array first, or leaves only
 * zeros behind.
 */
public final class RecycledArrays {

  private final ElementsOfNewArrays elements;

  private RecycledArrays(List<Stmt> body) {
    this.elements = new ElementsOfNewArrays(body);
  }

  /** {@code sweep}, which makes fewer arrays. */
  public static Sweep in(Sweep sweep) {
    return sweep.withBody(new RecycledArrays(sweep.body()).block(sweep.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      Stmt rest = s;
      if (s instanceof Stmt.CountedFor || s instanceof Stmt.Loop) {
        Set<Var> inside = new HashSet<>(Variables.declaredIn(List.of(s)));
        rest = Children.map(s, e -> e, b -> without(b, inside, Variables.usedAfter(b, s), out));
      }
      out.add(Children.map(rest, e -> e, this::block));
    }
    return out;
  }

  /**
   * {@code statements}, without the declarations that go before the loop.
   *
   * @param later what is used after the statements, too: nobody knows here what happens to it
   */
  private List<Stmt> without(
      List<Stmt> statements, Set<Var> inside, Set<Var> later, List<Stmt> before) {
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      List<Stmt> rest = statements.subList(i + 1, statements.size());
      if (s instanceof Stmt.Declare d
          && !later.contains(d.variable())
          && isRecycled(d, rest, inside)) {
        before.add(s);
      } else {
        out.add(
            Children.map(s, e -> e, b -> without(b, inside, Variables.usedAfter(b, s), before)));
      }
    }
    return out;
  }

  private boolean isRecycled(Stmt.Declare d, List<Stmt> rest, Set<Var> inside) {
    Optional<Expr> size = size(d);
    return size.isPresent()
        && Collections.disjoint(Variables.readBy(size.get()), inside)
        && Variables.isOnlyIndexed(rest, d.variable())
        && !(size.get() instanceof Expr.Literal && hasConstantIndices(rest, d.variable()))
        && (elements.isFilledFirst(rest, d.variable(), size.get())
            || elements.isClearedLast(rest, d.variable(), size.get()));
  }

  /**
   * A size that is known before. The length of an array that may be null while the loop has no trip
   * is not.
   */
  private Optional<Expr> size(Stmt.Declare d) {
    return Optional.of(d)
        .filter(elements::isNew)
        .map(x -> ((Expr.NewArray) x.value().orElseThrow()).dimensions().get(0))
        .filter(e -> e instanceof Expr.Read || e instanceof Expr.Literal);
  }

  /** The JVM makes variables of the elements of a small array with these. */
  private static boolean hasConstantIndices(List<Stmt> statements, Var array) {
    return ElementsOfNewArrays.elements(statements, array).stream()
        .allMatch(element -> element.index() instanceof Expr.Literal);
  }
}
