package dev.tapeless.processor.dual;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import dev.tapeless.processor.dual.Values.Callable;
import dev.tapeless.processor.dual.Values.Instance;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Calls methods of the program, of function objects, and those of the JDK that are known. */
final class Calls {

  private static final List<String> WITH_DERIVATIVE =
      List.of("java.lang.Math", "java.lang.StrictMath");

  private final Source source;

  Calls(Source source) {
    this.source = source;
  }

  static boolean isStatic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }

  Object call(ExecutableElement method, Object self, Object... arguments) {
    String name = method.getSimpleName().toString();
    if (self instanceof Callable function) {
      return function.body().apply(arguments);
    }
    if (self instanceof Object[] array && name.equals("clone")) {
      return array.clone();
    }
    Optional<MethodTree> body = source.method(method).filter(m -> m.getBody() != null);
    if (body.isPresent()) {
      return run(body.get(), self, arguments);
    }
    if (self instanceof Instance instance && arguments.length == 0) {
      return instance.fields().get(name);
    }
    return library(method.getEnclosingElement().toString(), name, arguments);
  }

  private Object run(MethodTree method, Object self, Object... arguments) {
    Frame frame = Frame.of(self);
    ExecutableElement element = (ExecutableElement) source.element(method);
    for (int i = 0; i < arguments.length; i++) {
      VariableElement parameter = element.getParameters().get(i);
      Object value = Values.convert(arguments[i], parameter.asType());
      frame.variables().put(source.element(method.getParameters().get(i)), value);
    }
    return Values.convert(run(method.getBody(), frame), element.getReturnType());
  }

  /** What a body returns. */
  Object run(BlockTree body, Frame frame) {
    Expressions expressions = new Expressions(source, this, frame);
    try {
      new Statements(expressions, source, frame).run(body);
      return null;
    } catch (Jump jump) {
      if (jump.kind() == Jump.Kind.RETURN) {
        return jump.value();
      }
      throw jump;
    }
  }

  /** An object whose fields, in order, are the arguments of its only constructor. */
  Object construct(ExecutableElement constructor, Object... arguments) {
    Element type = constructor.getEnclosingElement();
    Instance made = Instance.of(type);
    Optional<ClassTree> declared = source.classOf(type);
    if (declared.isEmpty()) {
      return made;
    }
    List<Element> fields = source.fields(declared.get());
    for (int i = 0; i < arguments.length; i++) {
      Element field = fields.get(i);
      made.fields()
          .put(field.getSimpleName().toString(), Values.convert(arguments[i], field.asType()));
    }
    return made;
  }

  private static Object library(String owner, String name, Object... arguments) {
    if (WITH_DERIVATIVE.contains(owner)) {
      return math(owner, name, arguments);
    }
    return switch (name) {
      case "arraycopy" -> copied(arguments);
      case "copyOf" -> Arrays.copyOf((Object[]) arguments[0], (int) arguments[1]);
      case "copyOfRange" ->
          Arrays.copyOfRange((Object[]) arguments[0], (int) arguments[1], (int) arguments[2]);
      case "fill" -> filled(arguments);
      case "sort" -> sorted((Object[]) arguments[0]);
      default -> throw new UnsupportedOperationException(owner + "." + name);
    };
  }

  private static Object math(String owner, String name, Object... arguments) {
    if (Arrays.stream(arguments).allMatch(a -> a instanceof Integer)) {
      int a = (int) arguments[0];
      int b = arguments.length > 1 ? (int) arguments[1] : 0;
      return switch (name) {
        case "floorMod" -> Math.floorMod(a, b);
        case "max" -> Math.max(a, b);
        case "min" -> Math.min(a, b);
        case "abs" -> Math.abs(a);
        default -> throw new UnsupportedOperationException("int " + name);
      };
    }
    Real[] reals = Arrays.stream(arguments).map(Values::real).toArray(Real[]::new);
    Real result = Functions.call(name, reals);
    return owner.equals("java.lang.StrictMath") ? strict(name, result, reals) : result;
  }

  /** Its values may differ from those of {@code Math} in the last place. */
  private static Real strict(String name, Real result, Real... arguments) {
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, double.class);
    try {
      Object value =
          StrictMath.class
              .getMethod(name, types)
              .invoke(null, Arrays.stream(arguments).map(Real::value).toArray());
      return new Real((double) value, result.isFloat(), result.slopes());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object copied(Object... x) {
    System.arraycopy(x[0], (int) x[1], x[2], (int) x[3], (int) x[4]);
    return null;
  }

  private static Object filled(Object... x) {
    Arrays.fill((Object[]) x[0], (int) x[1], (int) x[2], x[3]);
    return null;
  }

  private static Object sorted(Object... array) {
    Arrays.sort(array, Comparator.comparingDouble(e -> Values.real(e).value()));
    return null;
  }
}
