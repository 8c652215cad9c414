package dev.tapeless.processor.frontend;

import dev.tapeless.processor.frontend.Signature.Blame;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Problem.NoActiveParameter;
import dev.tapeless.processor.problems.Problem.NoActiveResult;
import dev.tapeless.processor.problems.Problem.NoBody;
import dev.tapeless.processor.problems.Problem.NoSuchOrder;
import dev.tapeless.processor.problems.Problem.NotSupportedYet;
import dev.tapeless.processor.problems.Problem.PrivateMethod;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Reads the declaration of an annotated method, and says what of it stands in the way of a
 * derivative.
 */
public final class SignatureReader {

  /** The annotation that asks for derivatives. */
  public static final String DIFFERENTIABLE = "dev.tapeless.Differentiable";

  /** The annotation of parameters that derivatives are not taken by. */
  public static final String CONSTANT = "dev.tapeless.Constant";

  /** The annotation on generated operations of methods that write into their arguments. */
  public static final String WRITES_ARGUMENTS = "dev.tapeless.WritesArguments";

  public static final String GENERATED = "dev.tapeless.GeneratedDerivatives";

  /** The annotation of derivatives of other methods that are written by hand, in reverse mode. */
  public static final String VJP = "dev.tapeless.Vjp";

  /** The same in forward mode. */
  public static final String JVP = "dev.tapeless.Jvp";

  /** The annotation that names classes with such derivatives. */
  public static final String USE_DERIVATIVES = "dev.tapeless.UseDerivatives";

  private final ExecutableElement method;
  private final String words;
  private final List<Blame> blames = new ArrayList<>();

  private SignatureReader(ExecutableElement method) {
    this.method = method;
    this.words = Callees.describe(method);
  }

  /** The methods of {@code type} itself that ask for derivatives, in source order. */
  public static List<ExecutableElement> annotatedMethods(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(SignatureReader::isAnnotated)
        .toList();
  }

  /** Whether {@code method} asks for derivatives. */
  static boolean isAnnotated(ExecutableElement method) {
    return annotation(method, DIFFERENTIABLE).isPresent();
  }

  /** What the declaration of {@code method} says. */
  public static Signature read(ExecutableElement method) {
    SignatureReader reader = new SignatureReader(method);
    if (reader.types().anyMatch(SignatureReader::isUnresolved)) {
      return new Signature.Unresolved();
    }
    MethodSignature signature = reader.signature();
    reader.checkMethod();
    reader.checkTypes(signature);
    return reader.blames.isEmpty()
        ? new Signature.Valid(signature)
        : new Signature.Invalid(reader.blames);
  }

  /** The indexes of the parameters that are marked as constant, but would be so anyway. */
  public static List<Integer> needlessConstants(ExecutableElement method) {
    List<? extends VariableElement> parameters = method.getParameters();
    return IntStream.range(0, parameters.size())
        .filter(i -> annotation(parameters.get(i), CONSTANT).isPresent())
        .filter(i -> !TypeReader.type(parameters.get(i).asType()).isDifferentiable())
        .boxed()
        .toList();
  }

  /** The method in words, as messages name it: {@code Model.load(double)}. */
  public static String describe(ExecutableElement method) {
    return Callees.describe(method);
  }

  /** The type in words. */
  public static String describe(TypeMirror type) {
    return TypeReader.describe(type);
  }

  private Stream<TypeMirror> types() {
    return Stream.concat(
        Stream.of(method.getReturnType()), method.getParameters().stream().map(Element::asType));
  }

  static boolean isUnresolved(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR
        || type instanceof ArrayType array && isUnresolved(array.getComponentType());
  }

  private MethodSignature signature() {
    List<TypeElement> owners = owners();
    boolean ownerIsPublic = owners.stream().allMatch(o -> has(o, Modifier.PUBLIC));
    return new MethodSignature(
        packageName(),
        owners.stream().map(o -> o.getSimpleName().toString()).toList(),
        method.getSimpleName().toString(),
        ownerIsPublic && has(method, Modifier.PUBLIC),
        ownerIsPublic,
        parameters(),
        method.getReturnType().getKind() == TypeKind.VOID
            ? Optional.empty()
            : Optional.of(Callees.parameter(method.getReturnType())),
        Exceptions.types(method.getThrownTypes()),
        order(),
        check(),
        Receivers.has(method));
  }

  /** The enclosing classes, outermost first. */
  private List<TypeElement> owners() {
    LinkedList<TypeElement> owners = new LinkedList<>();
    for (Element e = method.getEnclosingElement();
        e instanceof TypeElement type;
        e = e.getEnclosingElement()) {
      owners.addFirst(type);
    }
    return owners;
  }

  private String packageName() {
    Element e = method;
    while (!(e instanceof PackageElement)) {
      e = e.getEnclosingElement();
    }
    return ((PackageElement) e).getQualifiedName().toString();
  }

