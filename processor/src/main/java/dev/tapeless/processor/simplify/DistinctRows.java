package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Lets a function check that the rows of an argument are different arrays, where it writes into
 * them: it works on copies, and what is written into one copy would be missing in the other.
 */
public final class DistinctRows {

  private DistinctRows() {}

  /** {@code function} with a check of each of {@code parameters} at its start. */
  public static Function required(Function function, Collection<Var> parameters) {
    List<Stmt> body = new ArrayList<>();
    for (Var v : parameters) {
      body.add(new Stmt.Require(new Requirement.DistinctRows(v.read(), v.name()), Origin.NONE));
    }
    body.addAll(function.body());
    return function.withBody(body);
  }
}
