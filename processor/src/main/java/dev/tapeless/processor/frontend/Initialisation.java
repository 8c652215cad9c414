package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.DefiniteAssignment;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives values to variables that are read where javac cannot see that they have one. */
final class Initialisation {

  private Initialisation() {}

  /**
   * {@code statements} with such values.
   *
   * @param further variables that need a value in any case
   */
  static List<Stmt> of(List<Stmt> statements, Optional<Expr> result, Set<Var> further) {
    Set<Var> without = new HashSet<>(further);
    without.addAll(DefiniteAssignment.missing(statements, result));
    return without.isEmpty() ? statements : initialised(statements, without);
  }

  private static List<Stmt> initialised(List<Stmt> statements, Set<Var> without) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (s instanceof Stmt.Declare d && d.value().isEmpty() && without.contains(d.variable())) {
        Expr value = nothing(d.variable().type());
        out.add(new Stmt.Declare(d.variable(), Optional.of(value), d.origin()));
      } else {
        out.add(Children.map(s, e -> e, block -> initialised(block, without)));
      }
    }
    return out;
  }

  /** A value that nobody looks at. */
  static Expr nothing(Type type) {
    if (type == Type.Primitive.BOOLEAN) {
      return Exprs.bool(false);
    }
    if (type instanceof Type.RecordOf record) {
      List<Expr> components = record.components().stream().map(c -> nothing(c.type())).toList();
      return new Expr.NewRecord(record, components);
    }
    return type instanceof Type.Primitive
        ? Conversions.convert(Exprs.num(0), type)
        : Exprs.nothing(type);
  }
}
