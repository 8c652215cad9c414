package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which blocks need braces: those that declare a name which is wanted again after them, and loops
 * that read as a {@code for}.
 */
final class Scopes {

  private Scopes() {}

  /** {@code statements} with the blocks among them opened that need no braces. */
  static List<Stmt> opened(List<Stmt> statements) {
    List<Stmt> result = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (!(statements.get(i) instanceof Stmt.Block block) || GeneralFor.of(block).isPresent()) {
        result.add(statements.get(i));
        continue;
      }
      List<Stmt> inner = opened(block.statements());
      Set<String> later = names(Variables.declaredIn(statements.subList(i + 1, statements.size())));
      Set<String> before =
          result.stream()
              .flatMap(s -> declared(s).stream())
              .map(Var::name)
              .collect(Collectors.toSet());
      boolean clashes =
          inner.stream()
              .flatMap(s -> declared(s).stream())
              .anyMatch(v -> later.contains(v.name()) || before.contains(v.name()));
      if (clashes) {
        result.add(new Stmt.Block(inner, block.origin()));
      } else {
        result.addAll(inner);
      }
    }
    return result;
  }

  /** What {@code s} declares for the statements after it. */
  private static List<Var> declared(Stmt s) {
    return s instanceof Stmt.CountedFor ? List.of() : Variables.declared(s);
  }

  private static Set<String> names(Set<Var> variables) {
    return variables.stream().map(Var::name).collect(Collectors.toSet());
  }
}
