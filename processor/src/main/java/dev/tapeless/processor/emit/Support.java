package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.tapeless.processor.ir.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The private methods that generated code needs for arrays that may be null or have rows, each
 * written only when something calls it.
 */
final class Support {

  private final TypeNames types;
  private final Set<String> taken;
  private final Map<String, MethodSpec> methods = new LinkedHashMap<>();
  private final PrivateFields fields;

  /**
   * No methods yet.
   *
   * @param taken the names that the generated class uses for other methods
   */
  Support(TypeNames types, Set<String> taken) {
    this.types = types;
    this.taken = Set.copyOf(taken);
    this.fields = new PrivateFields(types);
  }

  /** The handles of private fields. */
  PrivateFields fields() {
    return fields;
  }

  /** The methods that have been asked for. */
  List<MethodSpec> methods() {
    return methods.values().stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
  }

  /** The name of the method that makes zeros in the shape of an array of this type. */
  String zerosLike(Type.Array type) {
    String name = name("zerosLike");
    if (isNew(name, type)) {
      String rows = type.rank() > 1 ? zerosLike((Type.Array) type.element()) : "";
      CodeBlock body =
          type.rank() == 1
              ? CodeBlock.of(
                  "return array == null ? null : new $T[array.length];\n", types.of(type.element()))
              : copying(type, "zeros", rows);
      put(name, type, "Zeros in the shape of {@code array}; null for null.", body);
    }
    return name;
  }

  /** The name of the method that copies an array of this type with its rows. */
  String copyOf(Type.Array type) {
    String name = name("copyOf");
    if (isNew(name, type)) {
      String rows = type.rank() > 1 ? copyOf((Type.Array) type.element()) : "";
      CodeBlock body =
          type.rank() == 1
              ? CodeBlock.of("return array == null ? null : array.clone();\n")
              : copying(type, "copy", rows);
      put(name, type, "A copy of {@code array} that shares no row with it; null for null.", body);
    }
    return name;
  }

  /** The name of the method that sets all elements of an array of this type to zero. */
  String clear(Type.Array type) {
    String name = name("clear");
    if (isNew(name, type)) {
      CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("if (array != null)");
      if (type.rank() == 1) {
        body.addStatement("$T.fill(array, 0)", java.util.Arrays.class);
      } else {
        String rows = clear((Type.Array) type.element());
        body.beginControlFlow("for ($T row : array)", types.of(type.element()));
        body.addStatement("$L(row)", rows).endControlFlow();
      }
      MethodSpec.Builder method = method(name, "Sets all elements of {@code array} to zero.");
      method.addParameter(types.of(type), "array").addCode(body.endControlFlow().build());
      methods.put(key(name, type), method.build());
    }
    return name;
  }

  /** The name of the method that demands two arrays of this type to have one shape. */
  String requireSameShape(Type.Array type) {
    String name = name("requireSameShape");
    if (isNew(name, type)) {
      CodeBlock.Builder body = CodeBlock.builder();
      body.beginControlFlow("if (expected == null)").addStatement("return").endControlFlow();
      body.beginControlFlow("if (actual == null)");
      refuse(
          body,
          NullPointerException.class,
          "name + $S + expected.length + $S + expectedName",
          " is null but needs length ",
          ", that of ");
      body.endControlFlow();
      body.beginControlFlow("if (actual.length != expected.length)");
      refuse(
          body,
          IllegalArgumentException.class,
          "name + $S + actual.length + $S + expected.length + $S + expectedName",
          " has length ",
          " but needs length ",
          ", that of ");
      body.endControlFlow();
      if (type.rank() > 1) {
        String rows = requireSameShape((Type.Array) type.element());
        body.beginControlFlow("for (int i = 0; i < expected.length; i++)");
        body.add("$L", Marks.OPEN_FLUSH);
        List<CodeBlock> arguments =
            List.of(
                CodeBlock.of("actual[i]"),
                CodeBlock.of("name + \"[\" + i + \"]\""),
                CodeBlock.of("expected[i]"),
                CodeBlock.of("expectedName + \"[\" + i + \"]\""));
        body.add("$L$L$L;\n", rows, Marks.listed("(", arguments, ")"), Marks.CLOSE);
        body.endControlFlow();
      }
      MethodSpec.Builder method =
          method(
              name,
              "Demands that {@code actual} has the shape of {@code expected}, unless that is"
                  + " null.");
      method.addParameter(types.of(type), "actual").addParameter(String.class, "name");
      method.addParameter(types.of(type), "expected").addParameter(String.class, "expectedName");
      methods.put(key(name, type), method.addCode(body.build()).build());
    }
    return name;
  }

  /** The name of the method that demands two arrays to be different ones. */
  String requireDistinct() {
    String name = name("requireDistinct");
    if (!methods.containsKey(name)) {
      CodeBlock.Builder body = CodeBlock.builder();
      body.beginControlFlow("if (first != null && first == second)");
      refuse(
          body,
          IllegalArgumentException.class,
          "firstName + $S + secondName + $S",
          " and ",
          " must not be the same array");
      body.endControlFlow();
      body.beginControlFlow("if (first instanceof Object[] rows)");
      body.beginControlFlow("for (Object row : rows)");
      body.addStatement("$N(row, firstName, second, secondName)", name);
      body.endControlFlow();
      body.nextControlFlow("else if (second instanceof Object[] rows)");
      body.beginControlFlow("for (Object row : rows)");
      body.addStatement("$N(first, firstName, row, secondName)", name);
      body.endControlFlow();
      body.endControlFlow();
      MethodSpec.Builder method =
          method(
              name,
              "Demands that two arrays, if not null, are not the same one, and share no row.");
      method.addParameter(Object.class, "first").addParameter(String.class, "firstName");
      method.addParameter(Object.class, "second").addParameter(String.class, "secondName");
      methods.put(name, method.addCode(body.build()).build());
    }
    return name;
  }

  private static void refuse(
      CodeBlock.Builder body, Class<?> exception, String message, Object... texts) {
    CodeBlock breakable = CodeBlock.of(message.replace(" + ", Marks.SPACE + "+ "), texts);
    body.add(
        "throw new $T($L$L$L);\n",
        exception,
        Marks.OPEN,
        CodeBlock.of("$L$L", Marks.CUT, Marks.group(breakable)),
        Marks.CLOSE);
  }

  private CodeBlock copying(Type.Array type, String result, String rows) {
    CodeBlock.Builder body = CodeBlock.builder();
    body.beginControlFlow("if (array == null)").addStatement("return null").endControlFlow();
    TypeName innermost = types.of(type.innermost());
    body.addStatement(
        "$T $L = new $T[array.length]$L",
        types.of(type),
        result,
        innermost,
        "[]".repeat(type.rank() - 1));
    body.beginControlFlow("for (int i = 0; i < array.length; i++)");
    body.addStatement("$L[i] = $L(array[i])", result, rows).endControlFlow();
    return body.addStatement("return $L", result).build();
  }

  private void put(String name, Type.Array type, String javadoc, CodeBlock body) {
    MethodSpec.Builder method = method(name, javadoc).returns(types.of(type));
    methods.put(
        key(name, type), method.addParameter(types.of(type), "array").addCode(body).build());
  }

  private static MethodSpec.Builder method(String name, String javadoc) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addJavadoc("$L\n", javadoc);
  }

  private boolean isNew(String name, Type type) {
    return !methods.containsKey(key(name, type));
  }

  private String key(String name, Type type) {
    return name + " " + types.of(type);
  }

  private String name(String wanted) {
    String name = wanted;
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }
}
