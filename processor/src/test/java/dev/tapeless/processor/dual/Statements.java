package dev.tapeless.processor.dual;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.List;
import javax.lang.model.element.Element;

/** Runs statements. The visitor's argument is the label of the statement, or empty. */
final class Statements extends SimpleTreeVisitor<Void, String> {

  private static final String NO_LABEL = "";

  private final Expressions expressions;
  private final Source source;
  private final Frame frame;

  Statements(Expressions expressions, Source source, Frame frame) {
    this.expressions = expressions;
    this.source = source;
    this.frame = frame;
  }

  void run(StatementTree statement) {
    statement.accept(this, NO_LABEL);
  }

  private boolean isTrue(ExpressionTree condition) {
    return condition == null || (boolean) expressions.value(condition);
  }

  @Override
  protected Void defaultAction(Tree tree, String label) {
    throw new UnsupportedOperationException(tree.getKind() + ": " + tree);
  }

  @Override
  public Void visitBlock(BlockTree tree, String label) {
    leavingLabel(label, () -> tree.getStatements().forEach(this::run));
    return null;
  }

  @Override
  public Void visitEmptyStatement(EmptyStatementTree tree, String label) {
    return null;
  }

  @Override
  public Void visitExpressionStatement(ExpressionStatementTree tree, String label) {
    expressions.value(tree.getExpression());
    return null;
  }

  @Override
  public Void visitVariable(VariableTree tree, String label) {
    Element variable = source.element(tree);
    frame
        .variables()
        .put(
            variable,
            tree.getInitializer() == null
                ? null
                : expressions.valueAs(tree.getInitializer(), variable.asType()));
    return null;
  }

  @Override
  public Void visitIf(IfTree tree, String label) {
    if (isTrue(tree.getCondition())) {
      run(tree.getThenStatement());
    } else if (tree.getElseStatement() != null) {
      run(tree.getElseStatement());
    }
    return null;
  }

  @Override
  public Void visitLabeledStatement(LabeledStatementTree tree, String label) {
    return tree.getStatement().accept(this, tree.getLabel().toString());
  }

  private static void leavingLabel(String label, Runnable body) {
    try {
      body.run();
    } catch (Jump jump) {
      if (label.isEmpty() || !jump.leaves(label)) {
        throw jump;
      }
    }
  }

  /** Whether the loop goes on. */
  private boolean iteration(StatementTree body, String label) {
    try {
      run(body);
      return true;
    } catch (Jump jump) {
      if (jump.leadsTo(Jump.Kind.BREAK, label)) {
        return false;
      }
      if (jump.leadsTo(Jump.Kind.CONTINUE, label)) {
        return true;
      }
      throw jump;
    }
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, String label) {
    tree.getInitializer().forEach(this::run);
    while (isTrue(tree.getCondition()) && iteration(tree.getStatement(), label)) {
      tree.getUpdate().forEach(this::run);
    }
    return null;
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, String label) {
    while (isTrue(tree.getCondition()) && iteration(tree.getStatement(), label)) {
      // The condition says when to stop.
    }
    return null;
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, String label) {
    while (iteration(tree.getStatement(), label) && isTrue(tree.getCondition())) {
      // The condition says when to stop.
    }
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, String label) {
    Object[] elements = (Object[]) expressions.value(tree.getExpression());
    Element variable = source.element(tree.getVariable());
    for (Object element : elements) {
      frame.variables().put(variable, Values.convert(element, variable.asType()));
      if (!iteration(tree.getStatement(), label)) {
        return null;
      }
    }
    return null;
  }

  @Override
  public Void visitSwitch(SwitchTree tree, String label) {
    Object value = expressions.value(tree.getExpression());
    List<? extends CaseTree> cases = tree.getCases();
    int start = -1;
    for (int i = 0; i < cases.size(); i++) {
      boolean matches =
          cases.get(i).getExpressions().stream().anyMatch(e -> expressions.value(e).equals(value));
      boolean isDefault = cases.get(i).getExpressions().isEmpty();
      if (matches) {
        start = i;
        break;
      }
      start = isDefault ? i : start;
    }
    int first = start;
    try {
      if (first >= 0) {
        runCases(cases, first);
      }
    } catch (Jump jump) {
      if (!jump.leadsTo(Jump.Kind.BREAK, label)) {
        throw jump;
      }
    }
    return null;
  }

  private void runCases(List<? extends CaseTree> cases, int first) {
    for (CaseTree group : cases.subList(first, cases.size())) {
      if (group.getCaseKind() == CaseTree.CaseKind.RULE) {
        runBody(group.getBody());
        return;
      }
      group.getStatements().forEach(this::run);
    }
  }

  private void runBody(Tree body) {
    if (body instanceof StatementTree statement) {
      run(statement);
    } else {
      expressions.value((ExpressionTree) body);
    }
  }

  @Override
  public Void visitBreak(BreakTree tree, String label) {
    throw Jump.to(Jump.Kind.BREAK, tree.getLabel());
  }

  @Override
  public Void visitContinue(ContinueTree tree, String label) {
    throw Jump.to(Jump.Kind.CONTINUE, tree.getLabel());
  }

  @Override
  public Void visitReturn(ReturnTree tree, String label) {
    throw Jump.returned(
        tree.getExpression() == null ? null : expressions.value(tree.getExpression()));
  }

  @Override
  public Void visitThrow(ThrowTree tree, String label) {
    throw Jump.thrown(source.type(tree.getExpression()));
  }

  @Override
  public Void visitTry(TryTree tree, String label) {
    try {
      run(tree.getBlock());
    } catch (Jump jump) {
      CatchTree handler =
          tree.getCatches().stream()
              .filter(c -> catches(c, jump))
              .findFirst()
              .orElseThrow(() -> jump);
      run(handler.getBlock());
    } finally {
      if (tree.getFinallyBlock() != null) {
        run(tree.getFinallyBlock());
      }
    }
    return null;
  }

  private boolean catches(CatchTree handler, Jump jump) {
    return jump.kind() == Jump.Kind.THROW
        && source.isSubtype(jump.thrown(), source.element(handler.getParameter()).asType());
  }
}
