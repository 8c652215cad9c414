package dev.tapeless.processor.ir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A second variable beside each variable, for its adjoint or its tangent: for a number a number,
 * for an array reference a reference to a second array. Shadow references follow the assignments of
 * the references themselves, so two names of one array have one shadow.
 */
public final class Shadows {

  private final Vars vars;
  private final String suffix;
  private final Map<Var, Var> shadows = new LinkedHashMap<>();

  /** Shadows whose names end in {@code suffix}. */
  public Shadows(Vars vars, String suffix) {
    this.vars = vars;
    this.suffix = suffix;
  }

  /** The shadow of {@code variable}. */
  public Var of(Var variable) {
    return shadows.computeIfAbsent(variable, v -> vars.make(v.name() + suffix, v.type()));
  }

  /** Makes {@code shadow} the shadow of {@code variable}. */
  public void put(Var variable, Var shadow) {
    shadows.put(variable, shadow);
  }

  /** Whether {@code variable} is the shadow of another one. */
  public boolean isShadow(Var variable) {
    return shadows.containsValue(variable);
  }

  /** The shadow of {@code place}. */
  public Place place(Place place) {
    return place instanceof Expr.Element e
        ? new Expr.Element(reference(e.array()).orElseThrow(), e.index())
        : of(((Expr.Read) place).variable()).read();
  }

  /** Whether {@code place} has a shadow: elements of constant tables have none. */
  public boolean hasPlace(Place place) {
    return !(place instanceof Expr.Element e) || reference(e.array()).isPresent();
  }

  /**
   * The shadow of the array that {@code array} refers to; empty for an array that is new or a
   * constant.
   */
  public Optional<Expr> reference(Expr array) {
    if (array instanceof Expr.Read read) {
      return Optional.of(of(read.variable()).read());
    }
    if (array instanceof Expr.Element e) {
      return reference(e.array()).map(a -> new Expr.Element(a, e.index()));
    }
    if (array instanceof Expr.Conditional c) {
      Optional<Expr> then = reference(c.whenTrue());
      return then.flatMap(
          t -> reference(c.whenFalse()).map(f -> new Expr.Conditional(c.condition(), t, f)));
    }
    if (array instanceof Expr.Pop pop) {
      return Optional.of(new Expr.Pop(of(pop.stack())));
    }
    if (array instanceof Expr.Literal) {
      return Optional.of(array);
    }
    return Optional.empty();
  }
}
