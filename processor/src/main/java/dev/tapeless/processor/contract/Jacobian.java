package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * The Jacobian of a method with an array result: column by column from tangents, or row by row from
 * adjoints, whichever are fewer. When all active parameters are scalars, each column is a component
 * of the result as it is.
 */
final class Jacobian {

  private final Offer offer;
  private final ArrayFunctions arrays;
  private final Optional<Columns> several;
  private final Operation operation;
  private final List<Var> parameters;
  private final List<Var> active;
  private final Type result;

  private Jacobian(
      Offer offer, PrivateFunctions functions, Optional<Columns> several, List<Var> parameters) {
    this.offer = offer;
    this.arrays = new ArrayFunctions(functions);
    this.several = several;
    this.operation = offer.operation(OperationKind.JACOBIAN);
    this.parameters = parameters;
    this.active = active(offer, parameters);
    this.result = offer.signature().result().orElseThrow();
  }

  private static List<Var> active(Offer offer, List<Var> parameters) {
    return IntStream.range(0, parameters.size())
        .filter(i -> offer.signature().parameters().get(i).active())
        .mapToObj(parameters::get)
        .toList();
  }

  /** The body of the operation. */
  static Function of(Offer offer, Sweeps sweeps, PrivateFunctions functions) {
    boolean allScalars = offer.active().stream().allMatch(v -> v.type().rank() == 0);
    Optional<RepeatedReverse> repeated = allScalars ? Optional.empty() : sweeps.repeated();
    if (repeated.isPresent()) {
      Operation operation = offer.operation(OperationKind.JACOBIAN);
      Sweep sweep = repeated.get().sweep();
      Arguments arguments = Arguments.of(operation, offer.parameters().size(), sweep, false);
      List<Var> active = active(offer, arguments.parameters());
      SharedRows rows = new SharedRows(repeated.get(), active);
      Optional<Columns> several =
          rows.areFew() ? Optional.empty() : several(offer, sweeps, functions, false);
      Jacobian jacobian = new Jacobian(offer, functions, several, arguments.parameters());
      Body body = Body.with(arguments.parameters(), sweep);
      arguments.unpacked().forEach(body::add);
      repeated.get().forward().forEach(body::add);
      return jacobian.function(
          body, rows.areFew() ? jacobian.byRows(body, rows) : jacobian.byFewer(body, rows));
    }
    Optional<Columns> several = several(offer, sweeps, functions, allScalars);
    Jacobian jacobian = new Jacobian(offer, functions, several, offer.parameters());
    Body body = Body.with(offer.parameters());
    return jacobian.function(
        body, allScalars ? jacobian.columnsOfScalars(body) : jacobian.general(body));
  }

  /** For several columns at once, where there are several numbers or a list of them. */
  private static Optional<Columns> several(
      Offer offer, Sweeps sweeps, PrivateFunctions functions, boolean allScalars) {
    boolean areSeveral =
        allScalars
            ? offer.active().size() > 1
            : offer.active().stream().anyMatch(v -> v.type().rank() == 1);
    return areSeveral ? Columns.ofJacobian(offer, sweeps, functions) : Optional.empty();
  }

  private Function function(Body body, List<Expr> jacobians) {
    Expr whole =
        operation.result() instanceof Type.RecordOf record
            ? new Expr.NewRecord(record, jacobians)
            : jacobians.get(0);
    return Body.function(operation.callee(), parameters, body.statements(), Optional.of(whole));
  }

  /** All rows after one forward sweep, which has run. */
  private List<Expr> byRows(Body body, SharedRows rows) {
    List<Expr.Read> jacobians = new ArrayList<>();
    for (int p = 0; p < active.size(); p++) {
      jacobians.add(body.declare(name(p), rows.room(p, offer.jacobians().get(p))));
    }
    rows.fill(body, jacobians);
    return List.copyOf(jacobians);
  }

  /** The same, unless there are fewer columns. */
  private List<Expr> byFewer(Body body, SharedRows shared) {
    Expr y = shared.result();
    List<Expr.Read> jacobians = declared(body);
    Expr fewerRows = Exprs.binary(BinaryOp.LT, size(body, y), inputs(body));
    body.branch(
        fewerRows,
        rows -> {
          for (int p = 0; p < active.size(); p++) {
            rows.assign(jacobians.get(p), shared.room(p, offer.jacobians().get(p)));
          }
          shared.fill(rows, jacobians);
        },
        columns -> columns(columns, y, tangents(columns), jacobians));
    return List.copyOf(jacobians);
  }

  private List<Expr.Read> declared(Body body) {
    List<Expr.Read> jacobians = new ArrayList<>();
    for (int p = 0; p < active.size(); p++) {
      jacobians.add(body.declare(name(p), offer.jacobians().get(p)));
    }
    return jacobians;
  }

