package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses a function in which an active value becomes an integer that holds its bits and comes back
 * from there as a number of the result. An integer has no derivative, and that of the number is not
 * zero: {@code Double.longBitsToDouble(Double.doubleToLongBits(x) & Long.MAX_VALUE)} is {@code
 * Math.abs(x)}.
 *
 * <p>Bits that only decide or address are no problem, nor is an exponent that is calculated with:
 * it is a step.
 */
final class BitsCheck {

  private static final Set<String> TO_BITS =
      Set.of("doubleToLongBits", "doubleToRawLongBits", "floatToIntBits", "floatToRawIntBits");

  private static final Set<String> FROM_BITS = Set.of("longBitsToDouble", "intBitsToFloat");

  private final Memory memory;
  private final Program program;
  private final Activity activity;
  private final Activity useful;
  private final Set<Object> holders = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  private BitsCheck(Memory memory, Program program, Activity activity, Activity useful) {
    this.memory = memory;
    this.program = program;
    this.activity = activity;
    this.useful = useful;
  }

  /**
   * What is wrong in {@code function}.
   *
   * @param helper whether its caller sees the arrays that it writes
   */
  static List<Finding> of(
      Function function, Program program, Memory memory, Activity activity, boolean helper) {
    BitsCheck check =
        new BitsCheck(
            memory, program, activity, Activity.useful(function, memory, program, helper));
    check.findHolders(function);
    Variables.forEachStatement(function.body(), check::statement);
    function.result().ifPresent(check::blame);
    return check.findings;
  }

  /** The variables and arrays with bits of varied values in them. */
  private void findHolders(Function function) {
    int size = -1;
    while (size != holders.size()) {
      size = holders.size();
      Variables.forEachStatement(function.body(), this::propagate);
    }
  }

  private void propagate(Stmt s) {
    if (s instanceof Stmt.Declare d && d.value().isPresent()) {
      propagate(d.variable().read(), d.value().get());
    } else if (s instanceof Stmt.Assign a) {
      propagate(a.target(), a.value());
    } else if (s instanceof Stmt.Call call && call.arguments().stream().anyMatch(this::hasBits)) {
      call.result().ifPresent(r -> holders.add(holder(r.read())));
      call.arguments().stream()
          .filter(a -> a.type() instanceof Type.Array)
          .forEach(a -> holders.add(memory.of(a)));
    }
  }

  private void propagate(Expr target, Expr value) {
    if (!target.type().isDifferentiable() && hasBits(value)) {
      holders.add(holder(target));
    }
  }

  private Object holder(Expr place) {
    if (place instanceof Expr.Element e) {
      return memory.of(e.array());
    }
    return place.type() instanceof Type.Array
        ? (Object) memory.of(place)
        : ((Expr.Read) place).variable();
  }

  /** Whether the bits of a varied value are in {@code e}; the answer to a question holds none. */
  private boolean hasBits(Expr e) {
    if (e.type().isReal() || e.type() == Type.Primitive.BOOLEAN) {
      return false;
    }
    if (e instanceof Expr.LibraryCall call && TO_BITS.contains(call.method())) {
      return call.arguments().stream().anyMatch(activity::isVaried);
    }
    if ((e instanceof Expr.Read || e instanceof Expr.Element) && holders.contains(holder(e))) {
      return true;
    }
    return Children.of(e).stream().anyMatch(this::hasBits);
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Declare d && d.value().isPresent()) {
      assigned(d.variable().read(), d.value().get());
    } else if (s instanceof Stmt.Assign a) {
      assigned(a.target(), a.value());
    } else if (s instanceof Stmt.Call call && program.function(call.callee()).isPresent()) {
      call.arguments().stream().filter(a -> a.type().isReal()).forEach(this::blame);
    }
  }

  private void assigned(Expr target, Expr value) {
    if (target.type().isDifferentiable() && useful.isActive(target)) {
      blame(value);
    }
  }

  /** Finds the places in {@code e}, a number of the result, where bits become a number. */
  private void blame(Expr e) {
    if (!e.type().isDifferentiable()) {
      return;
    }
    if (e instanceof Expr.LibraryCall call
        && FROM_BITS.contains(call.method())
        && call.arguments().stream().anyMatch(this::hasBits)) {
      findings.add(new Finding(new Problem.ThroughBits(), call.origin()));
    } else if (e instanceof Expr.Conditional c) {
      blame(c.whenTrue());
      blame(c.whenFalse());
    } else if (!(e instanceof Expr.Element)) {
      Children.of(e).forEach(this::blame);
    }
  }
}
