package dev.tapeless.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.NonNull;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Writes one function as a static method. */
final class FunctionWriter {

  private static final CodeBlock NOTHING =
      CodeBlock.of("throw new $T();\n", UnsupportedOperationException.class);

  private final TypeNames types;
  private final Support support;

  FunctionWriter(TypeNames types, Support support) {
    this.types = types;
    this.support = support;
  }

  /** The parameters, result and statements of {@code written}; without visibility and Javadoc. */
  MethodSpec.Builder method(String name, Function written) {
    Names names = new Names(classesIn(written));
    List<Var> parameters = written.parameters().stream().map(Parameter::variable).toList();
    return method(name, written, names, parameters).addModifiers(Modifier.STATIC);
  }

  /** The same with these parameters; the others have names already. */
  private MethodSpec.Builder method(
      String name, Function written, Names names, List<Var> parameters) {
    Function function = InitialValues.in(written);
    MethodSpec.Builder method =
        header(
            name,
            names,
            parameters,
            function.result().map(e -> types.of(e.type())),
            written.callee().exceptions());
    NonNull nonNull = NonNull.in(function);
    ExpressionWriter expressions = new ExpressionWriter(names, types, support, nonNull);
    StatementWriter statements =
        new StatementWriter(
            names,
            types,
            expressions,
            Inlining.in(function),
            support,
            nonNull,
            Variables.assignedIn(function.body()));
    return method.addCode(statements.body(function.body(), function.result()));
  }

  /**
   * A method that returns an object of that type with these methods, whose first parameters are its
   * own; a stub if there are none.
   */
  MethodSpec.Builder object(
      String name, ClassName type, List<Var> parameters, List<Function> methods) {
    Set<String> classes = new HashSet<>();
    methods.forEach(m -> classes.addAll(classesIn(m)));
    Names names = new Names(classes);
    MethodSpec.Builder factory =
        header(name, names, parameters, Optional.of(type), List.of()).addModifiers(Modifier.STATIC);
    if (methods.isEmpty()) {
      return factory.addCode(NOTHING);
    }
    TypeSpec.Builder object = TypeSpec.anonymousClassBuilder("").addSuperinterface(type);
    for (Function method : methods) {
      List<Var> all = method.parameters().stream().map(Parameter::variable).toList();
      names.enter();
      object.addMethod(
          method(method.name(), method, names, all.subList(parameters.size(), all.size()))
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PUBLIC)
              .build());
      names.leave();
    }
    return factory.addCode("return $L;\n", object.build());
  }

  /** A method with these parameters that does nothing yet. */
  MethodSpec.Builder stub(String name, List<Var> parameters, Type result, List<Type> exceptions) {
    Optional<TypeName> returned = Optional.of(types.of(result));
    return header(name, new Names(Set.of()), parameters, returned, exceptions)
        .addModifiers(Modifier.STATIC)
        .addCode(NOTHING);
  }

  private MethodSpec.Builder header(
      String name,
      Names names,
      List<Var> parameters,
      Optional<? extends TypeName> result,
      List<Type> exceptions) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name);
    result.ifPresent(method::returns);
    exceptions.forEach(e -> method.addException(types.of(e)));
    parameters.forEach(
        v ->
            method.addParameter(
                ParameterSpec.builder(types.of(v.type()), names.declare(v)).build()));
    return method;
  }

  /**
   * The simple names of the classes that the text of {@code function} may mention in expressions.
   */
  private static Set<String> classesIn(Function function) {
    Set<String> owners = new HashSet<>();
    Consumer<Expr> collect =
        root ->
            Variables.forEachNode(
                root,
                e -> {
                  if (e instanceof Expr.LibraryCall call) {
                    owners.add(call.owner());
                  } else if (e instanceof Expr.Field field) {
                    owners.add(field.owner());
                  } else if (e instanceof Expr.Literal) {
                    owners.addAll(Arrays.asList("Double", "Float", "Integer", "Long"));
                  }
                });
    Variables.forEachStatement(
        function.body(),
        s -> {
          Variables.evaluated(s).forEach(collect);
          if (s instanceof Stmt.Call call) {
            owners.add(call.callee().owner());
          } else if (s instanceof Stmt.Clear) {
            owners.add("Arrays");
          } else if (s instanceof Stmt.Opaque opaque) {
            addClasses(opaque.code(), owners);
          } else if (s instanceof Stmt.Throw raise) {
            addClasses(raise.exception(), owners);
          }
        });
    function.result().ifPresent(collect);
    Set<String> simple = new HashSet<>();
    owners.forEach(
        owner ->
            Arrays.stream(owner.split("\\."))
                .filter(FunctionWriter::isClassName)
                .forEach(simple::add));
    return simple;
  }

  private static void addClasses(Snippet snippet, Set<String> owners) {
    for (Snippet.Piece piece : snippet.pieces()) {
      if (piece instanceof Snippet.TypeName name && name.type() instanceof Type.Reference type) {
        owners.add(type.name());
      }
    }
  }

  private static boolean isClassName(String part) {
    return !part.isEmpty() && Character.isUpperCase(part.charAt(0));
  }
}
