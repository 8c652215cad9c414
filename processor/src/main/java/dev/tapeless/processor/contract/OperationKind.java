package dev.tapeless.processor.contract;

/** What can be offered for a method; the order is that of the generated class. */
enum OperationKind {
  GRADIENT("Gradient"),
  GRADIENT_CHECKED("GradientChecked"),
  VALUE_AND_GRADIENT("ValueAndGradient"),
  VJP_OF_ONES("Vjp"),
  VJP("Vjp"),
  VALUE_AND_VJP("ValueAndVjp"),
  JVP("Jvp"),
  DIRECTIONAL_DERIVATIVE("DirectionalDerivative"),
  JACOBIAN("Jacobian"),
  GRADIENT_INTO("GradientInto"),
  HVP("Hvp"),
  HESSIAN("Hessian");

  private final String suffix;

  OperationKind(String suffix) {
    this.suffix = suffix;
  }

  /** What the operation's name has after that of the method. */
  String suffix() {
    return suffix;
  }
}
