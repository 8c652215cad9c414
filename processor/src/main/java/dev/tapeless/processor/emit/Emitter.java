package dev.tapeless.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.tapeless.processor.contract.FunctionObject;
import dev.tapeless.processor.contract.GeneratedClass;
import dev.tapeless.processor.contract.Operation;
import dev.tapeless.processor.contract.Part;
import dev.tapeless.processor.contract.SharedState;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.LocalClass;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes a generated class as a Java source file. */
public final class Emitter {

  private static final String PROCESSOR = "dev.tapeless.processor.DifferentiableProcessor";

  private final GeneratedClass generated;
  private final Set<String> hidden;
  private final TypeNames types;
  private final Support support;
  private final FunctionWriter functions;

  private Emitter(GeneratedClass generated, Set<String> hidden) {
    this.generated = generated;
    this.hidden = hidden;
    this.types = new TypeNames(generated);
    this.support = new Support(types, methodNames(generated));
    this.functions = new FunctionWriter(types, support);
  }

  /**
   * The text of the source file; operations without a body throw, which is enough to compile
   * against.
   */
  public static String source(GeneratedClass generated) {
    return source(generated, Set.of());
  }

  /**
   * The same, for a package that has classes of its own with names of {@code java.lang}.
   *
   * @param hidden these simple names
   */
  public static String source(GeneratedClass generated, Set<String> hidden) {
    Emitter emitter = new Emitter(generated, hidden);
    String text = Layout.of(emitter.file().toString());
    return new LocalClassWriter(generated, emitter.types).added(text);
  }

  private static Set<String> methodNames(GeneratedClass generated) {
    Set<String> names = new HashSet<>();
    generated.operations().forEach(o -> names.add(o.name()));
    generated.objects().forEach(o -> names.add(o.name()));
    generated.companions().forEach(f -> names.add(f.name()));
    generated.parts().forEach(p -> names.add(p.function().name()));
    return names;
  }

  private JavaFile file() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(generated.name())
            .addJavadoc("$L", generated.javadoc().text())
            .addAnnotation(suppressions())
            .addAnnotation(annotation(Generated.class, PROCESSOR))
            .addAnnotation(
                AnnotationSpec.builder(ClassName.get("dev.tapeless", "GeneratedDerivatives"))
                    .addMember("value", "$L", LinkedDerivative.FORMAT)
                    .build())
            .addModifiers(visibility(generated.isPublic()))
            .addModifiers(Modifier.FINAL)
            // The user's class hides a class of java.lang that has its name.
            .alwaysQualify(generated.userClass().split("\\.")[0])
            .alwaysQualify(hidden.toArray(String[]::new))
            .alwaysQualify(
                generated.classes().stream().map(LocalClass::simpleName).toArray(String[]::new))
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    RecordWriter records = new RecordWriter(types);
    generated.records().forEach(r -> type.addType(records.result(r, visibility(r.isPublic()))));
    generated.operations().forEach(o -> type.addMethod(operation(o)));
    generated.objects().forEach(o -> type.addMethod(object(o)));
    generated.companions().forEach(f -> type.addMethod(companion(f)));
    generated.companions().stream()
        .flatMap(f -> f.callee().result().stream())
        .filter(t -> t instanceof Type.RecordOf r && types.isOwn(r))
        .distinct()
        .filter(t -> generated.records().stream().noneMatch(r -> r.type().equals(t)))
        .forEach(t -> type.addType(records.carrier((Type.RecordOf) t)));
    generated.parts().forEach(p -> type.addMethod(part(p)));
    generated.states().forEach(s -> type.addType(state(s)));
    support.methods().forEach(type::addMethod);
    support.fields().handles().forEach(type::addField);
    return JavaFile.builder(generated.packageName(), type.build())
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
  }

  private MethodSpec operation(Operation operation) {
    MethodSpec.Builder method =
        operation
            .body()
            .map(body -> functions.method(operation.name(), body))
            .orElseGet(
                () ->
                    functions.stub(
                        operation.name(),
                        operation.parameters(),
                        operation.result(),
                        operation.exceptions()));
    if (generated.writing().contains(operation.name())) {
      method.addAnnotation(ClassName.get("dev.tapeless", "WritesArguments"));
    }
    return method
        .addJavadoc("$L", operation.javadoc().text())
        .addModifiers(visibility(operation.isPublic()))
        .build();
  }

  private MethodSpec object(FunctionObject object) {
    ClassName type = ClassName.get("dev.tapeless", object.type());
    return functions
        .object(object.name(), type, object.parameters(), object.methods())
        .addJavadoc("$L", object.javadoc().text())
        .addModifiers(visibility(object.isPublic()))
        .build();
  }

  private MethodSpec companion(Function function) {
    return functions.method(function.name(), function).addModifiers(Modifier.PRIVATE).build();
  }

  private MethodSpec part(Part part) {
    return functions
        .method(part.function().name(), part.function())
        .addJavadoc("$L", part.javadoc().text())
        .addModifiers(Modifier.PRIVATE)
        .build();
  }

  private TypeSpec state(SharedState state) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(state.name())
            .addJavadoc("$L", state.javadoc().text())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    state.fields().forEach(f -> type.addField(types.of(f.type()), f.name()));
    return type.build();
  }

  /** What the user's own text may be warned of has been said where the user wrote it. */
  private AnnotationSpec suppressions() {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
    List<String> warnings = new ArrayList<>(List.of("ArrayRecordComponent"));
    if (hasSnippets()) {
      warnings.addAll(List.of("cast", "deprecation", "rawtypes", "removal", "unchecked"));
    }
    CodeBlock values =
        warnings.stream().map(w -> CodeBlock.of("$S", w)).collect(CodeBlock.joining(", "));
    return annotation.addMember("value", warnings.size() == 1 ? "$L" : "{$L}", values).build();
  }

  private boolean hasSnippets() {
    boolean[] found = {false};
    generated
        .functions()
        .forEach(
            f ->
                Variables.forEachStatement(
                    f.body(),
                    s -> found[0] |= s instanceof Stmt.Opaque || s instanceof Stmt.Throw));
    return found[0];
  }

  private static Modifier[] visibility(boolean isPublic) {
    return isPublic ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
  }

  private static AnnotationSpec annotation(Class<?> type, String value) {
    return AnnotationSpec.builder(type).addMember("value", CodeBlock.of("$S", value)).build();
  }
}