  private String name(int p) {
    return active.size() == 1 ? "jacobian" : active.get(p).name() + "Jacobian";
  }

  private List<Expr> tangents(Body body) {
    List<Expr> tangents = new ArrayList<>();
    for (Var v : active) {
      boolean isScalar = v.type().rank() == 0;
      tangents.add(
          isScalar
              ? Exprs.real(0, v.type())
              : body.declare(v.name() + "Dot", new Expr.ZerosLike(v.read())));
    }
    return tangents;
  }

  private List<Expr> columnsOfScalars(Body body) {
    Operation one = offer.operation(OperationKind.JVP);
    List<Expr> columns = Columns.ofNumbers(several, one, body, parameters, active);
    List<Expr> jacobians = new ArrayList<>();
    for (int p = 0; p < active.size(); p++) {
      jacobians.add(sameOrConverted(body, p, columns.get(p)));
    }
    return jacobians;
  }

  private List<Expr> general(Body body) {
    List<Expr> tangents = tangents(body);
    body.comment("Along the zero tangent: for the shape of the result.");
    Expr y = body.call("y", offer.operation(OperationKind.JVP).callee(), arguments(tangents));
    List<Expr.Read> jacobians = declared(body);
    Expr fewerRows = Exprs.binary(BinaryOp.LT, size(body, y), inputs(body));
    body.branch(
        fewerRows,
        rows -> rows(rows, y, jacobians),
        columns -> columns(columns, y, tangents, jacobians));
    return List.copyOf(jacobians);
  }

  /** The number of elements of all active parameters. */
  private Expr inputs(Body body) {
    int scalars = (int) active.stream().filter(v -> v.type().rank() == 0).count();
    Expr sum = scalars == 0 ? null : Exprs.num(scalars);
    for (Var v : active) {
      if (v.type().rank() > 0) {
        Expr size = size(body, v.read());
        sum = sum == null ? size : Exprs.plus(size, sum);
      }
    }
    return sum;
  }

  private Expr size(Body body, Expr array) {
    return array.type().rank() == 1
        ? Exprs.length(array)
        : body.call("size", arrays.size(array.type()), List.of(array));
  }

  private void rows(Body body, Expr y, List<Expr.Read> jacobians) {
    Expr v = body.declare("v", new Expr.ZerosLike(y));
    row(body, v, new ArrayList<>(jacobians), v);
  }

  /** Fills what belongs to {@code seed}, a part of {@code v}. */
  private void row(Body body, Expr seed, List<Expr> targets, Expr v) {
    if (seed.type().rank() > 0) {
      targets.forEach(t -> body.assign(t, allocated(t.type(), seed)));
      body.loop(
          index("i", result, seed),
          seed,
          (inner, i) ->
              unlessNull(
                  inner,
                  Exprs.element(seed, i),
                  (there, part) ->
                      row(
                          there,
                          part,
                          targets.stream().<Expr>map(t -> Exprs.element(t, i)).toList(),
                          v)));
      return;
    }
    body.assign(seed, Exprs.real(1, seed.type()));
    List<Expr> arguments = new ArrayList<>(parameters.stream().<Expr>map(Var::read).toList());
    arguments.add(v);
    Expr gradient = body.call("row", offer.operation(OperationKind.VJP).callee(), arguments);
    for (int p = 0; p < targets.size(); p++) {
      body.assign(targets.get(p), component(gradient, p));
    }
    body.assign(seed, Exprs.real(0, seed.type()));
  }

  private static Expr component(Expr gradient, int p) {
    if (gradient.type() instanceof Type.RecordOf record) {
      Type.Component component = record.components().get(p);
      return new Expr.Component(gradient, component.name(), component.type());
    }
    return gradient;
  }

  private void columns(Body body, Expr y, List<Expr> tangents, List<Expr.Read> jacobians) {
    for (int p = 0; p < active.size(); p++) {
      Expr.Read jacobian = jacobians.get(p);
      int parameter = p;
      if (active.get(p).type().rank() == 0) {
        Expr column = column(body, p, tangents, active.get(p).name() + "Column");
        body.assign(jacobian, sameOrConverted(body, p, column));
      } else if (several.isPresent() && active.get(p).type().rank() == 1) {
        zeros(body, jacobian, y, active.get(p).read());
        several
            .get()
            .ofUnitVectors(
                body,
                parameters,
                tangents,
                p,
                (inner, columns, at) ->
                    copy(inner, columns, jacobian, at.stream().map(List::of).toList()));
      } else {
        zeros(body, jacobian, y, active.get(p).read());
        eachInput(
            body,
            tangents.get(p),
            List.of(),
            (inner, index) -> {
              Expr tangent = elementAt(tangents.get(parameter), index);
              inner.assign(tangent, Exprs.real(1, tangent.type()));
              Expr column =
                  inner.call(
                      "column", offer.operation(OperationKind.JVP).callee(), arguments(tangents));
              inner.assign(tangent, Exprs.real(0, tangent.type()));
              copy(inner, List.of(column), jacobian, List.of(index));
            });
      }
    }
  }

