package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Type;
import java.util.EnumMap;
import java.util.Map;

/** The interfaces that a {@link FunctionObject} may have. */
enum FunctionType {
  DIFFERENTIABLE_FUNCTION(
      "DifferentiableFunction",
      Map.of(OperationKind.GRADIENT, "gradient", OperationKind.GRADIENT_INTO, "gradientInto")),
  TWICE_DIFFERENTIABLE_FUNCTION(
      "TwiceDifferentiableFunction",
      Map.of(
          OperationKind.GRADIENT, "gradient",
          OperationKind.GRADIENT_INTO, "gradientInto",
          OperationKind.HVP, "hvp",
          OperationKind.HESSIAN, "hessian")),
  DIFFERENTIABLE_MAPPING(
      "DifferentiableMapping",
      Map.of(
          OperationKind.VJP, "vjp",
          OperationKind.JVP, "jvp",
          OperationKind.JACOBIAN, "jacobian"));

  private final String simpleName;
  private final Map<OperationKind, String> methods;

  FunctionType(String simpleName, Map<OperationKind, String> methods) {
    this.simpleName = simpleName;
    this.methods = new EnumMap<>(methods);
  }

  /** That of a method with a result of {@code signature}'s type and order. */
  static FunctionType of(MethodSignature signature) {
    if (signature.result().orElseThrow() instanceof Type.Array) {
      return DIFFERENTIABLE_MAPPING;
    }
    return signature.order() == 2 ? TWICE_DIFFERENTIABLE_FUNCTION : DIFFERENTIABLE_FUNCTION;
  }

  /** The name of the interface in {@code dev.tapeless}. */
  String simpleName() {
    return simpleName;
  }

  /** The names of the interface's methods, but for {@code value}, and what they do. */
  Map<OperationKind, String> methods() {
    return methods;
  }
}
