package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Reach;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which helpers stay functions of their own because there would be too much text if each of their
 * calls got a copy of the body: a helper that calls another one three times, which calls a third
 * one three times, and so on.
 *
 * <p>They are the larger ones that get and return single values. Of arrays a copy of the body knows
 * more than a call does.
 */
final class InlineBudget {

  /** A function of more nodes than this is too large. */
  private static final int LIMIT = 4000;

  /** A helper of fewer nodes than this is always copied. */
  private static final int SMALL = 150;

  private final Program program;
  private final Set<Callee> recursive;
  private final boolean isTight;
  private final Map<Callee, Long> sizes = new HashMap<>();
  private final Set<Callee> apart = new HashSet<>();

  private InlineBudget(Program program, Set<Callee> recursive, boolean isTight) {
    this.program = program;
    this.recursive = recursive;
    this.isTight = isTight;
  }

  /** The helpers that {@code function} reaches and that are not to be copied into it. */
  static Set<Callee> apart(Function function, Program program, Set<Callee> recursive) {
    InlineBudget generous = new InlineBudget(program, recursive, false);
    if (generous.size(function) <= LIMIT) {
      return Set.of();
    }
    InlineBudget tight = new InlineBudget(program, recursive, true);
    tight.size(function);
    return tight.apart;
  }

  /** How many nodes {@code function} has when all calls in it are copies. */
  private long size(Function function) {
    long[] size = {0};
    Variables.forEachStatement(
        function.body(),
        s -> {
          Children.expressions(s).forEach(e -> size[0] += nodes(e));
          size[0] += s instanceof Stmt.Call call ? size(call.callee()) : 1;
        });
    return size[0];
  }

  private long size(Callee callee) {
    if (recursive.contains(callee) || program.function(callee).isEmpty()) {
      return 1;
    }
    Long known = sizes.get(callee);
    if (known == null) {
      known = size(program.function(callee).get());
      if (isTight && known > SMALL && hasSingleValues(callee) && onlyCalculates(callee)) {
        apart.add(callee);
        known = 1L;
      }
      sizes.put(callee, known);
    }
    return known;
  }

  private static boolean hasSingleValues(Callee callee) {
    return callee.result().filter(Type.Primitive.class::isInstance).isPresent()
        && callee.parameters().stream().allMatch(Type.Primitive.class::isInstance)
        && callee.parameters().stream().anyMatch(Type::isReal);
  }

  /**
   * Whether the function may run twice: copied code, and methods without a body, do so only once.
   */
  private boolean onlyCalculates(Callee callee) {
    return Reach.of(callee, program).statements().stream()
        .noneMatch(
            s ->
                s instanceof Stmt.Opaque
                    || s instanceof Stmt.Call call && program.function(call.callee()).isEmpty());
  }

  private static long nodes(Expr e) {
    long nodes = 1;
    List<Expr> children = Children.of(e);
    for (Expr child : children) {
      nodes += nodes(child);
    }
    return nodes;
  }
}
