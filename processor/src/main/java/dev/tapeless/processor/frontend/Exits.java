package dev.tapeless.processor.frontend;

import dev.tapeless.processor.frontend.Jumps.Target;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The flags that are raised by the jumps of a method, so that what a jump passes over is not run.
 * There is one for each target that has something to be passed over.
 */
final class Exits {

  private final Vars vars;
  private final Map<Target, Var> flags = new HashMap<>();

  Exits(Vars vars) {
    this.vars = vars;
  }

  /** Flags that have been set up, and are to be taken down again. */
  record Raised(List<Stmt> declarations, List<Target> fresh) {}

  /** Sees to it that each of {@code targets} has a flag. */
  Raised open(Collection<Target> targets) {
    List<Stmt> declarations = new ArrayList<>();
    List<Target> fresh = new ArrayList<>();
    for (Target target : targets) {
      if (!flags.containsKey(target)) {
        Var flag = vars.make(name(target), Type.Primitive.BOOLEAN);
        flags.put(target, flag);
        fresh.add(target);
        declarations.add(new Stmt.Declare(flag, Optional.of(Exprs.bool(false)), Origin.NONE));
      }
    }
    return new Raised(declarations, fresh);
  }

  /** Forgets the flags that {@link #open} has set up. */
  void close(Raised raised) {
    raised.fresh().forEach(flags::remove);
  }

  private static String name(Target target) {
    return switch (target.kind()) {
      case RETURN -> "returned";
      case BREAK -> "stopped";
      case CONTINUE -> "skipped";
      case YIELD -> "yielded";
    };
  }

  /** What a jump to {@code target} does: it raises the flag, if there is one. */
  List<Stmt> jump(Target target) {
    return Optional.ofNullable(flags.get(target)).stream()
        .map(flag -> (Stmt) new Stmt.Assign(flag.read(), Exprs.bool(true), Origin.NONE))
        .toList();
  }

  /** Whether no jump to one of {@code targets} has happened; empty where there are none. */
  Optional<Expr> none(Collection<Target> targets) {
    return targets.stream()
        .map(flags::get)
        .map(flag -> (Expr) new Expr.Unary(UnaryOp.NOT, flag.read()))
        .reduce((a, b) -> new Expr.Binary(BinaryOp.COND_AND, a, b, Type.Primitive.BOOLEAN));
  }

  /** {@code statements}, run if no jump to one of {@code targets} has happened. */
  List<Stmt> unless(Collection<Target> targets, List<Stmt> statements) {
    Optional<Expr> goOn = none(targets);
    return goOn.isEmpty() || statements.isEmpty()
        ? statements
        : List.of(new Stmt.If(goOn.get(), statements, List.of(), Origin.NONE));
  }
}
