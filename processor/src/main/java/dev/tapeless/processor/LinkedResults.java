package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Location;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A method that is called through its generated operations may return one of its arguments; the
 * operations themselves never do. Where the caller writes such an array, it has to be sure at run
 * time that it is another one.
 */
final class LinkedResults {

  private final Program program;
  private final Effects effects;

  private LinkedResults(Program program, Effects effects) {
    this.program = program;
    this.effects = effects;
  }

  /** {@code function} with the checks that it needs. */
  static Function checked(Function function, Program program) {
    if (program.linked().isEmpty()) {
      return function;
    }
    Effects effects = Effects.of(Memory.of(function, program), program);
    LinkedResults pass = new LinkedResults(program, effects);
    return function.withBody(pass.block(function.body(), Set.of()));
  }

  /**
   * The statements with their checks.
   *
   * @param later what is written after them
   */
  private List<Stmt> block(List<Stmt> statements, Set<Location> later) {
    List<Stmt> out = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      Set<Location> written = new HashSet<>(later);
      written.addAll(effects.writtenBy(statements.subList(i + 1, statements.size())));
      Set<Location> within = new HashSet<>(written);
      if (s instanceof Stmt.CountedFor || s instanceof Stmt.Loop) {
        within.addAll(effects.writtenBy(List.of(s)));
      }
      out.add(Children.map(s, e -> e, b -> block(b, within)));
      if (s instanceof Stmt.Call call
          && program.derivative(call.callee()).filter(d -> d.nested().isEmpty()).isPresent()) {
        call.results().stream()
            .filter(r -> r.type() instanceof Type.Array)
            .forEach(r -> checks(call, r, written, out));
      }
    }
    return out;
  }

  private void checks(Stmt.Call call, Var result, Set<Location> written, List<Stmt> out) {
    if (effects.contents(result.read()).stream().noneMatch(written::contains)) {
      return;
    }
    for (Expr argument : call.arguments()) {
      if (argument.type().equals(result.type())) {
        String name = "the result of " + call.callee().name();
        Requirement distinct =
            new Requirement.Distinct(result.read(), name, argument, "its argument");
        out.add(new Stmt.Require(distinct, Origin.NONE));
      }
    }
  }
}
