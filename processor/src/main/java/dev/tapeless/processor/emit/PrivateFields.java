package dev.tapeless.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.tapeless.processor.ir.Expr;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * The handles through which a generated class reads private fields of the user's classes. HotSpot
 * turns a handle in a static final field into a plain read.
 */
final class PrivateFields {

  private final TypeNames types;
  private final Map<String, FieldSpec> handles = new LinkedHashMap<>();

  PrivateFields(TypeNames types) {
    this.types = types;
  }

  /** The handles that have been asked for. */
  List<FieldSpec> handles() {
    return List.copyOf(handles.values());
  }

  /** The name of the handle of {@code field}. */
  String handle(Expr.Field field) {
    String key = field.owner() + "." + field.name();
    FieldSpec known = handles.get(key);
    if (known == null) {
      known = make(field);
      handles.put(key, known);
    }
    return known.name();
  }

  private FieldSpec make(Expr.Field field) {
    ClassName runtime = ClassName.get("dev.tapeless.runtime", "PrivateFields");
    String kind = field.object().isPresent() ? "instance" : "constant";
    CodeBlock owner =
        field.access() == Expr.Access.BY_LOOKUP_OF_CLASS
            ? CodeBlock.of("$S", field.owner())
            : CodeBlock.of("$T.class", types.named(field.owner()));
    return FieldSpec.builder(VarHandle.class, free(constantCase(field)))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$T.$L($T.lookup(), $L, $S, $T.class)",
            runtime,
            kind,
            MethodHandles.class,
            owner,
            field.name(),
            types.erased(field.type()))
        .build();
  }

  private String free(String wanted) {
    Set<String> taken =
        handles.values().stream().map(FieldSpec::name).collect(java.util.stream.Collectors.toSet());
    String name = wanted;
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  /** {@code Gamma.shape} is {@code GAMMA_SHAPE}. */
  private static String constantCase(Expr.Field field) {
    String owner = field.owner().substring(field.owner().lastIndexOf('.') + 1);
    return (owner + "_" + field.name())
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toUpperCase(Locale.ROOT);
  }
}
