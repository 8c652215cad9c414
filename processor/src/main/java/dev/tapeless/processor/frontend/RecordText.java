package dev.tapeless.processor.frontend;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;

/** Records that are known by their components, in copied code. */
final class RecordText {

  private RecordText() {}

  /**
   * What stands for {@code value} in copied code: {@code new Point(a, b)} for a record, which
   * equals any other with these components; all else is an operand.
   */
  static List<Snippet.Piece> of(Expr value, Function<Expr, Snippet.Piece> operand) {
    if (!(value.type() instanceof Type.RecordOf record)) {
      return List.of(operand.apply(value));
    }
    List<Snippet.Piece> pieces = new ArrayList<>();
    pieces.add(new Snippet.Text("new "));
    pieces.add(new Snippet.TypeName(record.object()));
    String separator = "(";
    for (Type.Component c : record.components()) {
      pieces.add(new Snippet.Text(separator));
      separator = ", ";
      pieces.addAll(of(new Expr.Component(value, c.name(), c.type()), operand));
    }
    pieces.add(new Snippet.Text(")"));
    return pieces;
  }

  /** The component of a known record that the call at {@code path} reads, if it reads one. */
  static Optional<Expr> component(TreePath path, Reading reading) {
    if (!(path.getLeaf() instanceof MethodInvocationTree call)) {
      return reading.simpleObject(path).filter(RecordText::isRecord);
    }
    TreePath select = new TreePath(path, call.getMethodSelect());
    if (!(reading.element(select) instanceof ExecutableElement method)
        || reading.callees().hasSource(method)) {
      return Optional.empty();
    }
    Optional<Expr> object =
        call.getMethodSelect() instanceof MemberSelectTree member
            ? component(new TreePath(select, member.getExpression()), reading)
            : reading.receiver().filter(RecordText::isRecord);
    return Records.component(method)
        .flatMap(c -> object.map(o -> new Expr.Component(o, c.name(), c.type())));
  }

  private static boolean isRecord(Expr e) {
    return e.type() instanceof Type.RecordOf;
  }
}
