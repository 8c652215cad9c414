package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes an array that is not needed any more where one of the same name and size would be made: the
 * work array that the way forward has filled serves the reverse sweep as well.
 *
 * <p>Law: both have one name, and only elements of them are used; the size is the same; the second
 * one is filled before it is read, and the first one is used no more.
 */
public final class ReusedArrays {

  private final ElementsOfNewArrays elements;
  private final Set<Var> results = new HashSet<>();

  private ReusedArrays(Sweep sweep) {
    this.elements = new ElementsOfNewArrays(sweep.body());
    sweep.derivatives().forEach(e -> results.addAll(Variables.readBy(e)));
    sweep.value().ifPresent(e -> results.addAll(Variables.readBy(e)));
  }

  /** {@code sweep}, whose arrays are made once where it has them twice. */
  public static Sweep in(Sweep sweep) {
    return sweep.withBody(new ReusedArrays(sweep).block(sweep.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>(statements);
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i) instanceof Stmt.Declare d && elements.isNew(d)) {
        i -= reuse(d, i, out);
      }
    }
    return out;
  }

  /** Has {@code d}, the statement with that index, replaced; the number of statements less. */
  private int reuse(Stmt.Declare d, int index, List<Stmt> block) {
    List<Stmt> rest = List.copyOf(block.subList(index + 1, block.size()));
    if (!isFilled(d, rest)) {
      return 0;
    }
    for (int i = 0; i < index; i++) {
      if (block.get(i) instanceof Stmt.Declare first
          && elements.isNew(first)
          && first.value().equals(d.value())
          && first.variable().name().equals(d.variable().name())
          && isOver(first.variable(), block.subList(i + 1, index), rest)) {
        block.subList(index, block.size()).clear();
        block.addAll(Substitution.apply(Map.of(d.variable(), first.variable().read()), rest));
        return 1;
      }
    }
    return 0;
  }

  private boolean isFilled(Stmt.Declare d, List<Stmt> rest) {
    Expr size = ((Expr.NewArray) d.value().orElseThrow()).dimensions().get(0);
    return !results.contains(d.variable())
        && (size instanceof Expr.Read || size instanceof Expr.Literal)
        && Variables.isOnlyIndexed(rest, d.variable())
        && elements.isFilledFirst(rest, d.variable(), size);
  }

  private boolean isOver(Var array, List<Stmt> before, List<Stmt> rest) {
    return !results.contains(array)
        && Variables.isOnlyIndexed(before, array)
        && rest.stream().noneMatch(s -> ElementsOfNewArrays.mentions(s, array));
  }
}
