package dev.tapeless.processor;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The results of a method that returns nothing: the arrays of real numbers that it writes, as it
 * leaves them.
 */
final class Outputs {

  private Outputs() {}

  /** The indexes of the parameters whose arrays are results. */
  static List<Integer> of(Function function, Set<Var> written) {
    List<Integer> outputs = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      Var v = function.parameters().get(i).variable();
      if (v.type().isRealArray() && written.contains(v)) {
        outputs.add(i);
      }
    }
    return outputs;
  }

  /** {@code function}, returning the arrays with which it was called at {@code outputs}. */
  static Function returned(Function function, List<Integer> outputs) {
    if (outputs.isEmpty()) {
      return function;
    }
    Vars vars = Vars.after(function);
    List<Stmt> body = new ArrayList<>();
    List<Expr> results = new ArrayList<>();
    List<Type.Component> components = new ArrayList<>();
    for (int i : outputs) {
      Var parameter = function.parameters().get(i).variable();
      // The method may let its parameter refer to another array.
      Var array = vars.make(parameter.name(), parameter.type());
      body.add(new Stmt.Declare(array, Optional.of(parameter.read()), Origin.NONE));
      results.add(array.read());
      components.add(new Type.Component(parameter.name(), parameter.type()));
    }
    body.addAll(function.body());
    Expr result =
        results.size() == 1
            ? results.get(0)
            : new Expr.NewRecord(new Type.RecordOf("Outputs", components), results);
    return function.withBody(body).withResult(Optional.of(result));
  }
}
