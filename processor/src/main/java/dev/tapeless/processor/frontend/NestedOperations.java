package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.NestedOperation;
import dev.tapeless.processor.ir.NestedOperation.Kind;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Problem.NotDifferentiable.Cause;
import dev.tapeless.processor.problems.Problem.NotProcessed.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Recognises calls of generated operations: {@code CAdjoint.fGradient(x)} within a method that is
 * differentiated itself.
 */
final class NestedOperations {

  private static final String ENDING = "Adjoint";

  /** A class in more classes than these would have too many possible names. */
  private static final int MANY = 8;

  private final TypedSources sources;

  NestedOperations(TypedSources sources) {
    this.sources = sources;
  }

  /** What is known of {@code operation}; empty if it is no generated operation. */
  Optional<CustomDerivatives.Found> find(ExecutableElement operation) {
    boolean isGenerated =
        operation.getModifiers().contains(Modifier.STATIC)
            && operation.getEnclosingElement().getSimpleName().toString().endsWith(ENDING);
    if (!isGenerated) {
      return Optional.empty();
    }
    TypeElement generated = (TypeElement) operation.getEnclosingElement();
    return owners(generated)
        .flatMap(owner -> SignatureReader.annotatedMethods(owner).stream())
        .flatMap(m -> found(operation, generated, m).stream())
        .findFirst();
  }

  /** The classes whose derivatives {@code generated} may have: a {@code _} may be a dot. */
  private Stream<TypeElement> owners(TypeElement generated) {
    String name = generated.getQualifiedName().toString();
    int end = name.length() - ENDING.length();
    int start = end == 0 ? 0 : name.lastIndexOf('.', end - 1) + 1;
    List<String> names = new ArrayList<>(List.of(name.substring(0, start)));
    String[] pieces = name.substring(start, end).split("_", MANY);
    for (int i = 0; i < pieces.length; i++) {
      List<String> longer = new ArrayList<>();
      for (String n : names) {
        longer.add(n + (i == 0 ? "" : "_") + pieces[i]);
        if (i > 0) {
          longer.add(n + "." + pieces[i]);
        }
      }
      names = longer;
    }
    return names.stream().filter(n -> !n.isEmpty()).flatMap(n -> sources.type(n).stream());
  }

  private Optional<CustomDerivatives.Found> found(
      ExecutableElement operation, TypeElement generated, ExecutableElement annotated) {
    if (!operation.getSimpleName().toString().startsWith(annotated.getSimpleName().toString())
        || !(SignatureReader.read(annotated) instanceof Signature.Valid valid)
        || !DerivativeLinker.generatedClass(valid.method())
            .contentEquals(generated.getQualifiedName())) {
      return Optional.empty();
    }
    MethodSignature method = valid.method();
    Map<String, Callee> operations = new DerivativeLinker(sources).operations(method);
    Callee called = Callees.of(operation);
    boolean isOne = operations.values().stream().anyMatch(c -> isSame(c, called));
    if (!isOne) {
      return Optional.empty();
    }
    Callee callee = DerivativeForm.callee(operation).returningNew();
    String described = Callees.describe(annotated);
    if (!DerivativeLinker.isKnownFormat(generated)) {
      String name = generated.getQualifiedName().toString();
      Problem other = new Problem.NotProcessed(described, name, Reason.OTHER_FORMAT);
      return Optional.of(new CustomDerivatives.Found(callee, Optional.empty(), Optional.of(other)));
    }
    Optional<LinkedDerivative> derivative = derivative(method, called, operations);
    Optional<Problem> obstacle =
        derivative.isPresent()
            ? Optional.empty()
            : Optional.of(
                new Problem.NotDifferentiable(
                    simple((Element) generated) + "." + called.name(), described, cause(method)));
    return Optional.of(new CustomDerivatives.Found(callee, derivative, obstacle));
  }

  private static Cause cause(MethodSignature method) {
    if (method.result().filter(Type::isReal).isEmpty()) {
      return Cause.RESULT;
    }
    return method.order() == 2 ? Cause.OPERATION : Cause.ORDER;
  }

  private static String simple(Element element) {
    return element.getSimpleName().toString();
  }

  private static boolean isSame(Callee a, Callee b) {
    return a.name().equals(b.name()) && a.parameters().equals(b.parameters());
  }

  /**
   * The derivatives of an operation, if they are known.
   *
   * @param method that the operation belongs to
   * @param operations all of that method
   */
  static Optional<LinkedDerivative> derivative(
      MethodSignature method, Callee called, Map<String, Callee> operations) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    kinds.put("Gradient", Kind.GRADIENT);
    kinds.put("ValueAndGradient", Kind.VALUE_AND_GRADIENT);
    kinds.put("Vjp", Kind.VJP);
    kinds.put("Jvp", Kind.JVP);
    Callee hvp = operations.get("Hvp");
    Optional<Kind> kind =
        kinds.keySet().stream()
            .filter(k -> operations.containsKey(k) && isSame(operations.get(k), called))
            .map(kinds::get)
            .findFirst();
    if (hvp == null || kind.isEmpty()) {
      return Optional.empty();
    }
    List<Boolean> active = new ArrayList<>(DerivativeLinker.active(method));
    List<Boolean> carried = new ArrayList<>(DerivativeLinker.carried(method));
    List<Boolean> tangents =
        IntStream.range(0, active.size()).filter(carried::get).mapToObj(active::get).toList();
    NestedOperation nested =
        new NestedOperation(
            kind.get(),
            active.size(),
            operations.get("Gradient"),
            operations.get("Vjp"),
            operations.get("Jvp"),
            hvp);
    if (kind.get() == Kind.VJP) {
      active.add(true);
      carried.add(true);
    } else if (kind.get() == Kind.JVP) {
      active.addAll(tangents);
      tangents.forEach(t -> carried.add(true));
    }
    return Optional.of(new LinkedDerivative(active, carried, nested));
  }
}
