package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides which {@code for} loops are counted: the number of trips is known when such a loop is
 * entered.
 */
final class LoopShapes {

  /** The parts of a {@code for} loop, already read. */
  record For(
      List<Stmt> init,
      Lowered condition,
      List<List<Stmt>> updates,
      List<Stmt> body,
      Origin origin) {}

  /**
   * {@code counter compare bound}.
   *
   * @param shift {@code c}, not negative, where it stands for {@code counter + c compare bound + c}
   */
  private record Condition(Var counter, BinaryOp compare, Expr bound, int shift) {

    /** Whether {@code counter + c} is never too large for an {@code int}. */
    boolean holdsFrom(Expr from, int step) {
      int start = constant(from).orElse(-1);
      return shift == 0 || step == 1 && start >= 0 && start + shift >= 0;
    }
  }

  private final For loop;
  private final Condition condition;
  private final Vars vars;
  private final Effects effects;

  private LoopShapes(For loop, Condition condition, Vars vars, Effects effects) {
    this.loop = loop;
    this.condition = condition;
    this.vars = vars;
    this.effects = effects;
  }

  /** The loop as it stands: the initial statements, then test, body and updates in turn. */
  static List<Stmt> general(For loop) {
    List<Stmt> tail = new ArrayList<>(loop.body());
    loop.updates().forEach(tail::addAll);
    Stmt whole =
        new Stmt.Loop(loop.condition().before(), loop.condition().value(), tail, loop.origin());
    return block(loop.init(), whole, loop.origin());
  }

  /** The loop as a counted one, if it is one. */
  static Optional<List<Stmt>> counted(For loop, Vars vars, Effects effects) {
    if (!loop.condition().isPure()) {
      return Optional.empty();
    }
    return condition(loop.condition().value())
        .flatMap(condition -> new LoopShapes(loop, condition, vars, effects).counted());
  }

  private static Optional<Condition> condition(Expr expr) {
    if (!(expr instanceof Expr.Binary test) || test.left().type() != Type.Primitive.INT) {
      return Optional.empty();
    }
    BinaryOp flipped = flipped(test.op());
    if (flipped == null) {
      return Optional.empty();
    }
    if (test.left() instanceof Expr.Read counter) {
      return Optional.of(new Condition(counter.variable(), test.op(), test.right(), 0));
    }
    return test.right() instanceof Expr.Read counter
        ? Optional.of(new Condition(counter.variable(), flipped, test.left(), 0))
        : shifted(test);
  }

  /** {@code counter + c < x.length} is {@code counter < x.length - c}: no length is negative. */
  private static Optional<Condition> shifted(Expr.Binary test) {
    if (test.op() == BinaryOp.LT
        && test.right() instanceof Expr.Length length
        && test.left() instanceof Expr.Binary sum
        && sum.op() == BinaryOp.ADD
        && sum.left() instanceof Expr.Read counter
        && constant(sum.right()).orElse(-1) > 0) {
      int shift = constant(sum.right()).getAsInt();
      Expr bound = new Expr.Binary(BinaryOp.SUB, length, sum.right(), Type.Primitive.INT);
      return Optional.of(new Condition(counter.variable(), test.op(), bound, shift));
    }
    return Optional.empty();
  }

  private static BinaryOp flipped(BinaryOp op) {
    switch (op) {
      case LT:
        return BinaryOp.GT;
      case LE:
        return BinaryOp.GE;
      case GT:
        return BinaryOp.LT;
      case GE:
        return BinaryOp.LE;
      default:
        return null;
    }
  }

  private Optional<List<Stmt>> counted() {
    OptionalInt step = OptionalInt.empty();
    List<Stmt> body = new ArrayList<>(loop.body());
    for (List<Stmt> update : loop.updates()) {
      OptionalInt found = step(update);
      if (found.isEmpty()) {
        if (touchesCounter(update)) {
          return Optional.empty();
        }
        body.addAll(update);
      } else if (step.isPresent()) {
        return Optional.empty();
      } else {
        step = found;
      }
    }
    boolean fits = step.isPresent() && fits(step.getAsInt()) && boundHolds(body);
    return fits ? start(step.getAsInt(), body) : Optional.empty();
  }

  private boolean fits(int step) {
    boolean up = condition.compare() == BinaryOp.LT || condition.compare() == BinaryOp.LE;
    return up ? step > 0 : step < 0;
  }

