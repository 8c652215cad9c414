package dev.tapeless.processor.reference;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Operations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The derivatives that the processor has written for all functions. */
final class GeneratedFunctions {

  /** How a class may call a function. */
  record Variant(Function function, String library, boolean ofFloats) {

    /** The name of the method. */
    String method() {
      int dot = library.lastIndexOf('.');
      String owner = library.substring(0, dot + 1).replace(".", "") + library.substring(dot + 1);
      return function.name() + "Of" + owner + (ofFloats ? "InFloat" : "");
    }

    String type() {
      return ofFloats ? "float" : "double";
    }

    private String declaration(int order) {
      String x =
          function.text().replace("$", ofFloats ? library.replace("Double", "Float") : library);
      String parameters =
          String.join(
              ", ", List.of(type() + " x", type() + " y", type() + " z").subList(0, arity()));
      boolean narrows = ofFloats && !function.hasFloats();
      return "  @dev.tapeless.Differentiable(order = %d) static %s %s(%s) { return %s; }\n"
          .formatted(order, type(), method(), parameters, narrows ? "(float) (" + x + ")" : x);
    }

    int arity() {
      return function.arity();
    }

    @Override
    public String toString() {
      return method();
    }
  }

  private final Compiled compiled;

  /** With first derivatives only, or with second ones too. */
  GeneratedFunctions(int order) {
    StringBuilder source = new StringBuilder("package subject;\nfinal class Functions {\n");
    variants().forEach(v -> source.append(v.declaration(order)));
    compiled = Compiled.of(source.append("}\n").toString()).succeeds();
  }

  /** Every function of every library and type. */
  static List<Variant> variants() {
    List<Variant> all = new ArrayList<>();
    for (Function function : Functions.all()) {
      for (String library : function.classes()) {
        all.add(new Variant(function, library, false));
        all.add(new Variant(function, library, true));
      }
    }
    return all;
  }

  /** The derivatives of one variant. */
  Derivatives derivatives(Variant variant) {
    return new Derivatives(
        variant,
        new Operations(
            compiled.load("subject.Functions"),
            compiled.load("subject.FunctionsAdjoint"),
            variant.method(),
            Collections.nCopies(variant.arity(), true)));
  }

  /** The two ways to the partial derivatives of a variant. */
  record Derivatives(Variant variant, Operations operations) {

    /** As the gradient has them. */
    double[] gradient(double... point) {
      Object gradient = operations.call("Gradient", List.of(), arguments(point));
      return operations.parts(gradient).stream()
          .mapToDouble(p -> ((Number) p).doubleValue())
          .toArray();
    }

    /** Each as the derivative along one argument. */
    double[] tangents(double... point) {
      double[] partials = new double[point.length];
      for (int i = 0; i < point.length; i++) {
        double[] direction = new double[point.length];
        direction[i] = 1;
        Object tangent = operations.jvp(arguments(point), List.of(arguments(direction)));
        partials[i] = ((Number) tangent).doubleValue();
      }
      return partials;
    }

    /** The second derivatives, a row for each argument. */
    double[][] hessian(double... point) {
      double[][] rows = new double[point.length][];
      for (int i = 0; i < point.length; i++) {
        double[] direction = new double[point.length];
        direction[i] = 1;
        rows[i] =
            operations.hvp(arguments(point), List.of(arguments(direction))).stream()
                .mapToDouble(p -> ((Number) p).doubleValue())
                .toArray();
      }
      return rows;
    }

    private Object[] arguments(double... numbers) {
      return Arrays.stream(numbers)
          .mapToObj(x -> variant.ofFloats() ? (Number) (float) x : (Number) x)
          .toArray();
    }
  }
}
