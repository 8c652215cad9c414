package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The Javadoc of what is generated for one method. */
final class Documentation {

  private final String link;
  private final List<Parameter> parameters;
  private final List<Var> active;
  private final String activeNames;
  private final boolean isScalar;
  private final boolean isRecord;
  private final boolean returns;

  /**
   * Texts for one method.
   *
   * @param isOverloaded whether another annotated method has its name, so that links need its
   *     parameter types
   */
  Documentation(MethodSignature signature, boolean isOverloaded) {
    String types =
        signature.parameters().stream()
            .map(p -> TypeText.of(p.variable().type()))
            .collect(Collectors.joining(", ", "(", ")"));
    link =
        "{@link "
            + String.join(".", signature.ownerNesting())
            + "#"
            + signature.name()
            + (isOverloaded ? types : "")
            + "}";
    parameters = signature.parameters();
    active = parameters.stream().filter(Parameter::active).map(Parameter::variable).toList();
    activeNames = names(active);
    returns = signature.result().isPresent();
    isRecord = signature.result().filter(Type.RecordOf.class::isInstance).isPresent();
    isScalar = signature.result().filter(Type::isReal).isPresent();
  }

  /** The comment of the generated class. */
  static Javadoc ofClass(String userClass) {
    return new Javadoc(
        List.of(
            "Derivatives of the {@code @Differentiable} methods of {@link " + userClass + "}.",
            "{@code vBar} is the adjoint of {@code v}: the derivative of the result with respect to"
                + " {@code v}. {@code vDot} is its tangent: the derivative of {@code v} along the"
                + " given direction. Comments in a reverse sweep quote the statement whose adjoint"
                + " follows."),
        List.of());
  }

  /**
   * The record that holds one gradient component for each active parameter, under the names given.
   */
  Javadoc gradientRecord(List<String> components) {
    String what = isScalar ? "Gradient of " : "Vector-Jacobian product of ";
    return recordOfSeveral(what + link, "the derivative with respect to ", components);
  }

  /** The record of the value and the gradient. */
  Javadoc withValueRecord() {
    String second = isScalar ? "its gradient" : "a vector-Jacobian product";
    return new Javadoc(
        List.of(
            "The value of " + link + " and " + second + " with respect to " + activeNames + "."),
        List.of(
            "@param value what the method returns",
            "@param gradient " + (isScalar ? "the gradient" : "the product")));
  }

