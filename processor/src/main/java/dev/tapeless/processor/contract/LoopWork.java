package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;

/** How many statements of a body run repeatedly. */
final class LoopWork {

  private LoopWork() {}

  /** The number of statements within loops, comments apart. */
  static int of(List<Stmt> body) {
    return count(body, false);
  }

  private static int count(List<Stmt> statements, boolean inLoop) {
    int count = 0;
    for (Stmt statement : statements) {
      boolean isLoop = statement instanceof Stmt.CountedFor || statement instanceof Stmt.Loop;
      count += (inLoop || isLoop) && !(statement instanceof Stmt.Comment) ? 1 : 0;
      for (List<Stmt> block : Children.blocks(statement)) {
        count += count(block, inLoop || isLoop);
      }
    }
    return count;
  }
}
