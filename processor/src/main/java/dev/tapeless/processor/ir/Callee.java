package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link Stmt.Call} calls.
 *
 * @param owner the qualified name of the class of a Java method that exists; empty for a function
 *     of the class that is being generated
 * @param result empty for {@code void}
 * @param isOnObject whether the first argument is the object that the method is called on
 * @param exceptions the checked exceptions that it declares
 * @param returnsNew whether arrays of real numbers that it returns are new
 */
public record Callee(
    String owner,
    String name,
    List<Type> parameters,
    Optional<Type> result,
    boolean isOnObject,
    List<Type> exceptions,
    boolean returnsNew) {

  public Callee {
    parameters = List.copyOf(parameters);
    exceptions = List.copyOf(exceptions);
  }

  /** A function that gets all that it needs as arguments. */
  public Callee(String owner, String name, List<Type> parameters, Optional<Type> result) {
    this(owner, name, parameters, result, false, List.of());
  }

  /** A function that may return what it gets. */
  public Callee(
      String owner,
      String name,
      List<Type> parameters,
      Optional<Type> result,
      boolean isOnObject,
      List<Type> exceptions) {
    this(owner, name, parameters, result, isOnObject, exceptions, false);
  }

  /** The same, returning new arrays. */
  public Callee returningNew() {
    return new Callee(owner, name, parameters, result, isOnObject, exceptions, true);
  }

  /** The same, declaring {@code checked} exceptions. */
  public Callee throwing(List<Type> checked) {
    return new Callee(owner, name, parameters, result, isOnObject, checked, returnsNew);
  }

  /** Whether this is a function of the class that is being generated. */
  public boolean isOwn() {
    return owner.isEmpty();
  }
}
