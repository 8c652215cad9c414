package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads array elements and the creation of arrays. */
final class ArrayReader {

  private final Reading reading;
  private final ExpressionReader expressions;

  ArrayReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  /** Array and index of an element access, in this order. */
  Operands.Arranged place(ArrayAccessTree tree, TreePath path) {
    return reading.arrange(operands(tree, path));
  }

  /** Array and index of an element access, not yet brought together. */
  List<Lowered> operands(ArrayAccessTree tree, TreePath path) {
    Lowered array = reading.named(expressions.read(path, tree.getExpression()), "array");
    Lowered index = expressions.read(path, tree.getIndex(), Type.Primitive.INT);
    return List.of(array, index);
  }

  /** The element at {@code index}, or what stands in for it when the array has been refused. */
  Expr element(Expr array, Expr index, TreePath path) {
    return array.type() instanceof Type.Array
        ? new Expr.Element(array, index)
        : reading.standIn(path).value();
  }

  /** {@code array.length}. */
  Lowered length(Lowered array) {
    return reading.named(array, "array").map(Expr.Length::new);
  }

  /** {@code new double[n][]}, {@code new double[] {1, 2}}, or the braces alone. */
  Lowered create(NewArrayTree tree, TreePath path) {
    if (!(reading.type(path) instanceof Type.Array type) || !TypeReader.isReadable(type)) {
      return reading.refused(path, Refusals.type(reading.mirror(path)));
    }
    return tree.getInitializers() == null ? sized(tree, path, type) : literal(tree, path, type);
  }

  private Lowered sized(NewArrayTree tree, TreePath path, Type.Array type) {
    List<Type> ints = Collections.nCopies(tree.getDimensions().size(), Type.Primitive.INT);
    Operands.Arranged sizes = expressions.readAll(path, tree.getDimensions(), ints);
    return new Lowered(sizes.before(), new Expr.NewArray(type, sizes.values()));
  }

  private Lowered literal(NewArrayTree tree, TreePath path, Type.Array type) {
    return of(type, tree.getInitializers(), path);
  }

  /** A new array of the values of {@code trees}, which stand at {@code path}. */
  Lowered of(Type.Array type, List<? extends ExpressionTree> trees, TreePath path) {
    if (trees.isEmpty()) {
      return Lowered.pure(new Expr.NewArray(type, List.of(Exprs.num(0))));
    }
    List<Lowered> elements = new ArrayList<>();
    for (ExpressionTree element : trees) {
      elements.add(element(element, path, type.element()));
    }
    Operands.Arranged values = reading.arrange(elements);
    return new Lowered(values.before(), new Expr.ArrayLiteral(type, values.values()));
  }

  // Nested braces have the type that is expected where they stand.
  private Lowered element(ExpressionTree element, TreePath path, Type type) {
    if (element instanceof NewArrayTree nested
        && nested.getType() == null
        && type instanceof Type.Array array) {
      return literal(nested, Reading.within(path, nested), array);
    }
    return expressions.read(path, element, type);
  }
}
