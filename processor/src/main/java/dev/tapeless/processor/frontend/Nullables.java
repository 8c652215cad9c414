package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;

/** Finds the variables that a method compares with {@code null} or sets to it, or may set to it. */
final class Nullables extends TreePathScanner<Void, Void> {

  private final Reading reading;
  private final Set<Element> found = new HashSet<>();

  private Nullables(Reading reading) {
    this.reading = reading;
  }

  /** The variables of the tree at {@code path}. */
  static Set<Element> in(TreePath path, Reading reading) {
    Nullables scanner = new Nullables(reading);
    scanner.scan(path, null);
    scanner.found.addAll(NullableBoxes.in(path, scanner.found, reading));
    return scanner.found;
  }

  @Override
  public Void visitBinary(BinaryTree tree, Void nothing) {
    if (isNull(tree.getLeftOperand())) {
      add(tree.getRightOperand());
    }
    if (isNull(tree.getRightOperand())) {
      add(tree.getLeftOperand());
    }
    return super.visitBinary(tree, nothing);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void nothing) {
    if (isNull(tree.getExpression())) {
      add(tree.getVariable());
    }
    return super.visitAssignment(tree, nothing);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void nothing) {
    if (isNull(tree.getInitializer())) {
      found.add(reading.element(getCurrentPath()));
    }
    return super.visitVariable(tree, nothing);
  }

  private static boolean isNull(Tree tree) {
    if (tree instanceof ParenthesizedTree parentheses) {
      return isNull(parentheses.getExpression());
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return isNull(choice.getTrueExpression()) || isNull(choice.getFalseExpression());
    }
    return tree != null && tree.getKind() == Tree.Kind.NULL_LITERAL;
  }

  private void add(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree parentheses) {
      add(parentheses.getExpression());
      return;
    }
    Element element = reading.element(new TreePath(getCurrentPath(), tree));
    if (FieldReader.isVariable(element)) {
      found.add(element);
    }
  }
}
