package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * The derivatives of a method whose body is not read: the generated operations of a differentiable
 * method that comes from a jar or belongs to another file, or custom derivatives, of which one may
 * be missing.
 *
 * @param active for each parameter of the method, and for each {@linkplain Leaf leaf} of one that
 *     is a record, whether there is a derivative by it
 * @param carried the same, and what is in an active record without being active itself
 * @param vjp takes the method's arguments and the seed; returns the adjoint of the one active
 *     parameter, or a record of several in order, or an array if all are numbers
 * @param jvp takes the method's arguments and a tangent for each active parameter
 * @param isCustom whether they were written by hand, so that the shapes of what they return are
 *     checked
 * @param ofVjp the derivatives of {@code vjp} in turn, where there are second ones
 * @param nested what the method is when it is a generated operation; then there are no others
 */
public record LinkedDerivative(
    List<Boolean> active,
    List<Boolean> carried,
    Optional<Callee> vjp,
    Optional<Callee> jvp,
    boolean isCustom,
    Optional<LinkedDerivative> ofVjp,
    Optional<NestedOperation> nested) {

  /**
   * The version of the conventions of generated classes: of the names, parameters and results of
   * operations. A class of another version is not called.
   */
  public static final int FORMAT = 1;

  public LinkedDerivative {
    active = List.copyOf(active);
    carried = List.copyOf(carried);
    if (vjp.isEmpty() && jvp.isEmpty() && nested.isEmpty()) {
      throw new IllegalArgumentException("no derivative at all");
    }
  }

  /** Custom derivatives, of a method without records. */
  public LinkedDerivative(List<Boolean> active, Optional<Callee> vjp, Optional<Callee> jvp) {
    this(active, active, vjp, jvp, true, Optional.empty(), Optional.empty());
  }

  /** The generated operations of a differentiable method. */
  public LinkedDerivative(
      List<Boolean> active,
      List<Boolean> carried,
      Callee vjp,
      Callee jvp,
      Optional<LinkedDerivative> ofVjp) {
    this(active, carried, Optional.of(vjp), Optional.of(jvp), false, ofVjp, Optional.empty());
  }

  /** The derivatives of a generated operation. */
  public LinkedDerivative(List<Boolean> active, List<Boolean> carried, NestedOperation nested) {
    this(
        active,
        carried,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.of(nested));
  }

  /** Of the arguments of a call those of the method itself, and not of a nested operation alone. */
  public List<Expr> own(List<Expr> arguments) {
    return arguments.subList(0, count(arguments));
  }

  /** The others: a seed, or tangents. */
  public List<Expr> further(List<Expr> arguments) {
    return arguments.subList(count(arguments), arguments.size());
  }

  private int count(List<Expr> arguments) {
    return nested.map(NestedOperation::parameters).orElse(arguments.size());
  }
}
