package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Calls that the generated class makes as they stand, of methods of which no body tells what they
 * do: they are copied code, with the effect that the method has.
 */
final class ClosedCalls {

  /**
   * What is known of such a method.
   *
   * @param words what messages call it
   */
  record Closed(Effect effect, String words) {}

  private final Map<Callee, Closed> closed;

  private ClosedCalls(Map<Callee, Closed> closed) {
    this.closed = closed;
  }

  /** {@code function} with calls of the methods that {@code closed} names as copied code. */
  static Function copied(Function function, Map<Callee, Closed> closed) {
    return closed.isEmpty()
        ? function
        : function.withBody(new ClosedCalls(closed).block(function.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    return statements.stream().map(this::statement).toList();
  }

  private Stmt statement(Stmt s) {
    if (!(s instanceof Stmt.Call call) || !closed.containsKey(call.callee())) {
      return Children.map(s, e -> e, this::block);
    }
    Closed method = closed.get(call.callee());
    Snippet code = text(call, method.words());
    return new Stmt.Opaque(call.result(), code, method.effect(), false, call.origin());
  }

  /** {@code Model.method(arguments)}. */
  private static Snippet text(Stmt.Call call, String words) {
    Callee callee = call.callee();
    List<Snippet.Piece> pieces = new ArrayList<>();
    pieces.add(new Snippet.TypeName(new Type.Reference(callee.owner())));
    pieces.add(new Snippet.Text("." + callee.name() + "("));
    for (int i = 0; i < call.arguments().size(); i++) {
      if (i > 0) {
        pieces.add(new Snippet.Text(", "));
      }
      pieces.add(new Snippet.Operand(i, false));
    }
    pieces.add(new Snippet.Text(")"));
    return new Snippet(pieces, call.arguments(), words);
  }
}
