package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;

/** Reads names: variables, constants, static fields, and the length of an array. */
final class FieldReader {

  // Named in formulas, and therefore also in generated ones.
  private static final Set<String> NAMED_NUMBERS =
      Set.of(
          "java.lang.Math.PI",
          "java.lang.Math.E",
          "java.lang.StrictMath.PI",
          "java.lang.StrictMath.E");

  private final Reading reading;
  private final ExpressionReader expressions;

  FieldReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  /** A simple name. */
  Lowered name(TreePath path) {
    Element element = reading.element(path);
    if (isVariable(element)) {
      return Lowered.pure(reading.variable(element).read());
    }
    return field(element, path);
  }

  /** Whether {@code element} is a local variable or a parameter. */
  static boolean isVariable(Element element) {
    return element != null
        && (element.getKind() == ElementKind.LOCAL_VARIABLE
            || element.getKind() == ElementKind.PARAMETER);
  }

  /** {@code x.length}, or a field with its class in front. */
  Lowered select(MemberSelectTree tree, TreePath path) {
    ExpressionTree qualifier = tree.getExpression();
    TreePath qualifierPath = Reading.within(path, qualifier);
    if (reading.mirror(qualifierPath) instanceof ArrayType) {
      return expressions.arrays().length(expressions.read(qualifierPath));
    }
    Element element = reading.element(path);
    if (element instanceof VariableElement field
        && isStatic(field)
        && !(reading.element(qualifierPath) instanceof TypeElement)) {
      return reading.refused(
          path,
          new Problem.Unsupported(
              "the static field " + describe(field) + " read through an object",
              "put the name of its class in front of it"));
    }
    return field(element, path);
  }

  private Lowered field(Element element, TreePath path) {
    if (!(element instanceof VariableElement field)) {
      return reading.refused(path, Refusals.of(path.getLeaf()));
    }
    if (!isStatic(field)) {
      return reading.refused(
          path,
          new Problem.NotSupportedYet(
              "the instance field " + field.getSimpleName(), "pass its value as a parameter"));
    }
    return staticField(field, path);
  }

  private Lowered staticField(VariableElement field, TreePath path) {
    Type type = TypeReader.type(field.asType());
    if (!TypeReader.isReadable(type)) {
      return reading.refused(path, Refusals.type(field.asType()));
    }
    String owner = ((TypeElement) field.getEnclosingElement()).getQualifiedName().toString();
    String name = field.getSimpleName().toString();
    if (field.getConstantValue() != null && !NAMED_NUMBERS.contains(owner + "." + name)) {
      return Lowered.pure(Literals.constant(field.getConstantValue()).orElseThrow());
    }
    if (!field.getModifiers().contains(Modifier.FINAL)) {
      return reading.refused(path, new Problem.MutableState(describe(field)));
    }
    if (!Visibility.isVisible(field, reading.callees().packageName())) {
      return reading.refused(path, new Problem.PrivateState(describe(field)));
    }
    return Lowered.pure(new Expr.StaticField(owner, name, type));
  }

  /** Whether {@code field} belongs to its class. */
  static boolean isStatic(Element field) {
    return field.getModifiers().contains(Modifier.STATIC);
  }

  /** The field in words: {@code Model.RATE}. */
  static String describe(Element field) {
    return field.getEnclosingElement().getSimpleName() + "." + field.getSimpleName();
  }
}
