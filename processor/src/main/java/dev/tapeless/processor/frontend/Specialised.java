package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * A method as a call calls it: what javac has found for its type parameters, and which of its
 * arguments are known functions.
 *
 * @param types by the name of the type parameter
 * @param closures by the index of the parameter
 * @param exact the class of the object that it is called on, if it can be told
 * @param getsReals whether an argument is a real number or an array of them
 */
record Specialised(
    ExecutableElement method,
    Map<String, Type> types,
    Map<Integer, Closure> closures,
    Optional<TypeElement> exact,
    boolean getsReals,
    Reading reading) {

  /** A method as it is declared. */
  static Specialised plain(ExecutableElement method, Reading reading) {
    return new Specialised(method, Map.of(), Map.of(), Optional.empty(), false, reading);
  }

  /** How the call at {@code path} calls {@code method}. */
  static Specialised of(
      Dispatch.Target target,
      MethodInvocationTree tree,
      TreePath path,
      Reading reading,
      ExpressionReader expressions) {
    ExecutableElement method = target.method();
    boolean isRead =
        reading.callees().hasSource(method) && !method.getModifiers().contains(Modifier.ABSTRACT);
    if (!isRead) {
      return plain(method, reading);
    }
    Map<String, Type> types = new HashMap<>();
    TreePath select = Reading.within(path, tree.getMethodSelect());
    if (!method.getTypeParameters().isEmpty()
        && reading.mirror(select) instanceof ExecutableType called) {
      for (int i = 0; i < method.getParameters().size(); i++) {
        bind(
            method.getParameters().get(i).asType(),
            called.getParameterTypes().get(i),
            types,
            reading);
      }
      bind(method.getReturnType(), called.getReturnType(), types, reading);
    }
    return new Specialised(
        method,
        types,
        closures(method, tree, path, reading, expressions),
        target.exact(),
        tree.getArguments().stream()
            .anyMatch(a -> reading.type(Reading.within(path, a)).isDifferentiable()),
        reading);
  }

  private static void bind(
      TypeMirror declared, TypeMirror called, Map<String, Type> types, Reading reading) {
    if (declared instanceof TypeVariable variable) {
      Type type = Callees.parameter(called, reading.types());
      types.putIfAbsent(variable.asElement().getSimpleName().toString(), type);
    } else if (declared instanceof ArrayType a && called instanceof ArrayType b) {
      bindElements(a, b, types, reading);
    } else if (declared instanceof DeclaredType a && called instanceof DeclaredType b) {
      List<? extends TypeMirror> given = b.getTypeArguments();
      for (int i = 0; i < Math.min(a.getTypeArguments().size(), given.size()); i++) {
        bind(a.getTypeArguments().get(i), given.get(i), types, reading);
      }
    }
  }

  /** The elements of an array of objects are no numbers, even if they are boxes. */
  private static void bindElements(
      ArrayType declared, ArrayType called, Map<String, Type> types, Reading reading) {
    if (declared.getComponentType() instanceof TypeVariable variable) {
      String name = variable.asElement().getSimpleName().toString();
      types.put(name, TypeReader.type(called.getComponentType(), reading.types()));
    } else {
      bind(declared.getComponentType(), called.getComponentType(), types, reading);
    }
  }

  private static Map<Integer, Closure> closures(
      ExecutableElement method,
      MethodInvocationTree tree,
      TreePath path,
      Reading reading,
      ExpressionReader expressions) {
    Map<Integer, Closure> closures = new HashMap<>();
    if (!FunctionUses.isRead(method, reading.callees())) {
      return closures;
    }
    for (int i = 0; i < method.getParameters().size(); i++) {
      TypeMirror type = method.getParameters().get(i).asType();
      if (reading.callees().function(type).isPresent()
          && FunctionUses.areCalls(method, i, reading)) {
        int index = i;
        TreePath argument = Reading.within(path, tree.getArguments().get(i));
        String name = method.getParameters().get(i).getSimpleName().toString();
        expressions.lambdas().read(argument, name).ifPresent(c -> closures.put(index, c));
      }
    }
    return closures;
  }

  /** Whether the call calls the method as it is declared. */
  boolean isPlain() {
    return types.isEmpty() && closures.isEmpty() && exact.isEmpty();
  }

  /**
   * Whether the call is copied as it stands: no derivative can pass through it, and the generated
   * class can make it.
   */
  boolean isOpaque() {
    boolean isActive =
        method.getParameters().stream()
            .anyMatch(p -> Callees.parameter(p.asType(), types).isDifferentiable());
    return closures.isEmpty()
        && !isActive
        && !getsReals
        && Visibility.isVisible(method, reading.callees().packageName());
  }

  /** What keeps the method from being read for this call. */
  Optional<Problem> problem() {
    if (reading.callees().isEndless(method)) {
      return Optional.of(Refusals.endless(method));
    }
    for (int i = 0; i < method.getParameters().size(); i++) {
      TypeMirror type = method.getParameters().get(i).asType();
      if (!closures.containsKey(i) && !TypeReader.isReadable(Callees.parameter(type, types))) {
        return Optional.of(Refusals.type(type));
      }
    }
    TypeMirror result = method.getReturnType();
    if (result.getKind() != TypeKind.VOID
        && !TypeReader.isReadable(Callees.parameter(result, types))) {
      return Optional.of(Refusals.type(result));
    }
    return CallCheck.checked(method, reading);
  }

  /** How the method is called; it will be read. */
  Callee callee(Reading reading) {
    Map<Integer, Lambda> lambdas = new HashMap<>();
    closures.forEach((i, c) -> lambdas.put(i, c.lambda()));
    Specialisation specialisation = new Specialisation(method, types, lambdas, exact);
    return specialisation.isPlain()
        ? Callees.of(method)
        : reading.callees().specialised(specialisation);
  }
}
