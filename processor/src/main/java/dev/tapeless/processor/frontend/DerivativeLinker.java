package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem.NotProcessed.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds the generated operations of annotated methods that come as class files. */
final class DerivativeLinker {

  private final TypedSources sources;

  DerivativeLinker(TypedSources sources) {
    this.sources = sources;
  }

  /**
   * The operations of {@code method}; empty when the class that should have them does not exist or
   * does not fit.
   */
  Optional<LinkedDerivative> link(MethodSignature method) {
    return sources.type(generatedClass(method)).flatMap(t -> link(method, t));
  }

  /** Why {@code method} has no operations that can be linked; empty if it may have some. */
  Optional<Reason> obstacle(MethodSignature method) {
    Optional<TypeElement> generated = sources.type(generatedClass(method));
    if (generated.isEmpty()) {
      return Optional.of(Reason.NO_CLASS);
    }
    return isKnownFormat(generated.get()) ? Optional.empty() : Optional.of(Reason.OTHER_FORMAT);
  }

  /** Whether {@code generated} keeps to the conventions of this version. */
  static boolean isKnownFormat(TypeElement generated) {
    return SignatureReader.annotation(generated, SignatureReader.GENERATED)
        .map(a -> a.getElementValues().values().stream().map(AnnotationValue::getValue).toList())
        .equals(Optional.of(List.of(LinkedDerivative.FORMAT)));
  }

  /** Whether {@code method} writes into its arguments, which its operations do not show. */
  boolean writesArguments(MethodSignature method, LinkedDerivative derivative) {
    String name = derivative.vjp().orElseThrow().name();
    return sources.type(generatedClass(method)).stream()
        .flatMap(t -> ElementFilter.methodsIn(t.getEnclosedElements()).stream())
        .filter(m -> m.getSimpleName().contentEquals(name))
        .flatMap(m -> m.getAnnotationMirrors().stream())
        .anyMatch(a -> a.getAnnotationType().toString().equals(SignatureReader.WRITES_ARGUMENTS));
  }

  /** The qualified name of the class that has the derivatives of {@code method}. */
  static String generatedClass(MethodSignature method) {
    String simple = String.join("_", method.ownerNesting()) + "Adjoint";
    return method.packageName().isEmpty() ? simple : method.packageName() + "." + simple;
  }

  private Optional<LinkedDerivative> link(MethodSignature method, TypeElement generated) {
    List<Boolean> active = active(method);
    List<Boolean> carried = carried(method);
    Stream<Type> seed = method.result().stream();
    Stream<Type> tangents =
        method.parameters().stream().filter(Parameter::active).map(p -> p.variable().type());
    Optional<Callee> vjp = operation(method, generated, "Vjp", seed);
    Optional<Callee> jvp = operation(method, generated, "Jvp", tangents);
    Optional<LinkedDerivative> second =
        vjp.flatMap(v -> NestedOperations.derivative(method, v, operations(method)));
    return vjp.flatMap(v -> jvp.map(j -> new LinkedDerivative(active, carried, v, j, second)));
  }

  /** For each leaf of the parameters of {@code method} whether it is active. */
  static List<Boolean> active(MethodSignature method) {
    return leaves(method, (p, leaf) -> p.active() && leaf.type().isDifferentiable());
  }

  /** For each leaf of the parameters of {@code method} whether its parameter is active. */
  static List<Boolean> carried(MethodSignature method) {
    return leaves(method, (p, leaf) -> p.active());
  }

  private static List<Boolean> leaves(
      MethodSignature method, BiPredicate<Parameter, Leaf> property) {
    return method.parameters().stream()
        .flatMap(p -> Leaf.of(p.variable().type()).stream().map(l -> property.test(p, l)))
        .toList();
  }

  /** The operations of {@code method} that have second derivatives, and some others. */
  Map<String, Callee> operations(MethodSignature method) {
    Map<String, Callee> found = new LinkedHashMap<>();
    TypeElement generated = sources.type(generatedClass(method)).orElseThrow();
    List<Type> active =
        method.parameters().stream()
            .filter(Parameter::active)
            .map(p -> p.variable().type())
            .toList();
    for (String suffix :
        List.of("Gradient", "ValueAndGradient", "GradientChecked", "Hessian", "Jacobian")) {
      operation(method, generated, suffix, Stream.of()).ifPresent(c -> found.put(suffix, c));
    }
    operation(method, generated, "Vjp", method.result().stream())
        .ifPresent(c -> found.put("Vjp", c));
    for (String suffix : List.of("Jvp", "DirectionalDerivative", "GradientInto", "Hvp")) {
      operation(method, generated, suffix, active.stream()).ifPresent(c -> found.put(suffix, c));
    }
    return found;
  }

  private Optional<Callee> operation(
      MethodSignature method, TypeElement generated, String suffix, Stream<Type> further) {
    Stream<Type> own = method.parameters().stream().map(p -> p.variable().type());
    List<Type> parameters = Stream.concat(own, further).toList();
    String owner = generated.getQualifiedName().toString();
    String name = method.name() + suffix;
    List<ExecutableElement> fitting =
        ElementFilter.methodsIn(generated.getEnclosedElements()).stream()
            .filter(m -> parameters.equals(types(m)))
            .toList();
    // The longer name is there only where an overload has taken the shorter one.
    return Stream.of(name + erased(method), name)
        .flatMap(n -> fitting.stream().filter(m -> m.getSimpleName().contentEquals(n)))
        .map(m -> callee(owner, m, parameters))
        .findFirst();
  }

  private static Callee callee(String owner, ExecutableElement operation, List<Type> parameters) {
    Type result = result(operation.getReturnType());
    return new Callee(owner, operation.getSimpleName().toString(), parameters, Optional.of(result))
        .returningNew();
  }

  /** What distinguishes the operations of overloads: {@code _double_intArray}. */
  private static String erased(MethodSignature method) {
    return method.parameters().stream()
        .map(p -> "_" + erased(p.variable().type()))
        .collect(Collectors.joining());
  }

  private static String erased(Type type) {
    if (type instanceof Type.Array array) {
      return erased(array.element()) + "Array";
    }
    if (type instanceof Type.RecordOf record) {
      return record.name().substring(record.name().lastIndexOf('.') + 1);
    }
    return type instanceof Type.Reference reference
        ? reference.name().substring(reference.name().lastIndexOf('.') + 1)
        : ((Type.Primitive) type).keyword();
  }

  private static List<Type> types(ExecutableElement method) {
    return method.getParameters().stream().map(p -> TypeReader.type(p.asType())).toList();
  }

  /** The type of one adjoint, or the record of several. */
  static Type result(TypeMirror mirror) {
    if (mirror instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.RECORD) {
      List<Type.Component> components =
          ElementFilter.recordComponentsIn(element.getEnclosedElements()).stream()
              .map(
                  c ->
                      new Type.Component(c.getSimpleName().toString(), TypeReader.type(c.asType())))
              .toList();
      return new Type.RecordOf(element.getQualifiedName().toString(), components);
    }
    return TypeReader.type(mirror);
  }
}
