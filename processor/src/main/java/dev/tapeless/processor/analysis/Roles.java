package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import java.util.Optional;
import java.util.Set;

/** What some variables are for, which the primal does not have. */
public interface Roles {

  /** Whether {@code assign} counts trips for the reverse sweep, which does not take it back. */
  boolean isBookkeeping(Stmt.Assign assign);

  /**
   * Whether {@code variable} is an array of adjoints to which no other names refer than those of
   * its {@link #rows}, so that a new array of zeros is as good where none of these is saved.
   */
  boolean isFreshShadow(Var variable);

  /** The variables that are declared to refer to parts of the array of {@code variable}. */
  Set<Var> rows(Var variable);

  /** Whether {@code declaration} is one of the {@link FreshArrays}. */
  boolean isFreshArray(Stmt.Declare declaration);

  /** Whether {@code assign} is one of the {@link InitialWrites}. */
  boolean isInitialWrite(Stmt.Assign assign);

  /** What is as good as the array that {@code assign} takes away, of {@link RenewedArrays}. */
  Optional<Expr> renewal(Stmt.Assign assign);

  /** A new array for the one that {@code variable} ends with, of {@link RenewedArrays}. */
  Optional<Expr.NewArray> renewal(Var variable);
}
