package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;

/** Statements, and the expressions that are evaluated after them. */
record Code(List<Stmt> statements, List<Expr> results) {

  Code {
    statements = List.copyOf(statements);
    results = List.copyOf(results);
  }
}