  /** The record that holds the tangents of the arrays that a method writes. */
  Javadoc tangentRecord(List<Var> outputs, List<Type.Component> components) {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      String what = " the tangent of what is left in " + code(outputs.get(i));
      tags.add("@param " + components.get(i).name() + what);
    }
    return new Javadoc(List.of("Tangents of the arrays that " + link + " writes."), tags);
  }

  /** The record that holds one Jacobian for each active parameter, under the names given. */
  Javadoc jacobianRecord(List<String> components) {
    return recordOfSeveral("Jacobian of " + link, "the Jacobian with respect to ", components);
  }

  /** The method that returns a function of {@code variable} and holds {@code constants} fixed. */
  Javadoc functionObject(Var variable, List<Var> constants) {
    List<String> tags = new ArrayList<>();
    constants.forEach(v -> tags.add("@param " + v.name() + " held fixed"));
    tags.add("@return an object that refers to the arguments, and has no other state");
    String derivatives = isScalar ? "its gradient" : "its Jacobian";
    return new Javadoc(
        List.of(link + " as a function of " + code(variable) + ", with " + derivatives + "."),
        tags);
  }

  private Javadoc recordOfSeveral(String what, String component, List<String> names) {
    List<String> tags = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      tags.add("@param " + names.get(i) + " " + component + code(active.get(i)));
    }
    return new Javadoc(List.of(what + ", one component for each active parameter."), tags);
  }

  /** The comment of the operation of that kind, whose added parameters are given. */
  Javadoc operation(OperationKind kind, List<Var> added) {
    Javadoc javadoc = withoutParameters(kind, added);
    List<String> tags = new ArrayList<>(primalParameters());
    for (int i = 0; i < added.size(); i++) {
      tags.add("@param " + added.get(i).name() + " " + meaning(kind, i));
    }
    tags.addAll(javadoc.tags());
    return new Javadoc(javadoc.paragraphs(), tags);
  }

  private List<String> primalParameters() {
    return parameters.stream()
        .map(
            p ->
                "@param "
                    + p.variable().name()
                    + (p.active() ? " where to differentiate" : " held constant"))
        .toList();
  }

  /** What the added parameter with that index is for. */
  private String meaning(OperationKind kind, int index) {
    return switch (kind) {
      case VJP, VALUE_AND_VJP ->
          returns
              ? "the seed: the adjoint of the result"
              : "the adjoint of what the method leaves in an array that it writes";
      case JVP -> "the tangent of " + code(active.get(index));
      case HVP -> "the direction's part for " + code(active.get(index));
      case DIRECTIONAL_DERIVATIVE -> "the direction's part for " + code(active.get(index));
      case GRADIENT_INTO -> "receives the derivative with respect to " + code(active.get(index));
      case GRADIENT, GRADIENT_CHECKED, VALUE_AND_GRADIENT, VJP_OF_ONES, JACOBIAN, HESSIAN ->
          throw new IllegalArgumentException(kind + " adds no parameters");
    };
  }

  private Javadoc withoutParameters(OperationKind kind, List<Var> added) {
    return switch (kind) {
      case GRADIENT ->
          comment(
              "Gradient of " + link + " with respect to " + activeNames + ".",
              gradientOwned(),
              List.of());
      case GRADIENT_CHECKED ->
          comment(
              "Gradient of "
                  + link
                  + " with respect to "
                  + activeNames
                  + ", with a check that all adjoints are finite.",
              gradientOwned(),
              List.of());
      case VALUE_AND_GRADIENT ->
          comment(
              "The value of " + link + " and its gradient with respect to " + activeNames + ".",
              hasArrays()
                  ? "the value and, in new arrays, the gradient"
                  : "the value and the gradient",
              List.of());
      case VJP_OF_ONES ->
          comment(
              "Derivative of the sum of all elements of the result of "
                  + link
                  + " with respect to "
                  + activeNames
                  + ": the transposed Jacobian times a vector of ones.",
              gradientOwned(),
              List.of());
      case VJP -> comment(vjpSummary(added), gradientOwned(), seedChecks(added));
      case VALUE_AND_VJP ->
          comment(
              "The value of "
                  + link
                  + " and the transposed Jacobian with respect to "
                  + activeNames
                  + " times "
                  + names(added)
                  + ".",
              "the value and, in new arrays, the product",
              seedChecks(added));
      case JVP -> comment(jvpSummary(added), jvpOwned(), shapeChecks(added, active));
      case DIRECTIONAL_DERIVATIVE ->
          comment(
              "Derivative of "
                  + link
                  + " in the direction of "
                  + names(added)
                  + ": the gradient times the direction, divided by"
                  + " the direction's Euclidean length.",
              "the rate of change per unit of length",
              directionChecks(added));
      case JACOBIAN ->
          comment(
              "Jacobian of " + link + " with respect to " + activeNames + ".",
              jacobianShape(),
              List.of());
      case GRADIENT_INTO ->
          comment(
              "Gradient of "
                  + link
                  + " with respect to "
                  + activeNames
                  + ", written into "
                  + names(added)
                  + " over what was there.",
              "the value of " + link,
              intoChecks(added));
      case HVP ->
          comment(
              "Hessian of "
                  + link
                  + " with respect to "
                  + activeNames
                  + ", times "
                  + names(added)
                  + ": the derivative of the gradient along this direction.",
              productOwned(),
              shapeChecks(added, active));
      case HESSIAN ->
          comment(
              "Hessian of "
                  + link
                  + " with respect to "
                  + activeNames
                  + ": the matrix of second derivatives.",
              hessianShape(),
              List.of());
    };
  }

  private static Javadoc comment(String summary, String returned, List<String> thrown) {
    List<String> tags = new ArrayList<>();
    tags.add("@return " + returned);
    thrown.forEach(t -> tags.add("@throws " + t));
    return new Javadoc(List.of(summary), tags);
  }

  private String vjpSummary(List<Var> added) {
    return isScalar
        ? "Gradient of "
            + link
            + " with respect to "
            + activeNames
            + ", times "
            + names(added)
            + "."
        : "Transposed Jacobian of "
            + link
            + " with respect to "
            + activeNames
            + ", times "
            + names(added)
            + ".";
  }

  private String jvpSummary(List<Var> added) {
    String times = isScalar ? "gradient times direction" : "Jacobian times direction";
    return "Derivative of "
        + link
        + " with respect to "
        + activeNames
        + " along "
        + names(added)
        + ": "
        + times
        + ".";
  }

  private String jvpOwned() {
    if (isRecord) {
      return "the tangents of the components; those that have none are as in the result";
    }
    return isScalar ? "the derivative of the value" : "a new array of the shape of the result";
  }

  private String gradientOwned() {
    if (active.size() > 1) {
      return "one component for each active parameter" + (hasArrays() ? ", arrays being new" : "");
    }
    Var only = active.get(0);
    if (only.type() instanceof Type.RecordOf) {
      return "the derivatives with respect to the components of {@code "
          + only.name()
          + "}; those that have none are as in the argument";
    }
    return only.type().rank() == 0
        ? "the derivative with respect to {@code " + only.name() + "}"
        : "a new array of the shape of {@code " + only.name() + "}";
  }

  private boolean hasArrays() {
    return active.stream().anyMatch(v -> v.type().rank() > 0);
  }

  private String jacobianShape() {
    boolean allScalars = active.stream().allMatch(v -> v.type().rank() == 0);
    String indices =
        allScalars
            ? "the indices are those of the result"
            : "the indices of the result come first, then those of the parameter";
    return (active.size() > 1
            ? "one component for each active parameter, in new arrays: "
            : "a new array: ")
        + indices;
  }

  private String productOwned() {
    Var only = active.get(0);
    if (active.size() == 1 && only.type() instanceof Type.RecordOf) {
      return "the components of the product; those that have none are as in the argument";
    }
    return active.size() == 1 && only.type().rank() == 0
        ? "the second derivative times the direction"
        : gradientOwned();
  }

  private String hessianShape() {
    if (active.size() > 1) {
      return "a new array: rows and columns are in the order of the parameters";
    }
    return active.get(0).type().rank() == 0
        ? "the second derivative"
        : "a new array, whose rows and columns are those of " + code(active.get(0));
  }

  private static List<String> seedChecks(List<Var> added) {
    if (added.stream().allMatch(v -> v.type() instanceof Type.RecordOf)) {
      return List.of("NullPointerException if " + names(added) + " is null");
    }
    return added.stream().allMatch(v -> v.type().rank() == 0)
        ? List.of()
        : List.of(
            "IllegalArgumentException if "
                + names(added)
                + " does not have the shape of the result",
            "NullPointerException if " + names(added) + " is null");
  }

  private static List<String> shapeChecks(List<Var> added, List<Var> like) {
    List<String> checks = new ArrayList<>();
    for (int i = 0; i < added.size(); i++) {
      if (added.get(i).type() instanceof Type.RecordOf) {
        checks.add("NullPointerException if " + code(added.get(i)) + " is null");
      } else if (added.get(i).type().rank() > 0) {
        String shaped = code(added.get(i)) + " does not have the shape of " + code(like.get(i));
        checks.add("IllegalArgumentException if " + shaped);
        checks.add("NullPointerException if " + code(added.get(i)) + " is null");
      }
    }
    return checks;
  }

  private List<String> directionChecks(List<Var> added) {
    List<String> checks = new ArrayList<>(shapeChecks(added, active));
    checks.add("IllegalArgumentException if the direction is zero");
    return checks;
  }

  private List<String> intoChecks(List<Var> added) {
    List<String> checks = new ArrayList<>(shapeChecks(added, active));
    checks.add("IllegalArgumentException if one of the arrays to write is also another argument");
    return checks;
  }

  private static String names(List<Var> variables) {
    List<String> codes = variables.stream().map(Documentation::code).toList();
    int last = codes.size() - 1;
    return last < 1
        ? String.join("", codes)
        : String.join(", ", codes.subList(0, last)) + " and " + codes.get(last);
  }

  private static String code(Var variable) {
    return "{@code " + variable.name() + "}";
  }

  /** Types as they stand in a link. */
  private static final class TypeText {

    private TypeText() {}

    static String of(Type type) {
      if (type instanceof Type.Primitive primitive) {
        return primitive.keyword();
      }
      if (type instanceof Type.Array array) {
        return of(array.element()) + "[]";
      }
      return type instanceof Type.RecordOf r ? r.name() : ((Type.Reference) type).name();
    }
  }
}
