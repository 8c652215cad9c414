package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.problems.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** Reads what stands on the left of an assignment. */
final class TargetReader {

  private final Reading reading;
  private final ExpressionReader expressions;

  TargetReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  /**
   * A variable, or an element by its array and index.
   *
   * @param operands none, or array and index, not yet brought into order with the right side
   */
  record Target(Optional<Var> variable, List<Lowered> operands, Type type) {

    /** The place, from the first of the values that the operands got. */
    Place place(List<Expr> values) {
      return variable.isPresent()
          ? variable.get().read()
          : new Expr.Element(values.get(0), values.get(1));
    }
  }

  /** The target; empty when it has been refused. */
  Optional<Target> read(TreePath path) {
    if (path.getLeaf() instanceof ParenthesizedTree parentheses) {
      return read(Reading.within(path, parentheses.getExpression()));
    }
    if (path.getLeaf() instanceof ArrayAccessTree access) {
      return element(access, path);
    }
    Element element = reading.element(path);
    if (!reading.isVariable(element)) {
      reading.refuse(path, outside(element, path));
      return Optional.empty();
    }
    Var variable = reading.variable(element);
    return TypeReader.isReadable(variable.type())
        ? Optional.of(new Target(Optional.of(variable), List.of(), variable.type()))
        : Optional.empty();
  }

  /** Whether the target at {@code path} is a field that can have no derivative. */
  boolean isPassiveField(TreePath path) {
    if (path.getLeaf() instanceof ParenthesizedTree parentheses) {
      return isPassiveField(Reading.within(path, parentheses.getExpression()));
    }
    Element element = path.getLeaf() instanceof ArrayAccessTree ? null : reading.element(path);
    return element != null
        && element.getKind() == ElementKind.FIELD
        && !reading.isVariable(element)
        && !reading.type(element.asType()).isDifferentiable()
        && TypeReader.isReadable(reading.type(element.asType()));
  }

  private static Problem outside(Element element, TreePath path) {
    return element != null && element.getKind() == ElementKind.FIELD
        ? new Problem.WritesState("the field " + FieldReader.describe(element))
        : Refusals.of(path.getLeaf());
  }

  private Optional<Target> element(ArrayAccessTree tree, TreePath path) {
    List<Lowered> operands = expressions.arrays().operands(tree, path);
    Expr array = operands.get(0).value();
    if (!(array.type() instanceof Type.Array type)) {
      return Optional.empty();
    }
    if (root(array) instanceof Expr.Field field) {
      String owner = field.owner().substring(field.owner().lastIndexOf('.') + 1);
      reading.refuse(path, new Problem.WritesState("the field " + owner + "." + field.name()));
      return Optional.empty();
    }
    return Optional.of(new Target(Optional.empty(), operands, type.element()));
  }

  private static Expr root(Expr array) {
    return array instanceof Expr.Element element ? root(element.array()) : array;
  }
}
