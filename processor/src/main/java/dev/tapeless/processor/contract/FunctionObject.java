package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Var;
import java.util.List;

/**
 * A method of the generated class that holds all but one argument of the user's method fixed and
 * returns an object with the value and the derivatives by the one that is left.
 *
 * @param parameters the arguments that are held fixed
 * @param type the simple name of an interface in {@code dev.tapeless}
 * @param methods those of the object; their first parameters are {@code parameters}, which the
 *     object knows. None in an outline
 */
public record FunctionObject(
    String name,
    List<Var> parameters,
    String type,
    boolean isPublic,
    Javadoc javadoc,
    List<Function> methods) {

  public FunctionObject {
    parameters = List.copyOf(parameters);
    methods = List.copyOf(methods);
  }

  /** The same with methods. */
  FunctionObject withMethods(List<Function> functions) {
    return new FunctionObject(name, parameters, type, isPublic, javadoc, functions);
  }
}
