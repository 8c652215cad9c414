package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Assignments to elements of a new array to which no other name refers yet, before anything reads
 * the elements that the reverse sweep would have to know again. What these overwrite nobody needs,
 * though the elements of other arrays of the same class of {@link Memory} may be needed.
 */
public final class InitialWrites {

  private final Function<Stmt, Set<Var>> readInReverse;
  private final Set<Stmt> found = Collections.newSetFromMap(new IdentityHashMap<>());

  private InitialWrites(Function<Stmt, Set<Var>> readInReverse) {
    this.readInReverse = readInReverse;
  }

  /**
   * Those within {@code body}.
   *
   * @param readInReverse the variables that the reverse statements of a statement itself read
   */
  public static Set<Stmt> in(List<Stmt> body, Function<Stmt, Set<Var>> readInReverse) {
    InitialWrites pass = new InitialWrites(readInReverse);
    pass.block(body);
    return pass.found;
  }

  private void block(List<Stmt> statements) {
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      if (s instanceof Stmt.Declare d && isNew(d)) {
        addWrites(d.variable(), statements.subList(i + 1, statements.size()));
      }
      Children.blocks(s).forEach(this::block);
    }
  }

  private static boolean isNew(Stmt.Declare d) {
    return d.variable().type() instanceof Type.Array type
        && d.value()
            .filter(type.rank() == 1 ? Exprs::isNewArray : InitialWrites::hasNewRows)
            .isPresent();
  }

  private static boolean hasNewRows(Expr e) {
    return e instanceof Expr.NewArray
        || e instanceof Expr.ArrayLiteral literal
            && (literal.type().rank() == 1
                || literal.elements().stream().allMatch(InitialWrites::hasNewRows));
  }

  private void addWrites(Var array, List<Stmt> rest) {
    for (Stmt s : rest) {
      List<Stmt> writes = new ArrayList<>();
      boolean[] ends = {false};
      Variables.forEachStatement(
          List.of(s),
          inner -> {
            ends[0] |= readInReverse.apply(inner).contains(array);
            if (inner instanceof Stmt.Assign a) {
              ends[0] |= isAssigned(array, a.target()) || !isReadOnce(array, a);
              if (writes(array, a)) {
                writes.add(a);
              }
            } else {
              ends[0] |= Variables.evaluated(inner).stream().anyMatch(e -> mentions(array, e));
              ends[0] |=
                  inner instanceof Stmt.Opaque opaque && opaque.code().assigned().contains(array);
            }
          });
      if (ends[0]) {
        return;
      }
      found.addAll(writes);
    }
  }

  /** Whether {@code a} assigns a number of {@code array}, or of one of its rows. */
  private static boolean writes(Var array, Stmt.Assign a) {
    return !(a.target().type() instanceof Type.Array) && isElement(array, a.target());
  }

  /** Whether {@code e} is an element of {@code array}, or of a row, wherever. */
  private static boolean isElement(Var array, Expr e) {
    return e instanceof Expr.Element element
        && !mentions(array, element.index())
        && (element.array().equals(array.read()) || isElement(array, element.array()));
  }

  /** Whether the reference or a row changes, or elements choose which element is assigned. */
  private static boolean isAssigned(Var array, Expr target) {
    return mentions(array, target)
        && !(!(target.type() instanceof Type.Array) && isElement(array, target));
  }

  /**
   * Whether {@code a} reads numbers of {@code array} at most, and the reverse sweep does not read
   * them as well, unless its adjoint does: an increment of an integer is taken back.
   */
  private static boolean isReadOnce(Var array, Stmt.Assign a) {
    return a.target().type().isReal()
        ? onlyElements(array, a.value())
        : !mentions(array, a.value());
  }

  /** Whether {@code e} has nothing of {@code array} but numbers. */
  private static boolean onlyElements(Var array, Expr e) {
    if (e.type() instanceof Type.Array) {
      return !mentions(array, e);
    }
    if (isElement(array, e)) {
      return true;
    }
    return isShape(array, e) || Children.of(e).stream().allMatch(x -> onlyElements(array, x));
  }

  private static boolean mentions(Var array, Expr e) {
    if (isShape(array, e)) {
      return false;
    }
    return e.equals(array.read()) || Children.of(e).stream().anyMatch(x -> mentions(array, x));
  }

  private static boolean isShape(Var array, Expr e) {
    return e instanceof Expr.Length length && length.array().equals(array.read())
        || e instanceof Expr.ZerosLike zeros && zeros.array().equals(array.read());
  }
}
