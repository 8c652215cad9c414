package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The declarations of new arrays after which nobody can write into the arrays that they have made
 * before: all names of arrays of their class of {@link Memory} begin their life with the new one.
 * What was in the earlier arrays stays there, so it need not be saved.
 */
public final class FreshArrays {

  private final Memory memory;
  private final Map<Integer, Set<Var>> names = new HashMap<>();
  private final Set<Integer> excluded = new HashSet<>();
  private final Set<Stmt> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private FreshArrays(Memory memory) {
    this.memory = memory;
    this.excluded.addAll(memory.changedFromOutside(Stmt.Effect.STATE));
  }

  /** Those of {@code function}. */
  public static Set<Stmt> in(Function function, Memory memory) {
    FreshArrays pass = new FreshArrays(memory);
    List<Var> variables = new ArrayList<>(function.variables());
    variables.forEach(pass::name);
    pass.block(function.body());
    return pass.found;
  }

  private void name(Var v) {
    if (!(v.type() instanceof Type.Array)) {
      return;
    }
    names.computeIfAbsent(memory.of(v.read()), m -> new HashSet<>()).add(v);
    Expr row = v.read();
    while (((Type.Array) row.type()).element() instanceof Type.Array) {
      row = new Expr.Element(row, Exprs.num(0));
      excluded.add(memory.of(row));
    }
  }

  private void block(List<Stmt> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      if (s instanceof Stmt.Declare d && isNew(d) && isFirst(d, statements, i)) {
        found.add(d);
      }
      Children.blocks(s).forEach(this::block);
    }
  }

  private static boolean isNew(Stmt.Declare d) {
    return d.variable().type() instanceof Type.Array type
        && !(type.element() instanceof Type.Array)
        && d.value()
            .filter(e -> e instanceof Expr.NewArray || e instanceof Expr.ArrayLiteral)
            .isPresent();
  }

  private boolean isFirst(Stmt.Declare d, List<Stmt> block, int index) {
    int of = memory.of(d.variable().read());
    return !excluded.contains(of)
        && Variables.declaredIn(block.subList(index, block.size())).containsAll(names.get(of));
  }
}
