package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How what an operation gets goes into a sweep, which knows no records: the variables of the sweep
 * under the names of the operation's parameters, and for the leaves of a record variables that are
 * read from it.
 */
final class Arguments {

  private final List<Var> parameters = new ArrayList<>();
  private final List<Stmt> unpacked = new ArrayList<>();

  /** The sweep's variables under the names that they have here. */
  private final Map<Var, Expr> named = new LinkedHashMap<>();

  /** For each parameter its leaves that the sweep has, in order. */
  private final List<List<Expr>> leaves = new ArrayList<>();

  private Arguments() {}

  /**
   * The arguments of {@code operation}.
   *
   * @param primal how many of its parameters are those of the method; of the others only the leaves
   *     count that can have a derivative
   * @param hasTangents whether each array has one beside it, whose shape is checked
   */
  static Arguments of(Operation operation, int primal, Sweep sweep, boolean hasTangents) {
    Arguments arguments = new Arguments();
    Vars vars = Vars.after(sweep.asFunction());
    Set<Var> read = Variables.readBy(sweep.body());
    sweep.derivatives().forEach(e -> read.addAll(Variables.readBy(e)));
    sweep.value().ifPresent(e -> read.addAll(Variables.readBy(e)));
    if (hasTangents) {
      Stream.concat(sweep.parameters().stream(), sweep.extra().stream())
          .filter(v -> v.type().rank() > 0)
          .forEach(read::add);
    }
    List<Var> variables = new ArrayList<>(sweep.parameters());
    variables.addAll(sweep.extra());
    Iterator<Var> next = variables.iterator();
    for (int i = 0; i < operation.parameters().size(); i++) {
      arguments.add(operation.parameters().get(i), i >= primal, next, read, vars);
    }
    return arguments;
  }

  private void add(Var wanted, boolean isAdded, Iterator<Var> next, Set<Var> read, Vars vars) {
    if (!(wanted.type() instanceof Type.RecordOf)) {
      Var variable = new Var(next.next().id(), wanted.name(), wanted.type());
      named.put(variable, variable.read());
      parameters.add(variable);
      leaves.add(List.of(variable.read()));
      return;
    }
    Var record = vars.make(wanted.name(), wanted.type());
    parameters.add(record);
    if (isAdded) {
      Requirement there = new Requirement.NotNull(record.read(), Optional.of(record.name()));
      unpacked.add(new Stmt.Require(there, Origin.NONE));
    }
    List<Leaf> all = Leaf.of(wanted.type());
    List<Expr> reads = Leaf.reads(record.read());
    List<Expr> own = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (isAdded && !all.get(i).type().isDifferentiable()) {
        continue;
      }
      Var found = next.next();
      Var part = new Var(found.id(), all.get(i).name(wanted.name()), found.type());
      own.add(part.read());
      named.put(part, part.read());
      if (read.contains(part)) {
        unpacked.add(new Stmt.Declare(part, Optional.of(reads.get(i)), Origin.NONE));
      }
    }
    leaves.add(own);
  }

  /** Part of the sweep with the names that its variables have here. */
  List<Stmt> named(List<Stmt> statements) {
    return Children.rewrite(statements, this::named);
  }

  /** A result of the sweep with the names that its variables have here. */
  Expr named(Expr e) {
    return Children.rewrite(
        e, node -> node instanceof Expr.Read r ? named.getOrDefault(r.variable(), r) : node);
  }

  /** The parameters of the operation. */
  List<Var> parameters() {
    return List.copyOf(parameters);
  }

  /** What makes the sweep's variables of the parameters. */
  List<Stmt> unpacked() {
    return List.copyOf(unpacked);
  }

  /** The leaves of the parameter with that index, as far as the sweep has them. */
  List<Expr> leaves(int index) {
    return leaves.get(index);
  }
}
