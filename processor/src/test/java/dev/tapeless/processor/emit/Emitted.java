package dev.tapeless.processor.emit;

import dev.tapeless.processor.contract.GeneratedClass;
import dev.tapeless.processor.contract.Javadoc;
import dev.tapeless.processor.contract.Operation;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Emits single functions in a class {@code p.ModelAdjoint} made for a test. */
final class Emitted {

  private Emitted() {}

  /** The class with one public operation {@code f} that has this body. */
  static String source(List<Var> parameters, List<Stmt> body, Expr result) {
    return source(List.of(operation("f", parameters, body, result)), List.of());
  }

  static String source(List<Operation> operations, List<Function> companions) {
    Javadoc javadoc = new Javadoc(List.of("Derivatives."), List.of());
    return Emitter.source(
        new GeneratedClass(
            "p",
            "ModelAdjoint",
            true,
            "Model",
            javadoc,
            List.of(),
            operations,
            List.of(),
            companions,
            Set.of(),
            List.of()));
  }

  static Operation operation(String name, List<Var> parameters, List<Stmt> body, Expr result) {
    Javadoc javadoc = new Javadoc(List.of("A function."), List.of());
    Function function = function(name, parameters, body, result);
    return new Operation(
        name, parameters, result.type(), true, List.of(), javadoc, Optional.of(function));
  }

  static Function function(String name, List<Var> parameters, List<Stmt> body, Expr result) {
    Callee callee =
        new Callee(
            "", name, parameters.stream().map(Var::type).toList(), Optional.of(result.type()));
    List<Parameter> declared = parameters.stream().map(v -> new Parameter(v, false)).toList();
    return new Function(callee, true, declared, body, Optional.of(result), Origin.NONE);
  }

  /** The statements between the braces of {@code f}, without the method's indentation. */
  static String body(List<Var> parameters, List<Stmt> body, Expr result) {
    return source(parameters, body, result)
        .lines()
        .dropWhile(line -> !line.contains(" f("))
        .dropWhile(line -> !line.endsWith("{"))
        .skip(1)
        .takeWhile(line -> !line.equals("  }"))
        .map(line -> line.isEmpty() ? "" : line.substring(4))
        .collect(Collectors.joining("\n"));
  }

  /** The text of an expression as a returned value. */
  static String text(List<Var> parameters, Expr expr) {
    String body = body(parameters, List.of(), expr);
    return body.substring("return ".length(), body.length() - 1);
  }
}
