package dev.tapeless.processor.frontend;

import dev.tapeless.processor.frontend.DerivativeForm.Kind;
import dev.tapeless.processor.frontend.Signature.Blame;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * The custom derivatives that are declared by some classes, by the method that they are for. Lives
 * for a round of processing.
 */
public final class CustomDerivatives {

  private final OuterCompiler compiler;
  private final Set<TypeElement> owners;
  private final Map<Callee, Map<Kind, CustomDerivative.Valid>> valid = new LinkedHashMap<>();
  private final List<CustomDerivative.Unresolved> unresolved = new ArrayList<>();
  private final List<Blame> blames = new ArrayList<>();

  private CustomDerivatives(OuterCompiler compiler, Collection<TypeElement> owners) {
    this.compiler = compiler;
    this.owners = new LinkedHashSet<>(owners);
    for (TypeElement owner : this.owners) {
      CustomReader.in(owner, compiler.elements()).forEach(this::add);
    }
  }

  /** Those that {@code owners} declare. */
  public static CustomDerivatives of(OuterCompiler compiler, Collection<TypeElement> owners) {
    return new CustomDerivatives(compiler, owners);
  }

  /** These and those of the classes that {@code user} says it uses. */
  public CustomDerivatives usedBy(TypeElement user) {
    Set<TypeElement> all = new LinkedHashSet<>(owners);
    for (Element e = user; e != null; e = e.getEnclosingElement()) {
      SignatureReader.annotation(e, SignatureReader.USE_DERIVATIVES).stream()
          .flatMap(CustomDerivatives::classes)
          .forEach(all::add);
    }
    return all.equals(owners) ? this : new CustomDerivatives(compiler, all);
  }

  private static Stream<TypeElement> classes(AnnotationMirror annotation) {
    return annotation.getElementValues().values().stream()
        .map(AnnotationValue::getValue)
        .filter(List.class::isInstance)
        .flatMap(list -> ((List<?>) list).stream())
        .map(v -> ((AnnotationValue) v).getValue())
        .filter(DeclaredType.class::isInstance)
        .map(t -> (TypeElement) ((DeclaredType) t).asElement());
  }

  /** What is wrong with the declarations. */
  public List<Blame> blames() {
    return List.copyOf(blames);
  }

  private void add(CustomDerivative derivative) {
    if (derivative instanceof CustomDerivative.Invalid invalid) {
      blames.add(invalid.blame());
    } else if (derivative instanceof CustomDerivative.Unresolved u) {
      unresolved.add(u);
    } else if (derivative instanceof CustomDerivative.Valid v) {
      conflict(v).ifPresent(p -> blames.add(new Blame(p, v.method())));
      Callee key = v.form().method();
      valid.computeIfAbsent(key, k -> new LinkedHashMap<>()).putIfAbsent(v.form().kind(), v);
    }
  }

  private Optional<Problem> conflict(CustomDerivative.Valid added) {
    for (CustomDerivative.Valid other :
        valid.getOrDefault(added.form().method(), Map.of()).values()) {
      String first = Callees.describe(other.method());
      if (other.form().kind() == added.form().kind()) {
        String words = "@" + added.form().kind().word();
        return Optional.of(
            new Problem.TwoDerivatives(Callees.describe(added.primal()), words, first));
      }
      if (!other.form().active().equals(added.form().active())) {
        DerivativeForm form =
            new DerivativeForm(
                added.form().kind(),
                added.form().method(),
                added.form().declared(),
                added.form().names(),
                other.form().active());
        String name = added.method().getSimpleName().toString();
        return Optional.of(
            new Problem.WrongSignature(
                Callees.describe(added.method()),
                "other parameters are @Constant than those of " + first,
                "  " + form.text(name)));
      }
    }
    return Optional.empty();
  }

  /**
   * What is known of a method.
   *
   * @param callee how generated code calls it
   * @param derivative empty where there is an obstacle to it
   * @param obstacle why generated code cannot call it, or its derivatives
   */
  record Found(Callee callee, Optional<LinkedDerivative> derivative, Optional<Problem> obstacle) {}

  /** The derivatives of {@code method} for a class in the package {@code packageName}. */
  Optional<Found> find(Callee method, String packageName) {
    Map<Kind, CustomDerivative.Valid> kinds = valid.get(method);
    if (kinds == null) {
      return Optional.empty();
    }
    Optional<Callee> vjp =
        Optional.ofNullable(kinds.get(Kind.VJP)).map(CustomDerivative.Valid::callee);
    Optional<Callee> jvp =
        Optional.ofNullable(kinds.get(Kind.JVP)).map(CustomDerivative.Valid::callee);
    List<Boolean> active = kinds.values().iterator().next().form().active();
    LinkedDerivative derivative = new LinkedDerivative(active, vjp, jvp);
    Optional<Problem> obstacle =
        kinds.values().stream().flatMap(v -> hidden(v, packageName).stream()).findFirst();
    return Optional.of(new Found(method, Optional.of(derivative), obstacle));
  }

  private static Optional<Problem> hidden(CustomDerivative.Valid v, String packageName) {
    if (!Visibility.isVisible(v.primal(), packageName)) {
      return Optional.of(new Problem.PrivateState("method " + Callees.describe(v.primal())));
    }
    boolean isVisible =
        Visibility.isVisible(v.method(), packageName)
            && Visibility.isVisible(v.method().getReturnType(), packageName);
    return isVisible
        ? Optional.empty()
        : Optional.of(new Problem.PrivateState("derivative " + Callees.describe(v.method())));
  }

  /** The words of a derivative of {@code method} that has a type which does not exist yet. */
  Optional<String> awaited(Callee method) {
    return unresolved.stream()
        .filter(u -> u.owner().equals(method.owner()) && u.name().equals(method.name()))
        .map(CustomDerivative.Unresolved::words)
        .findFirst();
  }
}
