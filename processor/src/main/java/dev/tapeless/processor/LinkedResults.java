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
  private final Set<Location> written;

  private LinkedResults(Program program, Effects effects, Set<Location> written) {
    this.program = program;
    this.effects = effects;
    this.written = written;
  }

  /** {@code function} with the checks that it needs. */
  static Function checked(Function function, Program program) {
    if (program.linked().isEmpty()) {
      return function;
    }
    Effects effects = Effects.of(Memory.of(function), program);
    LinkedResults pass = new LinkedResults(program, effects, effects.writtenBy(function.body()));
    return function.withBody(pass.block(function.body()));
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      out.add(Children.map(s, e -> e, this::block));
      if (s instanceof Stmt.Call call
          && program.derivative(call.callee()).filter(d -> d.nested().isEmpty()).isPresent()) {
        call.results().stream()
            .filter(r -> r.type() instanceof Type.Array)
            .forEach(r -> checks(call, r, out));
      }
    }
    return out;
  }

  private void checks(Stmt.Call call, Var result, List<Stmt> out) {
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
