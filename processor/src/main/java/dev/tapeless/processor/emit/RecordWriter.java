package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.tapeless.processor.contract.ResultRecord;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the records of a generated class. */
final class RecordWriter {

  private final TypeNames types;

  RecordWriter(TypeNames types) {
    this.types = types;
  }

  /** A record that users get; arrays in it are compared and printed by their elements. */
  TypeSpec result(ResultRecord result, Modifier... visibility) {
    TypeSpec.Builder type =
        TypeSpec.recordBuilder(result.name())
            .addJavadoc("$L", result.javadoc().text())
            .addModifiers(visibility)
            .recordConstructor(constructor(result.components()));
    if (isByContent(result)) {
      type.addMethod(equality(result));
      type.addMethod(hash(result));
      type.addMethod(text(result));
    }
    return type.build();
  }

  /** A component that has the name of a class hides it. */
  private static boolean isByContent(ResultRecord result) {
    Set<String> classes = Set.of("Arrays", "Objects");
    return result.components().stream().anyMatch(c -> c.type() instanceof Type.Array)
        && result.components().stream().noneMatch(c -> classes.contains(c.name()));
  }

  /** The record in which a companion returns several values. */
  TypeSpec carrier(Type.RecordOf carrier) {
    return TypeSpec.recordBuilder(carrier.name())
        .addModifiers(Modifier.PRIVATE)
        .recordConstructor(constructor(carrier.components()))
        .build();
  }

  private MethodSpec constructor(List<Type.Component> components) {
    MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
    components.forEach(
        c -> constructor.addParameter(ParameterSpec.builder(types.of(c.type()), c.name()).build()));
    return constructor.build();
  }

  private static MethodSpec equality(ResultRecord result) {
    List<CodeBlock> same = new ArrayList<>();
    for (Type.Component c : result.components()) {
      Class<?> comparer = c.type() instanceof Type.Array ? Arrays.class : Objects.class;
      String method = c.type().rank() > 1 ? "deepEquals" : "equals";
      same.add(CodeBlock.of("$T.$L(this.$L, that.$L)", comparer, method, c.name(), c.name()));
    }
    CodeBlock instance = CodeBlock.of("other instanceof $L that", result.name());
    return method("equals", boolean.class)
        .addParameter(Object.class, "other")
        .addStatement("return $L", chain(instance, "&&", same))
        .build();
  }

  private static MethodSpec hash(ResultRecord result) {
    List<CodeBlock> hashes =
        result.components().stream().map(c -> content(c, "hashCode", "deepHashCode")).toList();
    return method("hashCode", int.class)
        .addStatement("return $T.hash$L", Objects.class, Marks.listed("(", hashes, ")"))
        .build();
  }

  private static MethodSpec text(ResultRecord result) {
    List<CodeBlock> components = new ArrayList<>();
    String before = result.name() + "[";
    for (Type.Component c : result.components()) {
      CodeBlock content = content(c, "toString", "deepToString");
      components.add(CodeBlock.of("$S + $L", before + c.name() + "=", content));
      before = ", ";
    }
    List<CodeBlock> rest = new ArrayList<>(components.subList(1, components.size()));
    rest.add(CodeBlock.of("$S", "]"));
    return method("toString", String.class)
        .addStatement("return $L", chain(components.get(0), "+", rest))
        .build();
  }

  /** A number or a record as it is, and what that method makes of an array. */
  private static CodeBlock content(Type.Component c, String flat, String deep) {
    return c.type() instanceof Type.Array
        ? CodeBlock.of("$T.$L($L)", Arrays.class, c.type().rank() > 1 ? deep : flat, c.name())
        : CodeBlock.of("$L", c.name());
  }

  private static CodeBlock chain(CodeBlock first, String operator, List<CodeBlock> rest) {
    CodeBlock.Builder chain = CodeBlock.builder().add(first);
    rest.forEach(r -> chain.add("$L$L $L", Marks.SPACE, operator, r));
    return Marks.group(chain.build());
  }

  private static MethodSpec.Builder method(String name, Class<?> result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }
}