  private List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    if (Receivers.has(method)) {
      Var self = new Var(0, Receivers.NAME, Receivers.type(method));
      parameters.add(new Parameter(self, self.type().isDifferentiable()));
    }
    for (VariableElement p : method.getParameters()) {
      Type type = Callees.parameter(p, Map.of());
      boolean isBox = Boxes.isReal(p.asType());
      boolean active = type.isDifferentiable() && !isBox && annotation(p, CONSTANT).isEmpty();
      Var variable = new Var(parameters.size(), p.getSimpleName().toString(), type);
      parameters.add(new Parameter(variable, active));
    }
    return parameters;
  }

  private int order() {
    return wish("order") instanceof Integer order ? order : 1;
  }

  private boolean check() {
    return Boolean.TRUE.equals(wish("check"));
  }

  /** What the annotation says of that name; {@code false} if nothing. */
  private Object wish(String name) {
    return annotation(method, DIFFERENTIABLE).stream()
        .flatMap(a -> a.getElementValues().entrySet().stream())
        .filter(e -> e.getKey().getSimpleName().contentEquals(name))
        .map(e -> e.getValue().getValue())
        .findFirst()
        .orElse(false);
  }

  private void checkMethod() {
    if (has(method, Modifier.ABSTRACT)) {
      blame(new NoBody(words, "abstract"));
    } else if (has(method, Modifier.NATIVE)) {
      blame(new NoBody(words, "native"));
    } else if (!TypeReader.isReadable(signatureTypeOfReceiver())) {
      blame(
          new NotSupportedYet(
              "an instance method of a record with type parameters",
              "make the method static, with what it reads as parameters"));
    }
    if (has(method, Modifier.PRIVATE)
        || owners().stream().anyMatch(o -> has(o, Modifier.PRIVATE))) {
      blame(new PrivateMethod(words));
    }
    if (!method.getTypeParameters().isEmpty()) {
      blame(new NotSupportedYet("a generic method", "leave out the type parameters"));
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (!Visibility.isVisible(thrown, packageName())) {
        blame(new Problem.PrivateState("class " + TypeReader.describe(thrown)));
      }
    }
  }

  private Type signatureTypeOfReceiver() {
    return Receivers.has(method) ? Receivers.type(method) : Type.Primitive.INT;
  }

  private void checkTypes(MethodSignature signature) {
    int receivers = Receivers.has(method) ? 1 : 0;
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      if (!TypeReader.isReadable(signature.parameters().get(i + receivers).variable().type())) {
        String type = TypeReader.describe(parameter.asType());
        blame(
            parameter,
            new NotSupportedYet(
                "a parameter of type " + type, "pass primitive values and arrays of them"));
      } else if (!Visibility.isVisible(parameter.asType(), packageName())) {
        String type = "class " + TypeReader.describe(parameter.asType());
        blame(parameter, new Problem.PrivateState(type));
      }
    }
    if (!Visibility.isVisible(method.getReturnType(), packageName())) {
      blame(new Problem.PrivateState("class " + TypeReader.describe(method.getReturnType())));
    }
    if (signature.parameters().stream().noneMatch(Parameter::active)) {
      blame(new NoActiveParameter(words));
    }
    if (signature.result().isPresent() && !signature.result().get().isDifferentiable()) {
      blame(new NoActiveResult(words, TypeReader.describe(method.getReturnType())));
    }
    if (signature.check() && signature.result().filter(Type::isReal).isEmpty()) {
      blame(
          new NotSupportedYet(
              "check = true of a method whose result is no number",
              "leave it out, or differentiate a method that returns a number, such as a sum of the"
                  + " results"));
    }
    checkOrder(signature);
  }

  private void checkOrder(MethodSignature signature) {
    if (signature.order() != 1 && signature.order() != 2) {
      blame(new NoSuchOrder(signature.order()));
    } else if (signature.order() == 2 && signature.result().filter(Type::isReal).isEmpty()) {
      blame(
          new NotSupportedYet(
              "order = 2 for a method that returns " + TypeReader.describe(method.getReturnType()),
              "return one number, or leave it out for first derivatives"));
    }
  }

  private void blame(Problem problem) {
    blame(method, problem);
  }

  private void blame(Element element, Problem problem) {
    blames.add(new Blame(problem, element));
  }

  private static boolean has(Element element, Modifier modifier) {
    return element.getModifiers().contains(modifier);
  }

  static Optional<AnnotationMirror> annotation(Element element, String qualifiedName) {
    return element.getAnnotationMirrors().stream()
        .<AnnotationMirror>map(a -> a)
        .filter(a -> isNamed(a.getAnnotationType(), qualifiedName))
        .findFirst();
  }

  private static boolean isNamed(DeclaredType type, String qualifiedName) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(qualifiedName);
  }
}
