package dev.tapeless.processor.frontend;

import dev.tapeless.processor.frontend.DerivativeForm.Kind;
import dev.tapeless.processor.frontend.Signature.Blame;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the declaration of one custom derivative, and finds the method that it is for. */
final class CustomReader {

  private final ExecutableElement method;
  private final Kind kind;
  private final String name;
  private final Object type;

  private CustomReader(ExecutableElement method, Kind kind, AnnotationMirror annotation) {
    this.method = method;
    this.kind = kind;
    this.name = value(annotation, "method").map(Object::toString).orElse("");
    this.type = value(annotation, "of").orElse("");
  }

  /** The custom derivatives that {@code owner} declares, in source order. */
  static List<CustomDerivative> in(TypeElement owner, Elements elements) {
    List<CustomDerivative> found = new ArrayList<>();
    for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      for (Kind kind : Kind.values()) {
        SignatureReader.annotation(method, kind.annotation())
            .flatMap(a -> new CustomReader(method, kind, a).read(elements))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Object> value(AnnotationMirror annotation, String name) {
    return annotation.getElementValues().entrySet().stream()
        .filter(e -> e.getKey().getSimpleName().contentEquals(name))
        .map(Map.Entry::getValue)
        .map(AnnotationValue::getValue)
        .findFirst();
  }

  /** Empty where the compiler itself has something to say about the annotation. */
  private Optional<CustomDerivative> read(Elements elements) {
    if (!(type instanceof TypeMirror mirror) || mirror.getKind() == TypeKind.ERROR) {
      return Optional.empty();
    }
    if (!(mirror instanceof DeclaredType declared)) {
      String words = TypeReader.describe(mirror);
      return Optional.of(
          blame(new Problem.NoSuchMethod(words + " is no class", "name the class of the method")));
    }
    TypeElement owner = (TypeElement) declared.asElement();
    if (isUnresolved()) {
      String ownerName = owner.getQualifiedName().toString();
      return Optional.of(
          new CustomDerivative.Unresolved(ownerName, name, Callees.describe(method)));
    }
    return Optional.of(notCallable().map(this::blame).orElseGet(() -> read(owner, elements)));
  }

  private boolean isUnresolved() {
    return Stream.concat(
            Stream.of(method.getReturnType()), method.getParameters().stream().map(Element::asType))
        .anyMatch(SignatureReader::isUnresolved);
  }

  private Optional<Problem> notCallable() {
    String words = Callees.describe(method);
    if (!FieldReader.isStatic(method)) {
      return Optional.of(new Problem.NotCallable(words, "is not static", "make it static"));
    }
    if (Visibility.isPrivate(method)) {
      return Optional.of(privateMethod(method));
    }
    if (!method.getTypeParameters().isEmpty()) {
      return Optional.of(
          new Problem.NotCallable(words, "has type parameters", "leave the type parameters out"));
    }
    if (!Exceptions.checked(method).isEmpty()) {
      return Optional.of(
          new Problem.NotCallable(
              words, "has checked exceptions", "throw unchecked exceptions only"));
    }
    return Optional.empty();
  }

  private static Problem privateMethod(ExecutableElement method) {
    return new Problem.NotCallable(
        Callees.describe(method),
        "is private",
        "make the method and its classes visible in their package");
  }

  private CustomDerivative blame(Problem problem) {
    return new CustomDerivative.Invalid(new Blame(problem, method));
  }

  private CustomDerivative read(TypeElement owner, Elements elements) {
    List<ExecutableElement> named =
        ElementFilter.methodsIn(elements.getAllMembers(owner)).stream()
            .filter(m -> m.getSimpleName().contentEquals(name))
            .toList();
    if (named.isEmpty()) {
      return blame(
          new Problem.NoSuchMethod(
              owner.getSimpleName() + " has no method " + name,
              "name a method of the class, and the class that has it"));
    }
    List<ExecutableElement> possible =
        named.stream().filter(m -> DerivableMethods.obstacle(m).isEmpty()).toList();
    if (possible.isEmpty()) {
      String reason = DerivableMethods.obstacle(named.get(0)).orElseThrow();
      return blame(
          new Problem.NoSuchMethod(
              "there is no derivative of " + Callees.describe(named.get(0)) + ", which " + reason,
              "name a method that takes and returns real numbers or arrays of them"));
    }
    List<ExecutableElement> fitting =
        possible.stream().filter(m -> form(m).parameters().equals(types())).toList();
    if (fitting.size() > 1) {
      String words = fitting.stream().map(Callees::describe).collect(Collectors.joining(" and "));
      return blame(
          new Problem.NoSuchMethod(
              "it cannot be told which of " + words + " is meant",
              "give one of them another name"));
    }
    return fitting.isEmpty() ? unfitting(possible) : fitting(fitting.get(0));
  }

  private CustomDerivative fitting(ExecutableElement primal) {
    DerivativeForm form = form(primal);
    if (!form.hasActive()) {
      return wrong("all parameters are @Constant", List.of(primal));
    }
    if (!form.returns(method.getReturnType())) {
      return wrong("it returns " + TypeReader.describe(method.getReturnType()), List.of(primal));
    }
    if (method.getReturnType() instanceof DeclaredType result
        && Visibility.isPrivate(result.asElement())) {
      return blame(
          new Problem.NotCallable(
              Callees.describe(method),
              "returns a private record",
              "make the record visible in its package"));
    }
    if (Visibility.isPrivate(primal)) {
      return blame(privateMethod(primal));
    }
    List<Type> parameters =
        method.getParameters().stream().map(p -> Callees.parameter(p.asType())).toList();
    Type record = DerivativeLinker.result(method.getReturnType());
    Type result =
        record instanceof Type.RecordOf ? record : Callees.parameter(method.getReturnType());
    Callee callee =
        new Callee(
            Callees.owner(method),
            method.getSimpleName().toString(),
            parameters,
            Optional.of(result));
    return new CustomDerivative.Valid(form, primal, method, callee);
  }

  private CustomDerivative unfitting(List<ExecutableElement> possible) {
    if (possible.size() > 1) {
      return wrong("its parameters fit no method " + name, possible);
    }
    List<Type> wanted = form(possible.get(0)).parameters();
    List<Type> found = types();
    int own = form(possible.get(0)).declared().size();
    for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
      if (!wanted.get(i).equals(found.get(i))) {
        String name = method.getParameters().get(i).getSimpleName().toString();
        String words = TypeReader.describe(method.getParameters().get(i).asType());
        return wrong("its parameter " + name + " is of type " + words, possible);
      }
    }
    if (found.size() > wanted.size()) {
      return wrong("it has too many parameters", possible);
    }
    String missing = kind == Kind.VJP ? "the seed is missing" : "a tangent is missing";
    return wrong(found.size() < own ? "it has too few parameters" : missing, possible);
  }

  private CustomDerivative wrong(String reason, List<ExecutableElement> possible) {
    String expected =
        possible.stream()
            .map(this::expected)
            .map(f -> "  " + f.text(method.getSimpleName().toString()))
            .collect(Collectors.joining("\nor\n"));
    return blame(new Problem.WrongSignature(Callees.describe(method), reason, expected));
  }

  /** The form with the parameters held constant that the derivative holds constant. */
  private DerivativeForm form(ExecutableElement primal) {
    List<Boolean> constant = method.getParameters().stream().map(MethodReader::isConstant).toList();
    return DerivativeForm.of(kind, primal, constant);
  }

  private DerivativeForm expected(ExecutableElement primal) {
    DerivativeForm form = form(primal);
    return form.hasActive() ? form : DerivativeForm.of(kind, primal, List.of());
  }

  private List<Type> types() {
    return method.getParameters().stream().map(p -> TypeReader.type(p.asType())).toList();
  }
}
