package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * How a custom derivative has to be declared.
 *
 * @param method the method that it is for
 * @param declared the types of the method's parameters as they are declared: boxes are boxes
 * @param names of the parameters
 * @param active for each parameter whether there is a derivative by it
 */
record DerivativeForm(
    Kind kind, Callee method, List<Type> declared, List<String> names, List<Boolean> active) {

  DerivativeForm {
    declared = List.copyOf(declared);
    names = List.copyOf(names);
    active = List.copyOf(active);
  }

  /** Reverse or forward mode. */
  enum Kind {
    VJP("Vjp", SignatureReader.VJP),
    JVP("Jvp", SignatureReader.JVP);

    private final String word;
    private final String annotation;

    Kind(String word, String annotation) {
      this.word = word;
      this.annotation = annotation;
    }

    /** The simple name of the annotation, and the end of the names of generated operations. */
    String word() {
      return word;
    }

    /** The qualified name of the annotation. */
    String annotation() {
      return annotation;
    }
  }

  /**
   * The form of a derivative of {@code method}, which returns something.
   *
   * @param constant for each parameter whether it is to be held constant
   */
  static DerivativeForm of(Kind kind, ExecutableElement method, List<Boolean> constant) {
    Callee callee = callee(method);
    List<Type> declared = new ArrayList<>();
    List<String> names = new ArrayList<>();
    if (callee.isOnObject()) {
      declared.add(callee.parameters().get(0));
      names.add(Receivers.NAME);
    }
    for (var p : method.getParameters()) {
      declared.add(TypeReader.type(p.asType()));
      names.add(p.getSimpleName().toString());
    }
    return of(kind, callee, declared, names, constant);
  }

  /**
   * The same for a method of which no more is known than how it is called.
   *
   * @param names of the parameters, or something that begins with {@code arg}
   */
  static DerivativeForm of(
      Kind kind, Callee method, List<Type> declared, List<String> names, List<Boolean> constant) {
    List<String> better = new ArrayList<>();
    List<Boolean> active = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      better.add(name(names.get(i), i, declared.size()));
      active.add(
          method.parameters().get(i).isDifferentiable()
              && !(i < constant.size() && constant.get(i)));
    }
    return new DerivativeForm(kind, method, declared, better, active);
  }

  /** A class file may not know the names of parameters. */
  private static String name(String declared, int index, int count) {
    if (!declared.matches("arg\\d+")) {
      return declared;
    }
    return count == 1 ? "x" : count > 20 ? declared : String.valueOf((char) ('a' + index));
  }

  /** How generated code calls {@code method}, and the key under which its derivatives are kept. */
  static Callee callee(ExecutableElement method) {
    Callee plain = Callees.of(method);
    return new Callee(
        plain.owner(),
        plain.name(),
        plain.parameters(),
        plain.result(),
        Receivers.has(method),
        plain.exceptions());
  }

  /** Whether there is anything to differentiate by. */
  boolean hasActive() {
    return active.contains(true);
  }

  /** The types of the derivative's parameters. */
  List<Type> parameters() {
    List<Type> types = new ArrayList<>(declared);
    if (kind == Kind.VJP) {
      types.add(result());
    } else {
      types.addAll(activeTypes());
    }
    return types;
  }

  /** The type of what the method returns, and of the seed. */
  Type result() {
    return method.result().orElseThrow();
  }

  private List<Type> activeTypes() {
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        types.add(method.parameters().get(i));
      }
    }
    return types;
  }

  /** Whether the derivative may return a value of that type. */
  boolean returns(TypeMirror mirror) {
    List<Type> types = activeTypes();
    if (kind == Kind.JVP || types.size() == 1) {
      return Callees.parameter(mirror).equals(kind == Kind.JVP ? result() : types.get(0));
    }
    Type found = DerivativeLinker.result(mirror);
    if (found instanceof Type.RecordOf record) {
      return record.components().stream().map(Type.Component::type).toList().equals(types);
    }
    return found.equals(new Type.Array(Type.Primitive.DOUBLE))
        && types.stream().allMatch(Type::isReal);
  }

  /** What a derivative of that name has to look like, in words of Java. */
  String text(String name) {
    return head(name) + record().map(r -> ", with " + r).orElse("");
  }

  /** The declaration of a derivative of that name, without its body. */
  String head(String name) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      boolean isHeld = !active.get(i) && method.parameters().get(i).isDifferentiable();
      String constant = isHeld ? "@Constant " : "";
      parameters.add(constant + TypeText.of(declared.get(i)) + " " + names.get(i));
    }
    if (kind == Kind.VJP) {
      parameters.add(TypeText.of(result()) + " " + (names.contains("v") ? "seed" : "v"));
    } else {
      for (int i = 0; i < declared.size(); i++) {
        if (active.get(i)) {
          parameters.add(TypeText.of(method.parameters().get(i)) + " " + names.get(i) + "Dot");
        }
      }
    }
    return "static " + resultText() + " " + name + "(" + String.join(", ", parameters) + ")";
  }

  private String resultText() {
    List<Type> types = activeTypes();
    if (kind == Kind.JVP || types.size() == 1) {
      return TypeText.of(kind == Kind.JVP ? result() : types.get(0));
    }
    return types.stream().allMatch(Type::isReal) ? "double[]" : recordName();
  }

  private String recordName() {
    return method.name().substring(0, 1).toUpperCase(Locale.ROOT)
        + method.name().substring(1)
        + "Gradient";
  }

  /** The declaration of the record that it returns, if it returns one. */
  Optional<String> record() {
    if (!resultText().equals(recordName())) {
      return Optional.empty();
    }
    List<String> components = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        components.add(TypeText.of(method.parameters().get(i)) + " " + names.get(i));
      }
    }
    return Optional.of("record " + recordName() + "(" + String.join(", ", components) + ") {}");
  }
}
