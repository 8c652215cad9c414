package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Puts records back into calls whose declarations have them, where {@link TakenApart} has put
 * leaves: {@code a, b = f(x, y)} is {@code P p = f(new Q(x, y)); a = p.a(); b = p.b()}.
 */
public final class PutTogether {

  private final Vars vars;

  private PutTogether(Vars vars) {
    this.vars = vars;
  }

  /** {@code function} as Java wants it. */
  public static Function of(Function function) {
    return function.withBody(new PutTogether(Vars.after(function)).block(function.body()));
  }

  /** {@code sweep} as Java wants it. */
  static Sweep of(Sweep sweep) {
    Vars vars = Vars.after(sweep.asFunction());
    return sweep.withBody(new PutTogether(vars).block(sweep.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (s instanceof Stmt.Call call) {
        call(call, out);
      } else {
        out.add(Children.map(s, e -> e, this::block));
      }
    }
    return out;
  }

  private void call(Stmt.Call call, List<Stmt> out) {
    Callee callee = call.callee();
    List<Expr> arguments = new ArrayList<>();
    Iterator<Expr> leaves = call.arguments().iterator();
    boolean isWhole =
        callee.parameters().stream().noneMatch(Type.RecordOf.class::isInstance)
            || call.arguments().stream().anyMatch(a -> a.type() instanceof Type.RecordOf);
    callee
        .parameters()
        .forEach(t -> arguments.add(isWhole ? leaves.next() : Leaf.whole(t, leaves)));
    List<Var> results = call.results();
    boolean isOne =
        results.isEmpty()
            || !(callee.result().orElseThrow() instanceof Type.RecordOf record)
            || results.get(0).type().equals(record);
    if (isOne) {
      out.add(new Stmt.Call(results, callee, arguments, call.origin()));
      return;
    }
    Var whole = vars.make(callee.name(), callee.result().orElseThrow());
    out.add(new Stmt.Call(Optional.of(whole), callee, arguments, call.origin()));
    List<Expr> parts = Leaf.reads(whole.read());
    for (int i = 0; i < parts.size(); i++) {
      out.add(new Stmt.Declare(results.get(i), Optional.of(parts.get(i)), Origin.NONE));
    }
  }
}
