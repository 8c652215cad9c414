package dev.tapeless.processor.frontend;

import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.LocalClass;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Answers what is known of the methods that a body calls. One lives for each class that is to be
 * generated.
 */
interface CalleeSource {

  /**
   * The package of the class that is to be generated; empty for the unnamed one. What is not
   * visible there is copied or refused.
   */
  String packageName();

  /**
   * What is known of {@code method}, a static method that is no library method. A caller that gets
   * {@link Body} relies on the method being read as well, under the key {@link Callees#of}; one
   * that gets {@link Linked} on its being in the program under that key.
   */
  Answer find(ExecutableElement method);

  /**
   * The method of the prelude that does what a method of the JDK does when it gets arguments of
   * these types.
   *
   * @param owner the qualified name of the class of the JDK
   */
  default Optional<ExecutableElement> prelude(String owner, String name, List<Type> arguments) {
    return Optional.empty();
  }

  /**
   * Whether a call of {@code method} changes nothing that its caller can see, but may write text:
   * its source says so.
   */
  default boolean isPure(ExecutableElement method) {
    return false;
  }

  /** What {@code method} can change that its caller can see, when no other runs in its place. */
  default Effect effect(ExecutableElement method) {
    return Effect.STATE;
  }

  /** What a call of a method that is read can change. */
  default Effect effect(Callee callee) {
    return Effect.ARRAYS;
  }

  /** Whether the source of {@code method} is at hand. */
  default boolean hasSource(ExecutableElement method) {
    return declaration(method).isPresent();
  }

  /** The class of that qualified name. */
  default Optional<TypeElement> type(String qualifiedName) {
    return Optional.empty();
  }

  /** Notes where a class within a method, or a member of one, is declared. */
  default void declare(Element member, TreePath path) {}

  /**
   * Takes a class that is declared within a method.
   *
   * @return whether there is no other one of its simple name
   */
  default boolean add(LocalClass type) {
    return true;
  }

  /** Whether the source of {@code type} is at hand. */
  default boolean hasSource(TypeElement type) {
    return false;
  }

  /** The declaration of {@code method}, when its source is at hand. */
  default Optional<TreePath> declaration(ExecutableElement method) {
    return Optional.empty();
  }

  /** Sees to it that a method is read as it is called, and says how it is called. */
  default Callee specialised(Specialisation specialisation) {
    throw new IllegalStateException("no source of " + specialisation.method());
  }

  /** Whether there is no end of ways to call {@code method}. */
  default boolean isEndless(ExecutableElement method) {
    return false;
  }

  /**
   * The custom derivatives of {@code method}, if it has any: then it is called as it stands, and
   * its body is not read.
   */
  default Optional<CustomDerivatives.Found> custom(ExecutableElement method) {
    return Optional.empty();
  }

  /** The method that runs where {@code method} is called on an object of just that class. */
  default Optional<ExecutableElement> implementation(TypeElement type, ExecutableElement method) {
    return Optional.empty();
  }

  /** A name for a lambda expression that is like no other. */
  default String lambdaName(String wanted) {
    return wanted;
  }

  /** Adds the function that a lambda expression stands for. */
  default void add(Function lambda) {
    throw new IllegalStateException("nobody wants " + lambda.callee());
  }

  /** What objects of {@code type} do when they are called; empty for no functional interface. */
  default Optional<FunctionType> function(TypeMirror type) {
    return Optional.empty();
  }

  /** What an object of {@code type} gives to a loop over it; empty where that is not known. */
  default Optional<TypeMirror> element(TypeMirror type) {
    return Optional.empty();
  }

  /** The parameters, the result and the checked exceptions of a functional interface. */
  record FunctionType(List<Type> parameters, Optional<Type> result, List<Type> exceptions) {}

  /** What is known of a method that is called. */
  sealed interface Answer {}

  /** Its source is at hand. */
  record Body() implements Answer {}

  /** It has generated operations. */
  record Linked(LinkedDerivative derivative) implements Answer {}

  /**
   * It should have generated operations, and they cannot be used: the call is refused for this
   * reason.
   */
  record Unusable(Problem problem) implements Answer {}

  /** Nothing is known of it. */
  record Unknown() implements Answer {}
}
