package dev.tapeless.processor.frontend;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.TreePath;
import java.util.Optional;

/**
 * A condition, as far as it asks whether a component is {@code null}.
 *
 * @param kind whether it is true of {@code null} or of everything else; empty for other conditions
 */
record NullTest(Optional<Kind> kind) {

  /** The test of {@code component} that {@code condition}, within {@code path}, is. */
  NullTest(KeptValues component, ExpressionTree condition, TreePath path) {
    this(kind(component, condition, path));
  }

  private static Optional<Kind> kind(
      KeptValues component, ExpressionTree condition, TreePath path) {
    TreePath at = Reading.within(path, condition);
    if (condition instanceof ParenthesizedTree parentheses) {
      return kind(component, parentheses.getExpression(), at);
    }
    return condition instanceof BinaryTree test
            && (test.getKind() == Kind.EQUAL_TO || test.getKind() == Kind.NOT_EQUAL_TO)
            && test.getRightOperand().getKind() == Kind.NULL_LITERAL
            && component.isKept(test.getLeftOperand(), at)
        ? Optional.of(test.getKind())
        : Optional.empty();
  }

  /** Whether the condition is true of {@code null}, and of nothing else. */
  boolean isForNull() {
    return kind.filter(k -> k == Kind.EQUAL_TO).isPresent();
  }

  /** What is chosen for {@code null}. */
  Optional<ExpressionTree> whenNull(ConditionalExpressionTree choice) {
    return kind.map(k -> isForNull() ? choice.getTrueExpression() : choice.getFalseExpression());
  }

  /** What is chosen for everything else. */
  Optional<ExpressionTree> otherwise(ConditionalExpressionTree choice) {
    return kind.map(k -> isForNull() ? choice.getFalseExpression() : choice.getTrueExpression());
  }
}
