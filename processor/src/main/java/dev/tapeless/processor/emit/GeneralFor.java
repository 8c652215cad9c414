package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Variables;
import java.util.List;
import java.util.Optional;

/**
 * A block that a user writes {@code for (init; condition; update) body}, although the trip count is
 * not known beforehand.
 */
record GeneralFor(Stmt.Declare init, Expr condition, Stmt.Assign update, List<Stmt> body) {

  /** {@code block} as a {@code for}, when it is nothing else. */
  static Optional<GeneralFor> of(Stmt.Block block) {
    List<Stmt> statements = block.statements();
    if (statements.size() != 2
        || !(statements.get(0) instanceof Stmt.Declare init)
        || init.value().isEmpty()
        || !(statements.get(1) instanceof Stmt.Loop loop)
        || !loop.head().isEmpty()
        || loop.tail().isEmpty()) {
      return Optional.empty();
    }
    int last = loop.tail().size() - 1;
    List<Stmt> body = loop.tail().subList(0, last);
    if (!(loop.tail().get(last) instanceof Stmt.Assign update)
        || !update.target().equals(init.variable().read())
        || readsWhatItDeclares(update, body)) {
      return Optional.empty();
    }
    return Optional.of(new GeneralFor(init, loop.condition(), update, body));
  }

  private static boolean readsWhatItDeclares(Stmt.Assign update, List<Stmt> body) {
    return Variables.readBy(update.value()).stream().anyMatch(Variables.declaredIn(body)::contains);
  }
}
