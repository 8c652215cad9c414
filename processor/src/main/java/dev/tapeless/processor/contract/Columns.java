package dev.tapeless.processor.contract;

import static dev.tapeless.processor.ir.Type.Primitive.INT;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * A private function that has several columns of a Jacobian, or of a Hessian, from one run of the
 * method: its tangents along several directions.
 *
 * @param callee takes the method's arguments, then the tangents of the first direction, then those
 *     of the second
 * @param results a column for each direction
 */
record Columns(Callee callee, Type.RecordOf results) {

  /**
   * How many columns. Measured on Jacobians and Hessians of sums and of functions: two at once take
   * 0.6 of the time of one by one, four 0.3 to 0.55, eight between 0.7 and 1.0 of four, for twice
   * the code.
   */
  private static final int WIDTH = 4;

  /** The columns of a Jacobian. */
  static Optional<Columns> ofJacobian(Offer offer, Sweeps sweeps, PrivateFunctions functions) {
    Operation one = offer.operation(OperationKind.JVP);
    return sweeps.tangents(WIDTH).map(s -> add(offer, one, s, functions, Columns::wholeTangent));
  }

  private static Expr wholeTangent(Offer offer, Arguments arguments, Sweep sweep) {
    return Leaf.whole(offer.operation(OperationKind.JVP).result(), sweep.derivatives().iterator());
  }

  /** The columns of a Hessian. */
  static Optional<Columns> ofHessian(Offer offer, Sweeps sweeps, PrivateFunctions functions) {
    Operation one = offer.operation(OperationKind.HVP);
    return sweeps
        .tangentsOfGradient(WIDTH)
        .map(s -> add(offer, one, s, functions, Bodies::gradient));
  }

  /** What one direction's derivatives are put together to. */
  private interface Whole {
    Expr of(Offer offer, Arguments arguments, Sweep sweep);
  }

  private static Columns add(
      Offer offer, Operation one, Sweep sweep, PrivateFunctions functions, Whole whole) {
    int primal = offer.parameters().size();
    AddedNames names = new AddedNames(offer.signature());
    for (int i = 1; i <= WIDTH; i++) {
      names.with(offer.active(), "Dot" + i);
    }
    String name = functions.ownName(one.name() + "s");
    List<Type.Component> components = new ArrayList<>();
    for (int i = 1; i <= WIDTH; i++) {
      components.add(new Type.Component("column" + i, one.result()));
    }
    String record = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Type.RecordOf results = new Type.RecordOf(functions.ownName(record), components);
    Operation several =
        new Operation(
            name, names.all(), results, false, one.exceptions(), one.javadoc(), Optional.empty());
    Arguments arguments = Arguments.of(several, primal, sweep, false);
    int count = sweep.derivatives().size() / WIDTH;
    List<Expr> columns = new ArrayList<>();
    for (int i = 0; i < WIDTH; i++) {
      List<Expr> own = sweep.derivatives().subList(i * count, (i + 1) * count);
      Sweep part =
          new Sweep(sweep.parameters(), sweep.extra(), sweep.body(), Optional.empty(), own);
      columns.add(whole.of(offer, arguments, part));
    }
    functions.add(
        Bodies.function(
            several, sweep, arguments, List.of(), new Expr.NewRecord(results, columns)));
    return new Columns(several.callee(), results);
  }

  /** What is done with columns, given the index of each: the last one may be there repeatedly. */
  interface Use {
    void of(Body body, List<Expr> columns, List<Expr> at);
  }

  /**
   * Calls the function along the unit vectors of one array, again and again.
   *
   * @param arguments those of the method
   * @param zeros for each active parameter a tangent that is zero; that of the array is written to
   * @param active the number of the array among the active parameters
   */
  void ofUnitVectors(Body body, List<Var> arguments, List<Expr> zeros, int active, Use use) {
    Expr.Read first = (Expr.Read) zeros.get(active);
    List<Expr> own = new ArrayList<>(List.of(first));
    while (own.size() < WIDTH) {
      own.add(body.declare(first.variable().name() + (own.size() + 1), new Expr.ZerosLike(first)));
    }
    Expr last = body.declare("last", Exprs.minus(Exprs.length(first), Exprs.num(1)));
    body.loop(
        "j",
        first,
        WIDTH,
        (inner, j) -> {
          List<Expr> at = new ArrayList<>(List.of(j));
          for (int k = 1; k < WIDTH; k++) {
            Expr next = Exprs.plus(j, Exprs.num(k));
            at.add(
                inner.declare(
                    "j" + (k + 1), Exprs.library("java.lang.Math", "min", INT, next, last)));
          }
          fill(inner, own, at, 1);
          List<Expr> columns =
              call(
                  inner,
                  arguments,
                  k -> {
                    List<Expr> tangents = new ArrayList<>(zeros);
                    tangents.set(active, own.get(k));
                    return tangents;
                  });
          fill(inner, own, at, 0);
          use.of(inner, columns, at);
        });
  }

  private static void fill(Body body, List<Expr> arrays, List<Expr> at, double value) {
    for (int k = 0; k < arrays.size(); k++) {
      Expr element = Exprs.element(arrays.get(k), at.get(k));
      body.assign(element, Exprs.real(value, element.type()));
    }
  }

  /**
   * The columns of all active parameters, which are numbers.
   *
   * @param several has several at once, if there is such a function
   * @param one the operation that has one
   */
  static List<Expr> ofNumbers(
      Optional<Columns> several, Operation one, Body body, List<Var> arguments, List<Var> active) {
    List<Expr> columns = new ArrayList<>();
    while (columns.size() < active.size()) {
      int next = columns.size();
      if (several.isPresent() && next + 1 < active.size()) {
        List<Expr> made = several.get().call(body, arguments, k -> unit(active, next + k));
        columns.addAll(made.subList(0, Math.min(WIDTH, active.size() - next)));
      } else {
        List<Expr> all = new ArrayList<>(arguments.stream().<Expr>map(Var::read).toList());
        all.addAll(unit(active, next));
        columns.add(body.call(active.get(next).name() + "Column", one.callee(), all));
      }
    }
    return columns;
  }

  private static List<Expr> unit(List<Var> active, int one) {
    List<Expr> unit = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      unit.add(Exprs.real(i == one ? 1 : 0, active.get(i).type()));
    }
    return unit;
  }

  private List<Expr> call(Body body, List<Var> arguments, IntFunction<List<Expr>> tangents) {
    List<Expr> all = new ArrayList<>(arguments.stream().<Expr>map(Var::read).toList());
    for (int i = 0; i < WIDTH; i++) {
      all.addAll(tangents.apply(i));
    }
    Expr several = body.call("columns", callee, all);
    return results.components().stream()
        .<Expr>map(c -> new Expr.Component(several, c.name(), c.type()))
        .toList();
  }
}
