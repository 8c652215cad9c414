package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private static final Set<ElementKind> VARIABLES =
      Set.of(
          ElementKind.LOCAL_VARIABLE,
          ElementKind.PARAMETER,
          ElementKind.EXCEPTION_PARAMETER,
          ElementKind.RESOURCE_VARIABLE,
          ElementKind.BINDING_VARIABLE);

  private final Reading reading;
  private final ExpressionReader expressions;

  FieldReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  /** A simple name. */
  Lowered name(TreePath path) {
    Element element = reading.element(path);
    return reading.isVariable(element)
        ? Lowered.pure(reading.variable(element).read())
        : field(element, path);
  }

  /** Whether {@code element} is a local variable or a parameter. */
  static boolean isVariable(Element element) {
    return element != null && VARIABLES.contains(element.getKind());
  }

  /** {@code x.length}, or a field with its class in front. */
  Lowered select(MemberSelectTree tree, TreePath path) {
    ExpressionTree qualifier = tree.getExpression();
    TreePath qualifierPath = Reading.within(path, qualifier);
    if (reading.mirror(qualifierPath) instanceof ArrayType) {
      return expressions.arrays().length(expressions.read(qualifierPath));
    }
    if (isQualifiedThis(tree)) {
      return reading
          .receiver(tree, path)
          .map(Lowered::pure)
          .orElseGet(() -> reading.refused(path, Refusals.outer(tree)));
    }
    Element element = reading.element(path);
    if (reading.isVariable(element)) {
      return Lowered.pure(reading.variable(element).read());
    }
    if (!(element instanceof VariableElement field) || isClass(tree)) {
      return expressions.opaque().value(path, "value");
    }
    boolean throughClass = reading.element(qualifierPath) instanceof TypeElement;
    if (isStatic(field) && !throughClass) {
      return reading.refused(
          path,
          new Problem.Unsupported(
              "the static field " + describe(field) + " read through an object",
              "put the name of its class in front of it"));
    }
    return isStatic(field)
        ? staticField(field, path)
        : instanceField(expressions.read(qualifierPath), field, path);
  }

  /** Whether {@code tree} is {@code Model.this} or {@code Model.super}. */
  static boolean isQualifiedThis(MemberSelectTree tree) {
    return tree.getIdentifier().contentEquals("this")
        || tree.getIdentifier().contentEquals("super");
  }

  /** {@code Model.class}. */
  private static boolean isClass(MemberSelectTree tree) {
    return tree.getIdentifier().contentEquals("class");
  }

  private Lowered field(Element element, TreePath path) {
    boolean isThis = path.getLeaf().toString().equals("this");
    if (isThis && reading.receiver().isPresent()) {
      return Lowered.pure(reading.receiver().get());
    }
    if (isThis || !(element instanceof VariableElement field)) {
      return reading.refused(path, Refusals.of(path.getLeaf()));
    }
    if (isStatic(field)) {
      return staticField(field, path);
    }
    return reading.receiver(field).isPresent()
        ? instanceField(Lowered.pure(reading.receiver().get()), field, path)
        : reading.refused(path, Refusals.instanceField(field));
  }

  private Lowered staticField(VariableElement field, TreePath path) {
    String name = Callees.owner(field) + "." + field.getSimpleName();
    if (field.getConstantValue() != null && !NAMED_NUMBERS.contains(name)) {
      return Lowered.pure(Literals.any(field.getConstantValue()));
    }
    return value(Lowered.pure(null), field, path);
  }

  private Lowered instanceField(Lowered object, VariableElement field, TreePath path) {
    if (field.getConstantValue() != null && !isReadThroughObject(object.value(), field)) {
      return constant(object, field);
    }
    if (object.value().type() instanceof Type.RecordOf) {
      return expressions.records().component(object, Records.component(field).orElseThrow());
    }
    if (!(object.value().type() instanceof Type.Reference)) {
      return reading.refused(path, Refusals.instanceField(field));
    }
    return value(object, field, path);
  }

  /**
   * Whether a constant is read as a field, because its object may be null: reading it throws what
   * the method throws.
   */
  private boolean isReadThroughObject(Expr object, VariableElement field) {
    return !isThere(object)
        && Visibility.isVisible(field, reading.callees().packageName())
        && TypeReader.isReadable(TypeReader.type(field.asType()));
  }

  private boolean isThere(Expr object) {
    return object.type() instanceof Type.RecordOf
        || reading.receiver().equals(Optional.of(object))
        || !(object.type() instanceof Type.Reference);
  }

  private Lowered constant(Lowered object, VariableElement field) {
    List<Stmt> before = new ArrayList<>(object.before());
    if (!isThere(object.value())) {
      before.add(new Stmt.Require(new Requirement.NotNull(object.value()), Origin.NONE));
    }
    return new Lowered(before, Literals.any(field.getConstantValue()));
  }

  private Lowered value(Lowered object, VariableElement field, TreePath path) {
    if (!TypeReader.isReadable(TypeReader.type(field.asType()))) {
      return reading.refused(path, Refusals.type(field.asType()));
    }
    if (!Visibility.isVisible(field, reading.callees().packageName())
        && !canBeLookedUp(field, reading)) {
      return reading.refused(path, new Problem.PrivateState("field " + describe(field)));
    }
    Expr.Field read = expression(field, Optional.ofNullable(object.value()), reading);
    Expr.Field value =
        new Expr.Field(
            read.object(),
            read.owner(),
            read.name(),
            TypeReader.object(reading.type(path)),
            read.isFinal(),
            Visibility.isVisible(field, reading.callees().packageName())
                ? Expr.Access.BY_NAME
                : read.access());
    Lowered whole = new Lowered(object.before(), value);
    // A field that can change is read once, where the method reads it.
    return value.isFinal() ? whole : reading.kept(whole, value.name());
  }

  /** The value of {@code field}, which the generated class has to look up. */
  static Expr.Field expression(VariableElement field, Optional<Expr> object, Reading reading) {
    boolean isNamed =
        Visibility.isVisible(field.getEnclosingElement(), reading.callees().packageName());
    return new Expr.Field(
        object,
        Callees.owner(field),
        field.getSimpleName().toString(),
        TypeReader.object(TypeReader.type(field.asType())),
        field.getModifiers().contains(Modifier.FINAL),
        isNamed ? Expr.Access.BY_LOOKUP : Expr.Access.BY_LOOKUP_OF_CLASS);
  }

  /**
   * Whether the generated class may look up {@code field}, which it cannot name: one of the same
   * module, as all are whose source is at hand. An object must be of a class that can be named.
   */
  static boolean canBeLookedUp(VariableElement field, Reading reading) {
    String home = reading.callees().packageName();
    TypeElement owner = (TypeElement) field.getEnclosingElement();
    boolean isKnown =
        owner.getQualifiedName().length() > 0
            && (isStatic(field) || Visibility.isVisible(owner, home));
    return isKnown
        && reading.callees().hasSource(owner)
        && Visibility.isVisible(field.asType(), home);
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
