package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the reversal of one statement adds to which adjoints: like terms are merged, and each place
 * is written once.
 */
final class Contributions {

  private final Map<Place, List<Term>> terms = new LinkedHashMap<>();

  /** Adds {@code term} to the adjoint of {@code place}. */
  void add(Place place, Term term) {
    List<Term> sum = terms.computeIfAbsent(place, p -> new ArrayList<>());
    Term.add(term, sum);
  }

  /** Takes out the sum for {@code place}; 0 when nothing is added to it. */
  Expr take(Place place) {
    List<Term> sum = terms.remove(place);
    return sum == null ? Term.number(0, place.type()) : Term.sum(sum);
  }

  /** The places to whose adjoints anything is added. */
  Set<Place> places() {
    return terms.keySet();
  }

  /** Whether anything is added to the adjoint of {@code place}. */
  boolean has(Place place) {
    return terms.containsKey(place);
  }

  /** One statement {@code placeBar += sum} for each place. */
  List<Stmt> statements(Shadows shadows) {
    List<Stmt> out = new ArrayList<>();
    terms.forEach(
        (place, sum) -> {
          Place bar = shadows.place(place);
          boolean minus = sum.get(0).isNegative();
          Expr amount = minus ? Term.sum(sum.stream().map(Term::negated).toList()) : Term.sum(sum);
          Expr value = minus ? Exprs.minus(bar, amount) : Exprs.plus(bar, amount);
          out.add(new Stmt.Assign(bar, value, Origin.NONE));
        });
    return out;
  }
}
