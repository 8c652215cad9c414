package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Leaves out comments that head nothing, and those that repeat the one before. */
final class Comments {

  private Comments() {}

  static Code tidied(Code code) {
    return new Code(block(code.statements()), code.results());
  }

  private static List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    Stmt.Comment last = null;
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      if (s instanceof Stmt.Comment comment) {
        boolean heads =
            i + 1 < statements.size() && !(statements.get(i + 1) instanceof Stmt.Comment);
        if (heads && !comment.equals(last)) {
          out.add(comment);
        }
        last = heads ? comment : last;
      } else {
        out.add(Children.map(s, e -> e, Comments::block));
        last = Children.blocks(s).isEmpty() ? last : null;
      }
    }
    return out;
  }
}
