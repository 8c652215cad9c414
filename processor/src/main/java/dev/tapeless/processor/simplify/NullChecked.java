package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An object that is an array of real numbers, and that is only compared with {@code null}, is the
 * array: {@code Object o = x; if (o == null)} is {@code if (x == null)}. Helpers that check
 * arguments take any object; nothing comes out of them.
 */
public final class NullChecked {

  private final Map<Var, Expr> arrays = new LinkedHashMap<>();

  private NullChecked() {}

  /** {@code function} without such objects. */
  public static Function of(Function function) {
    NullChecked pass = new NullChecked();
    Set<Var> assigned = Variables.assignedIn(function.body());
    Variables.forEachStatement(
        function.body(),
        s ->
            converted(s)
                .filter(array -> !assigned.contains(array.variable()))
                .ifPresent(array -> pass.arrays.put(((Stmt.Opaque) s).result().get(), array)));
    pass.arrays.keySet().removeAll(assigned);
    if (pass.arrays.isEmpty()) {
      return function;
    }
    pass.arrays.keySet().removeAll(otherwiseUsed(function));
    return function.withBody(pass.block(function.body()));
  }

  /** The object that {@code s} makes of an array of real numbers. */
  static Optional<Var> object(Stmt s) {
    return converted(s).flatMap(array -> ((Stmt.Opaque) s).result());
  }

  /** The array that {@code s} makes an object of, and does no more. */
  private static Optional<Expr.Read> converted(Stmt s) {
    if (s instanceof Stmt.Opaque o
        && o.result().isPresent()
        && o.code().pieces().equals(List.of(new Snippet.Operand(0, false)))
        && o.code().operands().get(0) instanceof Expr.Read read
        && read.type().isRealArray()) {
      return Optional.of(read);
    }
    return Optional.empty();
  }

  private static Set<Var> otherwiseUsed(Function function) {
    Set<Var> used = new HashSet<>();
    List<Expr> all = new ArrayList<>();
    Variables.forEachStatement(function.body(), s -> all.addAll(Children.expressions(s)));
    function.result().ifPresent(all::add);
    all.forEach(e -> addUses(e, used));
    return used;
  }

  private static void addUses(Expr e, Set<Var> used) {
    if (e instanceof Expr.Read read) {
      used.add(read.variable());
    } else if (!isNullCheck(e)) {
      Children.of(e).forEach(operand -> addUses(operand, used));
    }
  }

  private static boolean isNullCheck(Expr e) {
    return e instanceof Expr.Binary b
        && (b.op() == BinaryOp.EQ || b.op() == BinaryOp.NE)
        && (isNull(b.left()) || isNull(b.right()));
  }

  private static boolean isNull(Expr e) {
    return e instanceof Expr.Literal literal && literal.value() == Expr.Literal.NULL;
  }

  private List<Stmt> block(List<Stmt> statements) {
    List<Stmt> kept =
        statements.stream()
            .filter(
                s ->
                    !(s instanceof Stmt.Opaque o
                        && o.result().filter(arrays::containsKey).isPresent()))
            .map(s -> Children.map(s, e -> e, this::block))
            .toList();
    return Substitution.apply(arrays, kept);
  }
}
