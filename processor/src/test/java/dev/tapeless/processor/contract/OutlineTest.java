package dev.tapeless.processor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.emit.Compiled;
import dev.tapeless.processor.emit.Emitter;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The names and signatures of what is offered. */
class OutlineTest {

  private static final Type DOUBLES = new Type.Array(Primitive.DOUBLE);

  static MethodSignature method(String name, Type result, Object... typesAndNames) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < typesAndNames.length; i += 2) {
      Type type = (Type) typesAndNames[i];
      parameters.add(
          new Parameter(
              new Var(i / 2, (String) typesAndNames[i + 1], type), type.isDifferentiable()));
    }
    return new MethodSignature(
        "p",
        List.of("Outer", "Model"),
        name,
        true,
        true,
        parameters,
        Optional.of(result),
        List.of(),
        1,
        false,
        false);
  }

  private static String outline(MethodSignature... methods) {
    GeneratedClass generated = Contract.outline(List.of(methods));
    String records =
        generated.records().stream()
            .map(r -> "record " + r.name() + components(r) + "\n")
            .collect(Collectors.joining());
    return records
        + generated.operations().stream()
            .map(o -> text(o.result()) + " " + o.name() + parameters(o) + "\n")
            .collect(Collectors.joining());
  }

  private static String components(ResultRecord record) {
    return record.components().stream()
        .map(c -> text(c.type()) + " " + c.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String parameters(Operation operation) {
    return operation.parameters().stream()
        .map(v -> text(v.type()) + " " + v.name())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String text(Type type) {
    if (type instanceof Type.Array array) {
      return text(array.element()) + "[]";
    }
    return type instanceof Type.RecordOf record ? record.name() : ((Primitive) type).keyword();
  }

  @Test
  void theClassIsNamedAfterAllEnclosingClasses() {
    GeneratedClass generated =
        Contract.outline(List.of(method("f", Primitive.DOUBLE, Primitive.DOUBLE, "x")));
    assertThat(generated.name()).isEqualTo("Outer_ModelAdjoint");
    assertThat(generated.userClass()).isEqualTo("Outer.Model");
  }

  @Test
  void outlinesCompile() {
    GeneratedClass generated =
        Contract.outline(
            List.of(
                method(
                    "f",
                    Primitive.DOUBLE,
                    Primitive.DOUBLE,
                    "v",
                    DOUBLES,
                    "getClass",
                    Primitive.INT,
                    "n"),
                method("f", Primitive.DOUBLE, Primitive.DOUBLE, "a", DOUBLES, "wait"),
                method("f", DOUBLES, DOUBLES, "x"),
                method("f", DOUBLES, DOUBLES, "x", DOUBLES, "y"),
                method("F", DOUBLES, DOUBLES, "x", DOUBLES, "y")));
    Compiled.of(
        Emitter.source(generated),
        "package p;\n\npublic final class Outer {\n  private Outer() {}\n\n  static final class Model {}\n}\n");
  }

  @Test
  void aScalarOfSeveralParameters() {
    assertThat(
            outline(
                method(
                    "f",
                    Primitive.DOUBLE,
                    Primitive.DOUBLE,
                    "a",
                    DOUBLES,
                    "x",
                    Primitive.INT,
                    "n")))
        .isEqualTo(
            """
            record FGradient(double a, double[] x)
            record FValueAndGradient(double value, FGradient gradient)
            FGradient fGradient(double a, double[] x, int n)
            FValueAndGradient fValueAndGradient(double a, double[] x, int n)
            FGradient fVjp(double a, double[] x, int n, double v)
            double fJvp(double a, double[] x, int n, double aDot, double[] xDot)
            double fDirectionalDerivative(double a, double[] x, int n, double aDir, double[] xDir)
            """);
  }

  @Test
  void aScalarOfOneArray() {
    assertThat(outline(method("f", Primitive.DOUBLE, DOUBLES, "x")))
        .isEqualTo(
            """
            record FValueAndGradient(double value, double[] gradient)
            double[] fGradient(double[] x)
            FValueAndGradient fValueAndGradient(double[] x)
            double[] fVjp(double[] x, double v)
            double fJvp(double[] x, double[] xDot)
            double fDirectionalDerivative(double[] x, double[] xDir)
            double fGradientInto(double[] x, double[] xGradient)
            """);
  }

  @Test
  void anArrayOfSeveralParameters() {
    assertThat(outline(method("f", new Type.Array(DOUBLES), DOUBLES, "x", Primitive.DOUBLE, "a")))
        .isEqualTo(
            """
            record FGradient(double[] x, double a)
            record FValueAndVjp(double[][] value, FGradient gradient)
            record FJacobian(double[][][] x, double[][] a)
            FGradient fVjp(double[] x, double a)
            FGradient fVjp(double[] x, double a, double[][] v)
            FValueAndVjp fValueAndVjp(double[] x, double a, double[][] v)
            double[][] fJvp(double[] x, double a, double[] xDot, double aDot)
            FJacobian fJacobian(double[] x, double a)
            """);
  }

  @Test
  void floatsStayFloats() {
    assertThat(outline(method("f", Primitive.FLOAT, Primitive.FLOAT, "a", Primitive.DOUBLE, "b")))
        .contains("record FGradient(float a, double b)")
        .contains("record FValueAndGradient(float value, FGradient gradient)")
        .contains("FGradient fVjp(float a, double b, float v)")
        .contains("float fJvp(float a, double b, float aDot, double bDot)");
  }

  @Test
  void addedParametersAvoidTheNamesOfTheMethodsOwn() {
    assertThat(
            outline(method("f", Primitive.DOUBLE, Primitive.DOUBLE, "v", Primitive.DOUBLE, "vDot")))
        .contains("fVjp(double v, double vDot, double v_)")
        .contains("fJvp(double v, double vDot, double vDot_, double vDotDot)");
  }

  @Test
  void componentsAvoidTheMethodsOfObject() {
    assertThat(
            outline(
                method("f", Primitive.DOUBLE, Primitive.DOUBLE, "wait", Primitive.DOUBLE, "value")))
        .contains("record FGradient(double wait_, double value)");
  }

  @Test
  void recordsOfLaterOverloadsGetTheParameterTypes() {
    assertThat(
            outline(
                method("f", Primitive.DOUBLE, Primitive.DOUBLE, "a", Primitive.DOUBLE, "b"),
                method(
                    "f", Primitive.DOUBLE, Primitive.DOUBLE, "a", DOUBLES, "b", Primitive.INT, "n"),
                method("f", Primitive.DOUBLE, Primitive.DOUBLE, "a", Primitive.INT, "n")))
        .contains("record FGradient(double a, double b)")
        .contains("record FGradient_double_doubleArray_int(double a, double[] b)")
        .contains("FGradient_double_doubleArray_int fGradient(double a, double[] b, int n)")
        .contains("record FValueAndGradient_double_int(double value, double gradient)")
        .contains("double fGradient(double a, int n)");
  }

  @Test
  void operationsOfTheSameSignatureAreToldApart() {
    assertThat(
            outline(
                method("f", DOUBLES, DOUBLES, "x"),
                method("f", DOUBLES, DOUBLES, "x", DOUBLES, "y")))
        .contains("double[] fVjp(double[] x, double[] v)")
        .contains("FGradient fVjp_doubleArray_doubleArray(double[] x, double[] y)")
        .contains("FGradient fVjp(double[] x, double[] y, double[] v)");
  }
}
