package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Whether the number in a box is asked for whenever the box is declared: then it makes no
 * difference that this happens at once.
 */
final class SureUnboxing extends TreePathScanner<Void, Void> {

  private final Element variable;
  private final Reading reading;
  private boolean found;
  private boolean leaves;

  private SureUnboxing(Element variable, Reading reading) {
    this.variable = variable;
    this.reading = reading;
  }

  /** Whether what follows the declaration at {@code path} asks for the number. */
  static boolean of(Element variable, TreePath path, Reading reading) {
    SureUnboxing scanner = new SureUnboxing(variable, reading);
    TreePath around = path.getParentPath();
    if (around.getLeaf() instanceof EnhancedForLoopTree loop) {
      scanner.statement(loop.getStatement(), around);
    } else if (around.getLeaf() instanceof BlockTree block) {
      List<? extends StatementTree> all = block.getStatements();
      all.subList(all.indexOf(path.getLeaf()) + 1, all.size())
          .forEach(s -> scanner.statement(s, around));
    }
    return scanner.found;
  }

  private void statement(StatementTree statement, TreePath around) {
    if (!found && !leaves) {
      scan(Reading.within(around, statement), null);
    }
  }

  /** Part of what {@code tree} has is not reached every time; a jump there may leave it. */
  private Void part(Tree... always) {
    for (Tree sure : always) {
      scan(sure, null);
    }
    if (!found) {
      new TreePathScanner<Void, Void>() {
        @Override
        public Void scan(Tree inner, Void nothing) {
          leaves |= isJump(inner);
          return super.scan(inner, nothing);
        }
      }.scan(getCurrentPath(), null);
    }
    return null;
  }

  private static boolean isJump(Tree tree) {
    return tree instanceof ReturnTree
        || tree instanceof BreakTree
        || tree instanceof ContinueTree
        || tree instanceof ThrowTree
        || tree instanceof YieldTree;
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    if (found || leaves) {
      return null;
    }
    super.scan(tree, nothing);
    leaves |= !found && isJump(tree);
    return null;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void nothing) {
    found |=
        tree.getName().contentEquals(variable.getSimpleName())
            && variable.equals(reading.element(getCurrentPath()))
            && isAsked(getCurrentPath());
    return null;
  }

  /** Whether a number is wanted at {@code path}, or a method is called on the box. */
  private boolean isAsked(TreePath path) {
    TreePath around = path.getParentPath();
    Tree tree = around.getLeaf();
    if (tree instanceof ParenthesizedTree) {
      return isAsked(around);
    }
    if (tree instanceof BinaryTree binary) {
      return isNumber(binary, around, path.getLeaf());
    }
    if (tree instanceof CompoundAssignmentTree compound) {
      return isPrimitive(around, compound.getVariable());
    }
    if (tree instanceof AssignmentTree assignment) {
      return isPrimitive(around, assignment.getVariable());
    }
    if (tree instanceof MethodInvocationTree call) {
      return isNumber(call, around, path.getLeaf());
    }
    if (tree instanceof ReturnTree) {
      return returnsNumber(around);
    }
    return tree instanceof UnaryTree
        || tree instanceof MemberSelectTree
        || (tree instanceof TypeCastTree || tree instanceof VariableTree)
            && reading.mirror(around).getKind().isPrimitive();
  }

  private boolean isPrimitive(TreePath around, Tree tree) {
    return reading.mirror(Reading.within(around, tree)).getKind().isPrimitive();
  }

  private boolean isNumber(BinaryTree binary, TreePath path, Tree operand) {
    Tree other =
        binary.getLeftOperand() == operand ? binary.getRightOperand() : binary.getLeftOperand();
    boolean isIdentity =
        binary.getKind() == Tree.Kind.EQUAL_TO || binary.getKind() == Tree.Kind.NOT_EQUAL_TO;
    return isIdentity ? isPrimitive(path, other) : reading.mirror(path).getKind().isPrimitive();
  }

  private boolean isNumber(MethodInvocationTree call, TreePath path, Tree argument) {
    List<? extends ExpressionTree> arguments = call.getArguments();
    int index = arguments.indexOf(argument);
    return reading.element(Reading.within(path, call.getMethodSelect()))
            instanceof ExecutableElement method
        && index >= 0
        && index < method.getParameters().size()
        && method.getParameters().get(index).asType().getKind().isPrimitive();
  }

  private boolean returnsNumber(TreePath path) {
    TreePath around = path;
    while (!(around.getLeaf() instanceof MethodTree)) {
      if (around.getLeaf() instanceof LambdaExpressionTree) {
        return false;
      }
      around = around.getParentPath();
    }
    TypeMirror result = ((ExecutableElement) reading.element(around)).getReturnType();
    return result.getKind().isPrimitive();
  }

  @Override
  public Void visitConditionalExpression(ConditionalExpressionTree tree, Void nothing) {
    return scan(tree.getCondition(), nothing);
  }

  @Override
  public Void visitBinary(BinaryTree tree, Void nothing) {
    boolean mayStop =
        tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR;
    return mayStop ? scan(tree.getLeftOperand(), nothing) : super.visitBinary(tree, nothing);
  }

  @Override
  public Void visitIf(IfTree tree, Void nothing) {
    return part(tree.getCondition());
  }

  @Override
  public Void visitWhileLoop(WhileLoopTree tree, Void nothing) {
    return part(tree.getCondition());
  }

  @Override
  public Void visitDoWhileLoop(DoWhileLoopTree tree, Void nothing) {
    return part(tree.getStatement());
  }

  @Override
  public Void visitForLoop(ForLoopTree tree, Void nothing) {
    tree.getInitializer().forEach(s -> scan(s, nothing));
    return part(tree.getCondition());
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
    return part(tree.getExpression());
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void nothing) {
    return part(tree.getExpression());
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
    return part(tree.getExpression());
  }

  @Override
  public Void visitTry(TryTree tree, Void nothing) {
    return part();
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void nothing) {
    return null;
  }
}