  /** The derivative along the unit tangent of the scalar parameter with number {@code p}. */
  private Expr column(Body body, int p, List<Expr> tangents, String name) {
    List<Expr> unit = new ArrayList<>(tangents);
    unit.set(p, Exprs.real(1, active.get(p).type()));
    return body.call(name, offer.operation(OperationKind.JVP).callee(), arguments(unit));
  }

  private List<Expr> arguments(List<Expr> tangents) {
    List<Expr> arguments = new ArrayList<>(parameters.stream().<Expr>map(Var::read).toList());
    arguments.addAll(tangents);
    return arguments;
  }

  /**
   * A column as the Jacobian of the scalar parameter with number {@code p}, whose type it takes.
   */
  private Expr sameOrConverted(Body body, int p, Expr column) {
    Type wanted = offer.jacobians().get(p);
    if (wanted.equals(result)) {
      return column;
    }
    Expr.Read converted = body.declare(active.get(p).name() + "Converted", wanted);
    zeros(body, converted, column, active.get(p).read());
    copy(body, List.of(column), converted, List.of(List.of()));
    return converted;
  }

  /** {@code target[i].. = zeros like parameter} for every index {@code i..} of {@code shape}. */
  private void zeros(Body body, Expr target, Expr shape, Expr parameter) {
    int rank = shape.type().rank();
    if (rank == 0) {
      body.assign(target, new Expr.ZerosLike(parameter));
    } else if (rank == 1 && parameter.type().rank() == 1) {
      List<Expr> sizes = List.of(Exprs.length(shape), Exprs.length(parameter));
      body.assign(target, new Expr.NewArray((Type.Array) target.type(), sizes));
    } else {
      body.assign(target, allocated(target.type(), shape));
      if (rank > 1 || parameter.type().rank() > 0) {
        body.loop(
            index("i", result, shape),
            shape,
            (inner, i) ->
                unlessNull(
                    inner,
                    Exprs.element(shape, i),
                    (there, part) -> zeros(there, Exprs.element(target, i), part, parameter)));
      }
    }
  }

  /** An array of the first dimension of {@code shape}, whose elements are null or zero. */
  private static Expr allocated(Type type, Expr shape) {
    return new Expr.NewArray((Type.Array) type, List.of(Exprs.length(shape)));
  }

  /**
   * {@code target[i..][index] = column[i..]} for every element of each column, which has an index.
   */
  private void copy(Body body, List<Expr> columns, Expr target, List<List<Expr>> indices) {
    Expr first = columns.get(0);
    if (first.type().rank() > 0) {
      body.loop(
          index("i", result, first),
          first,
          (inner, i) ->
              unlessNull(
                  inner,
                  Exprs.element(first, i),
                  (there, part) ->
                      copy(
                          there,
                          columns.stream().<Expr>map(c -> Exprs.element(c, i)).toList(),
                          Exprs.element(target, i),
                          indices)));
      return;
    }
    for (int k = 0; k < columns.size(); k++) {
      Expr element = elementAt(target, indices.get(k));
      body.assign(element, Exprs.cast(element.type(), columns.get(k)));
    }
  }

  /** Rows that are null stay so. */
  private static void unlessNull(Body body, Expr part, BiConsumer<Body, Expr> action) {
    if (part.type().rank() == 0) {
      action.accept(body, part);
    } else {
      Expr isThere = Exprs.binary(BinaryOp.NE, part, Exprs.nothing(part.type()));
      body.branch(isThere, there -> action.accept(there, part), otherwise -> {});
    }
  }

  private static Expr elementAt(Expr array, List<Expr> index) {
    Expr element = array;
    for (Expr i : index) {
      element = Exprs.element(element, i);
    }
    return element;
  }

  /** Runs over all elements of {@code array} below {@code index}. */
  private static void eachInput(Body body, Expr array, List<Expr> index, PerElement action) {
    if (array.type().rank() == 0) {
      action.fill(body, index);
      return;
    }
    body.loop(
        index.isEmpty() ? "j" : "j" + (index.size() + 1),
        array,
        (inner, j) -> {
          List<Expr> longer = new ArrayList<>(index);
          longer.add(j);
          unlessNull(
              inner,
              Exprs.element(array, j),
              (there, part) -> eachInput(there, part, longer, action));
        });
  }

  /**
   * The name of the index into {@code part} of an array of type {@code whole}: {@code i}, {@code
   * i2}, {@code i3}.
   */
  private static String index(String name, Type whole, Expr part) {
    int depth = whole.rank() - part.type().rank();
    return depth == 0 ? name : name + (depth + 1);
  }

  /** What is done for one element. */
  private interface PerElement {
    void fill(Body body, List<Expr> index);
  }
}
