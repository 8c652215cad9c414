package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.CountedBounds;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where values are kept between the sweeps: in a local when the place is reached once, in an array
 * sized by the trip counts when all loops around it are counted before they start, on a stack
 * otherwise. One object stands for one place in the nest of loops and branches.
 */
final class SaveSlots {

  /**
   * A value kept.
   *
   * @param save puts it there
   * @param restored gets it back, once for each time it was saved, in reverse order
   */
  record Slot(Stmt save, Expr restored) {}

  private final Vars vars;
  private final Stmt outermost;
  private final List<Stmt> prologue;
  private final List<Stmt.CountedFor> loops;
  private final boolean sized;
  private final boolean once;

  /** Whether some trips of the loops around may not come here. */
  private final boolean branched;

  private SaveSlots(
      Vars vars,
      Stmt outermost,
      List<Stmt> prologue,
      List<Stmt.CountedFor> loops,
      boolean sized,
      boolean once,
      boolean branched) {
    this.vars = vars;
    this.outermost = outermost;
    this.prologue = prologue;
    this.loops = loops;
    this.sized = sized;
    this.once = once;
    this.branched = branched;
  }

  /**
   * The slots for {@code outermost}, a statement that is reversed in the block where it runs.
   *
   * @param prologue receives what has to be declared before the statement
   * @param naive keeps everything on stacks, for comparison
   */
  static SaveSlots around(Stmt outermost, List<Stmt> prologue, Vars vars, boolean naive) {
    return new SaveSlots(vars, outermost, prologue, List.of(), !naive, true, false);
  }

  /** The slots within a branch here. */
  SaveSlots inBranch() {
    return new SaveSlots(vars, outermost, prologue, loops, sized, once, true);
  }

  /** The slots within {@code loop}. */
  SaveSlots in(Stmt loop) {
    // An array for all trips would be mostly empty where only some of them come to an inner loop.
    if (!(loop instanceof Stmt.CountedFor counted) || !sized || branched || !isSized(counted)) {
      return new SaveSlots(vars, outermost, prologue, List.of(), false, false, branched);
    }
    List<Stmt.CountedFor> inner = new ArrayList<>(loops);
    inner.add(counted);
    return new SaveSlots(vars, outermost, prologue, inner, true, false, false);
  }

  /**
   * Whether the trip count can be evaluated before the outermost statement, and gives the same
   * there.
   */
  private boolean isSized(Stmt.CountedFor loop) {
    if (Math.abs(loop.step()) != 1) {
      return false;
    }
    if (loop == outermost) {
      return true;
    }
    Set<Var> changing = Variables.declaredIn(List.of(outermost));
    changing.addAll(Variables.assignedIn(List.of(outermost)));
    return isPlain(loop.from(), changing) && isPlain(loop.bound(), changing);
  }

  private static boolean isPlain(Expr e, Set<Var> changing) {
    if (e instanceof Expr.Binary b) {
      boolean safe = b.op() == BinaryOp.ADD || b.op() == BinaryOp.SUB || b.op() == BinaryOp.MUL;
      return safe && isPlain(b.left(), changing) && isPlain(b.right(), changing);
    }
    return e instanceof Expr.Literal
        || e instanceof Expr.Read read && !changing.contains(read.variable());
  }

  /** A slot for {@code value}, known as {@code name}. */
  Slot keep(Expr value, String name) {
    Type type = value.type();
    if (once) {
      return local(value, name);
    }
    return sized ? indexed(value, name, type) : stacked(value, name, type);
  }

  /** Whether the place is reached once at most, so that a local of the block around is enough. */
  boolean isOnce() {
    return once;
  }

  /** A local of the block around in the place of {@code v}. */
  Var hoisted(Var v) {
    Var outer = vars.make(v.name(), v.type());
    prologue.add(new Stmt.Declare(outer, Optional.of(Exprs.initial(v.type())), Origin.NONE));
    return outer;
  }

  private Slot local(Expr value, String name) {
    Var v = vars.make(name + "Saved", value.type());
    prologue.add(new Stmt.Declare(v, Optional.of(Exprs.initial(value.type())), Origin.NONE));
    return new Slot(new Stmt.Assign(v.read(), value, Origin.NONE), v.read());
  }

  private Slot indexed(Expr value, String name, Type type) {
    Type.Array arrayType = new Type.Array(type);
    Var v = vars.make(name + "Saved", arrayType);
    Expr size = CountedBounds.trips(loops.get(0));
    Expr index = trip(loops.get(0));
    for (Stmt.CountedFor loop : loops.subList(1, loops.size())) {
      size = Exprs.times(size, CountedBounds.trips(loop));
      index = Exprs.plus(Exprs.times(index, CountedBounds.trips(loop)), trip(loop));
    }
    Expr array = new Expr.NewArray(arrayType, List.of(size));
    prologue.add(new Stmt.Declare(v, Optional.of(array), Origin.NONE));
    Expr.Element place = Exprs.element(v.read(), index);
    return new Slot(new Stmt.Assign(place, value, Origin.NONE), place);
  }

  /** The number of the current trip, from 0. */
  private static Expr trip(Stmt.CountedFor loop) {
    Expr i = loop.counter().read();
    return loop.step() > 0 ? difference(i, loop.from()) : difference(loop.from(), i);
  }

  private static Expr difference(Expr a, Expr b) {
    return Exprs.isNumber(b, 0) ? a : Exprs.minus(a, b);
  }

  private Slot stacked(Expr value, String name, Type type) {
    Type.Stack stackType = new Type.Stack(type);
    Var v = vars.make(name + "Saved", stackType);
    prologue.add(new Stmt.Declare(v, Optional.of(new Expr.NewStack(stackType)), Origin.NONE));
    return new Slot(new Stmt.Push(v, value, Origin.NONE), new Expr.Pop(v));
  }
}
