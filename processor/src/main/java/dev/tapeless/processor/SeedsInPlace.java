package dev.tapeless.processor;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.simplify.Substitution;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the adjoint of an array that a method returns from the seed itself, and not from a copy, in
 * sweeps that only look at the elements of both.
 */
final class SeedsInPlace {

  /** Variables whose arrays are written, or have or get another name. */
  private final Set<Var> used = new HashSet<>();

  private SeedsInPlace() {}

  /** {@code sweep} without the copies of seeds that it does not need. */
  static Sweep in(Sweep sweep) {
    SeedsInPlace pass = new SeedsInPlace();
    Map<Var, Expr> copies = new LinkedHashMap<>();
    for (Stmt s : sweep.body()) {
      Optional<Var> original = original(s).filter(sweep.extra()::contains);
      if (original.isPresent()) {
        copies.put(((Stmt.Declare) s).variable(), original.get().read());
      }
    }
    pass.used.addAll(Variables.assignedIn(sweep.body()));
    Variables.forEachStatement(sweep.body(), pass::statement);
    sweep.derivatives().forEach(pass::add);
    sweep.value().ifPresent(pass::add);
    copies.entrySet().removeIf(c -> pass.isUsed(c.getKey().read()) || pass.isUsed(c.getValue()));
    if (copies.isEmpty()) {
      return sweep;
    }
    List<Stmt> rest =
        sweep.body().stream()
            .filter(s -> !(s instanceof Stmt.Declare d && copies.containsKey(d.variable())))
            .toList();
    return sweep.withBody(Substitution.apply(copies, rest));
  }

  private boolean isUsed(Expr read) {
    return used.contains(((Expr.Read) read).variable());
  }

  /** The variable of whose array {@code s} declares a copy. */
  private static Optional<Var> original(Stmt s) {
    return s instanceof Stmt.Declare d && d.value().isPresent() && d.variable().type().rank() == 1
        ? original(d.value().get())
        : Optional.empty();
  }

  private static Optional<Var> original(Expr copy) {
    boolean isCopy = copy instanceof Expr.CloneArray || copy instanceof Expr.DeepCopy;
    return isCopy && Children.of(copy).get(0) instanceof Expr.Read read
        ? Optional.of(read.variable())
        : Optional.empty();
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Require || original(s).isPresent()) {
      return;
    }
    if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Element e) {
      used.addAll(Variables.readBy(e.array()));
      add(e.index());
      add(a.value());
    } else {
      Children.expressions(s).forEach(this::add);
    }
  }

  /** Adds the variables in {@code e} of whose arrays more than elements and lengths are read. */
  private void add(Expr e) {
    if (e instanceof Expr.Read read) {
      used.add(read.variable());
      return;
    }
    boolean looks = e instanceof Expr.Element || e instanceof Expr.Length;
    for (Expr operand : Children.of(e)) {
      if (!(looks && operand instanceof Expr.Read && operand.type().rank() == 1)) {
        add(operand);
      }
    }
  }
}