  private boolean boundHolds(List<Stmt> body) {
    Var counter = condition.counter();
    return !Variables.assignedIn(body).contains(counter)
        && !Variables.readBy(condition.bound()).contains(counter)
        && holds(condition.bound(), body);
  }

  // An element that is read may be written by whatever is called.
  private boolean holds(Expr expr, List<Stmt> body) {
    return effects.keepsValue(expr, body) && !(readsElement(expr) && calls(body));
  }

  private static boolean readsElement(Expr expr) {
    boolean[] hit = new boolean[1];
    Variables.forEachNode(expr, e -> hit[0] |= e instanceof Expr.Element);
    return hit[0];
  }

  private static boolean calls(List<Stmt> body) {
    boolean[] hit = new boolean[1];
    Variables.forEachStatement(body, s -> hit[0] |= s instanceof Stmt.Call);
    return hit[0];
  }

  private boolean touchesCounter(List<Stmt> update) {
    return Variables.assignedIn(update).contains(condition.counter())
        || Variables.readBy(update).contains(condition.counter());
  }

  /** The constant that {@code update} adds to the counter, if that is all it does. */
  private OptionalInt step(List<Stmt> update) {
    Place counter = condition.counter().read();
    if (update.size() != 1
        || !(update.get(0) instanceof Stmt.Assign assign)
        || !assign.target().equals(counter)
        || !(assign.value() instanceof Expr.Binary sum)) {
      return OptionalInt.empty();
    }
    if (sum.op() == BinaryOp.ADD && sum.left().equals(counter)) {
      return constant(sum.right());
    }
    if (sum.op() == BinaryOp.ADD && sum.right().equals(counter)) {
      return constant(sum.left());
    }
    if (sum.op() == BinaryOp.SUB && sum.left().equals(counter)) {
      OptionalInt constant = constant(sum.right());
      return constant.isPresent() ? OptionalInt.of(-constant.getAsInt()) : constant;
    }
    return OptionalInt.empty();
  }

  private static OptionalInt constant(Expr expr) {
    if (expr instanceof Expr.Literal literal && literal.value() instanceof Integer value) {
      return OptionalInt.of(value);
    }
    if (expr instanceof Expr.Unary minus && minus.op() == UnaryOp.NEGATE) {
      OptionalInt constant = constant(minus.operand());
      return constant.isPresent() ? OptionalInt.of(-constant.getAsInt()) : constant;
    }
    return OptionalInt.empty();
  }

  /** Takes the declaration of the counter out of the initial statements. */
  private Optional<List<Stmt>> start(int step, List<Stmt> body) {
    for (int i = 0; i < loop.init().size(); i++) {
      Stmt statement = loop.init().get(i);
      if (!Variables.declared(statement).contains(condition.counter())) {
        continue;
      }
      List<Stmt> before = new ArrayList<>(loop.init().subList(0, i));
      List<Stmt> after = loop.init().subList(i + 1, loop.init().size());
      return touchesCounter(after)
          ? Optional.empty()
          : from(statement, before)
              .filter(from -> condition.holdsFrom(from, step))
              .map(from -> counted(from, step, body, before, after));
    }
    return Optional.empty();
  }

  private Optional<Expr> from(Stmt declaration, List<Stmt> before) {
    if (declaration instanceof Stmt.Declare declare) {
      return declare.value();
    }
    if (declaration instanceof Stmt.Call call) {
      Var result = vars.make(call.callee().name(), Type.Primitive.INT);
      before.add(
          new Stmt.Call(Optional.of(result), call.callee(), call.arguments(), call.origin()));
      return Optional.of(result.read());
    }
    return Optional.empty();
  }

  private List<Stmt> counted(
      Expr start, int step, List<Stmt> body, List<Stmt> before, List<Stmt> after) {
    Expr from = start;
    if (!effects.mayMove(from, after) || !holds(from, body)) {
      Var kept = vars.make("start", Type.Primitive.INT);
      before.add(new Stmt.Declare(kept, Optional.of(from), loop.origin()));
      from = kept.read();
    }
    before.addAll(after);
    Stmt whole =
        new Stmt.CountedFor(
            condition.counter(),
            from,
            condition.compare(),
            condition.bound(),
            step,
            body,
            loop.origin());
    return block(before, whole, loop.origin());
  }

  private static List<Stmt> block(List<Stmt> before, Stmt loop, Origin origin) {
    if (before.isEmpty()) {
      return List.of(loop);
    }
    List<Stmt> all = new ArrayList<>(before);
    all.add(loop);
    return List.of(new Stmt.Block(all, new Origin(origin.id(), "")));
  }
}
