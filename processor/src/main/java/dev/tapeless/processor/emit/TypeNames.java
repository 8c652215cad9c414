package dev.tapeless.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.tapeless.processor.contract.GeneratedClass;
import dev.tapeless.processor.ir.LocalClass;
import dev.tapeless.processor.ir.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The Java names of types.
 *
 * <p>The IR has canonical names, which do not say where the package ends. The annotated class and
 * the records of the generated class are known. In the package of the generated class a capital
 * letter begins the class; of any other name only the last part is taken for the class, which gives
 * {@code import a.b.Outer.Inner}: right whatever {@code Outer} is.
 */
final class TypeNames implements Type.Visitor<TypeName> {

  private static final String RUNTIME = "dev.tapeless.runtime";

  private final ClassName generated;
  private final String packageName;
  private final List<String> userNesting;
  private final Set<String> ownRecords = new HashSet<>();
  private final Set<String> ownStates = new HashSet<>();
  private final List<LocalClass> locals;

  TypeNames(GeneratedClass generatedClass) {
    packageName = generatedClass.packageName();
    generated = ClassName.get(packageName, generatedClass.name());
    userNesting = Arrays.asList(generatedClass.userClass().split("\\."));
    locals = generatedClass.classes();
    generatedClass.records().forEach(r -> ownRecords.add(r.name()));
    generatedClass.states().forEach(s -> ownStates.add(s.name()));
    generatedClass.companions().stream()
        .flatMap(f -> f.callee().result().stream())
        .filter(t -> t instanceof Type.RecordOf r && r.name().indexOf('.') < 0)
        .forEach(t -> ownRecords.add(((Type.RecordOf) t).name()));
  }

  TypeName of(Type type) {
    return type.accept(this);
  }

  /** The type without type arguments. */
  TypeName erased(Type type) {
    if (type instanceof Type.Array array) {
      return ArrayTypeName.of(erased(array.element()));
    }
    return type instanceof Type.Reference reference ? named(reference.name()) : of(type);
  }

  /** The class of a canonical name. */
  ClassName named(String canonical) {
    for (LocalClass local : locals) {
      if ((canonical + ".").startsWith(local.name() + ".")) {
        int home = local.name().length() - local.simpleName().length();
        return nested(packageName, generated.simpleName() + "." + canonical.substring(home));
      }
    }
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    if (canonical.startsWith(prefix)) {
      String rest = canonical.substring(prefix.length());
      String user = String.join(".", userNesting);
      boolean isUsers = rest.equals(user) || rest.startsWith(user + ".");
      if (isUsers || Character.isUpperCase(rest.charAt(0))) {
        return nested(packageName, rest);
      }
    }
    int dot = canonical.lastIndexOf('.');
    return ClassName.get(dot < 0 ? "" : canonical.substring(0, dot), canonical.substring(dot + 1));
  }

  /** The class of stacks of arrays, without its type argument. */
  ClassName rawStack() {
    return ClassName.get(RUNTIME, "ObjectStack");
  }

  /** Whether {@code type} is declared by the generated class itself. */
  boolean isOwn(Type.RecordOf type) {
    return ownRecords.contains(type.name());
  }

  private static ClassName nested(String packageName, String names) {
    String[] parts = names.split("\\.");
    return ClassName.get(packageName, parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  @Override
  public TypeName primitive(Type.Primitive type) {
    return switch (type) {
      case BOOLEAN -> TypeName.BOOLEAN;
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case CHAR -> TypeName.CHAR;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }

  @Override
  public TypeName array(Type.Array type) {
    return ArrayTypeName.of(of(type.element()));
  }

  @Override
  public TypeName record(Type.RecordOf type) {
    return ownRecords.contains(type.name())
        ? generated.nestedClass(type.name())
        : named(type.name());
  }

  @Override
  public TypeName stack(Type.Stack type) {
    if (!(type.element() instanceof Type.Primitive element)) {
      return ParameterizedTypeName.get(rawStack(), of(type.element()));
    }
    String name =
        switch (element) {
          case BOOLEAN -> "BooleanStack";
          case BYTE, SHORT, CHAR, INT -> "IntStack";
          case LONG -> "LongStack";
          case FLOAT -> "FloatStack";
          case DOUBLE -> "DoubleStack";
        };
    return ClassName.get(RUNTIME, name);
  }

  @Override
  public TypeName reference(Type.Reference type) {
    ClassName raw =
        ownStates.contains(type.name()) ? generated.nestedClass(type.name()) : named(type.name());
    TypeName[] arguments = type.arguments().stream().map(this::of).toArray(TypeName[]::new);
    return arguments.length == 0 ? raw : ParameterizedTypeName.get(raw, arguments);
  }

  @Override
  public TypeName wildcard(Type.Wildcard type) {
    return type.isUpper()
        ? WildcardTypeName.subtypeOf(of(type.bound()))
        : WildcardTypeName.supertypeOf(of(type.bound()));
  }
}
