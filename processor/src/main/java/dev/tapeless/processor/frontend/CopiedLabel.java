package dev.tapeless.processor.frontend;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/**
 * Copies labels into a switch that Java carries out: the names of enum constants, and constant
 * expressions, in which nothing may be a variable of the generated method.
 */
final class CopiedLabel extends TreePathScanner<Void, Void> {

  private final Reading reading;
  private final Map<Var, Expr> constants = new HashMap<>();

  private CopiedLabel(Reading reading) {
    this.reading = reading;
  }

  /**
   * The text of a label.
   *
   * @param operands those of the whole switch; the label's are added
   */
  static List<Snippet.Piece> of(TreePath label, List<Expr> operands, Reading reading) {
    Element element = reading.element(label);
    if (label.getLeaf() instanceof IdentifierTree name
        && element != null
        && element.getKind() == ElementKind.ENUM_CONSTANT) {
      return List.of(new Snippet.Text(name.getName().toString()));
    }
    if (element instanceof VariableElement constant && constant.getConstantValue() != null) {
      operands.add(Literals.any(constant.getConstantValue()));
      return List.of(new Snippet.Operand(operands.size() - 1, false));
    }
    CopiedLabel copied = new CopiedLabel(reading);
    copied.scan(label, null);
    return copied.pieces(SnippetScanner.read(label, reading).snippet(), operands);
  }

  private List<Snippet.Piece> pieces(Snippet code, List<Expr> operands) {
    int first = operands.size();
    code.operands().forEach(operand -> operands.add(constant(operand)));
    return code.pieces().stream()
        .map(
            piece ->
                piece instanceof Snippet.Operand o
                    ? new Snippet.Operand(first + o.index(), false)
                    : piece)
        .toList();
  }

  private Expr constant(Expr operand) {
    return operand instanceof Expr.Read read
        ? constants.getOrDefault(read.variable(), operand)
        : operand;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void nothing) {
    if (reading.element(getCurrentPath()) instanceof VariableElement variable
        && FieldReader.isVariable(variable)
        && variable.getConstantValue() != null) {
      constants.put(reading.variable(variable), Literals.any(variable.getConstantValue()));
    }
    return super.visitIdentifier(tree, nothing);
  }
}
