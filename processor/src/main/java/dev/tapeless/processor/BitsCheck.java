package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Keepers;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Whether integers that a number was rounded to are looked for, and not its bits. */
  private final boolean rounded;

  /** How many bits of a mantissa a variable or an array may hold. */
  private final Map<Object, Integer> holders = new HashMap<>();

  private final List<Finding> findings = new ArrayList<>();

  private BitsCheck(
      Memory memory, Program program, Activity activity, Activity useful, boolean rounded) {
    this.memory = memory;
    this.program = program;
    this.activity = activity;
    this.useful = useful;
    this.rounded = rounded;
  }

  /**
   * What is wrong in {@code function}.
   *
   * @param helper whether its caller sees the arrays that it writes
   */
  static List<Finding> of(
      Function function, Program program, Memory memory, Activity activity, boolean helper) {
    Activity useful = Activity.useful(function, memory, program, helper);
    List<Finding> findings = new ArrayList<>();
    for (boolean rounded : new boolean[] {false, true}) {
      BitsCheck check = new BitsCheck(memory, program, activity, useful, rounded);
      check.findHolders(function);
      Variables.forEachStatement(function.body(), check::statement);
      function.result().ifPresent(r -> check.blame(r, function.origin()));
      findings.addAll(check.findings);
    }
    return findings;
  }

  /** The variables and arrays with bits of varied values in them. */
  private void findHolders(Function function) {
    Map<Object, Integer> before = null;
    while (!holders.equals(before)) {
      before = Map.copyOf(holders);
      Variables.forEachStatement(function.body(), this::propagate);
    }
  }

  private void propagate(Stmt s) {
    if (s instanceof Stmt.Declare d && d.value().isPresent()) {
      propagate(d.variable().read(), bits(d.value().get()));
    } else if (s instanceof Stmt.Assign a) {
      propagate(a.target(), bits(a.value()));
    } else if (s instanceof Stmt.Call call) {
      int bits = call.arguments().stream().mapToInt(this::bits).max().orElse(0);
      call.results().forEach(r -> propagate(r.read(), bits));
      call.arguments().stream()
          .filter(a -> a.type() instanceof Type.Array)
          .forEach(a -> propagate(a, bits));
    } else if (s instanceof Stmt.Opaque opaque) {
      int bits = opaque.code().operands().stream().mapToInt(this::bits).max().orElse(0);
      Keepers.of(opaque).forEach(k -> propagate(k, bits));
    }
  }

  private void propagate(Expr target, int bits) {
    if (!target.type().isDifferentiable() && bits > 0) {
      holders.merge(holder(target), bits, Math::max);
    }
  }

  private Object holder(Expr place) {
    if (place instanceof Expr.Element e) {
      return memory.of(e.array());
    }
    return place instanceof Expr.Read read && !(place.type() instanceof Type.Array)
        ? read.variable()
        : (Object) memory.of(place);
  }

  /** How many bits of the mantissa of a varied value may be in {@code e}. */
  private int bits(Expr e) {
    if (e.type().isReal() || e.type() == Type.Primitive.BOOLEAN) {
      return 0;
    }
    if (isSource(e)) {
      return Children.of(e).stream()
          .filter(activity::isVaried)
          .mapToInt(BitsCheck::mantissa)
          .max()
          .orElse(0);
    }
    if (e instanceof Expr.Read || e instanceof Expr.Element) {
      return holders.getOrDefault(holder(e), 0);
    }
    int bits = Children.of(e).stream().mapToInt(this::bits).max().orElse(0);
    return bits > 0 && e instanceof Expr.Binary b ? shifted(b, bits) : bits;
  }

  private static int mantissa(Expr e) {
    return e.type() == Type.Primitive.FLOAT ? 23 : 52;
  }

  private boolean isSource(Expr e) {
    if (e instanceof Expr.LibraryCall call) {
      return rounded != TO_BITS.contains(call.method());
    }
    return rounded && e instanceof Expr.Cast cast && cast.operand().type().isReal();
  }

  /** A shift to the right takes bits away, and the integer below them is a whole exponent. */
  private int shifted(Expr.Binary e, int bits) {
    if (!e.op().isShift() || !(e.right() instanceof Expr.Literal by)) {
      return bits;
    }
    int width = e.type() == Type.Primitive.LONG ? 63 : 31;
    int distance = ((Number) by.value()).intValue() & width;
    boolean fewer = (e.op() == BinaryOp.SHL) == rounded;
    return Math.max(0, Math.min(Long.SIZE, fewer ? bits - distance : bits + distance));
  }

  private void statement(Stmt s) {
    if (s instanceof Stmt.Declare d && d.value().isPresent()) {
      assigned(d.variable().read(), d.value().get(), d.origin());
    } else if (s instanceof Stmt.Assign a) {
      assigned(a.target(), a.value(), a.origin());
    } else if (s instanceof Stmt.Call call) {
      call(call);
    }
  }

  private void call(Stmt.Call call) {
    boolean wanted = call.results().stream().anyMatch(r -> useful.isActive(r.read()));
    if (wanted && !rounded && call.arguments().stream().anyMatch(a -> bits(a) > 0)) {
      findings.add(new Finding(new Problem.ThroughBits(), call.origin()));
    } else if (program.function(call.callee()).isPresent()) {
      call.arguments().stream()
          .filter(a -> a.type().isReal())
          .forEach(a -> blame(a, call.origin()));
    }
  }

  private void assigned(Expr target, Expr value, Origin origin) {
    if (target.type().isDifferentiable() && useful.isActive(target)) {
      blame(value, origin);
    }
  }

  /** Finds the places in {@code e}, a number of the result, where bits become a number. */
  private void blame(Expr e, Origin origin) {
    if (!e.type().isDifferentiable()) {
      return;
    }
    if (isSink(e) && Children.of(e).stream().anyMatch(x -> bits(x) > 0)) {
      Origin place = e instanceof Expr.LibraryCall call ? call.origin() : origin;
      findings.add(new Finding(new Problem.ThroughBits(), place));
    } else if (e instanceof Expr.Conditional c) {
      blame(c.whenTrue(), origin);
      blame(c.whenFalse(), origin);
    } else if (!(e instanceof Expr.Element)) {
      Children.of(e).forEach(x -> blame(x, origin));
    }
  }

  private boolean isSink(Expr e) {
    return e instanceof Expr.LibraryCall call && FROM_BITS.contains(call.method())
        || !rounded && e instanceof Expr.Cast;
  }
}
