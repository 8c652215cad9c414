package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an annotated method without its body.
 *
 * @param packageName empty for the unnamed package
 * @param ownerNesting the simple names of the enclosing classes, outermost first
 * @param isPublic whether the method and all enclosing classes are public; otherwise it is visible
 *     in its package
 * @param ownerIsPublic whether all enclosing classes are public
 * @param result empty for {@code void}
 * @param exceptions the checked exceptions that it declares
 * @param order 1 for first derivatives, 2 for second ones as well
 * @param check whether a gradient that checks itself is wanted
 * @param isOnObject whether the first parameter is the object that the method is called on
 */
public record MethodSignature(
    String packageName,
    List<String> ownerNesting,
    String name,
    boolean isPublic,
    boolean ownerIsPublic,
    List<Parameter> parameters,
    Optional<Type> result,
    List<Type> exceptions,
    int order,
    boolean check,
    boolean isOnObject) {

  public MethodSignature {
    ownerNesting = List.copyOf(ownerNesting);
    parameters = List.copyOf(parameters);
    exceptions = List.copyOf(exceptions);
  }

  /** The qualified name of the class that declares the method. */
  public String owner() {
    String nested = String.join(".", ownerNesting);
    return packageName.isEmpty() ? nested : packageName + "." + nested;
  }

  /** The leaves of all parameters in order, as variables: a record is taken apart. */
  public List<Var> leaves() {
    List<Var> leaves = new ArrayList<>();
    for (Parameter p : parameters) {
      String name = p.variable().name();
      Leaf.of(p.variable().type())
          .forEach(l -> leaves.add(new Var(leaves.size(), l.name(name), l.type())));
    }
    return leaves;
  }

  /** The index of the parameter that the leaf with that index belongs to. */
  public int parameterOf(int leaf) {
    int index = 0;
    int next = 0;
    while (leaf >= next + Leaf.of(parameters.get(index).variable().type()).size()) {
      next += Leaf.of(parameters.get(index).variable().type()).size();
      index++;
    }
    return index;
  }

  /** How generated code calls the method itself. */
  public Callee callee() {
    List<Type> types = parameters.stream().map(p -> p.variable().type()).toList();
    return new Callee(owner(), name, types, result).throwing(exceptions);
  }

  /** How Java code calls the method, on its object if it has one. */
  public Callee javaMethod() {
    Callee function = callee();
    return new Callee(
        function.owner(), name, function.parameters(), result, isOnObject, exceptions);
  }
}
