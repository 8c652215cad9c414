package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Which methods change nothing that their callers can see. Their source says so: they assign local
 * variables only, and call only methods of which the same is known. A method that can be overridden
 * may do anything.
 */
final class Purity {

  private final TypedSources sources;
  private final Map<ExecutableElement, Boolean> known = new HashMap<>();

  Purity(TypedSources sources) {
    this.sources = sources;
  }

  /** Whether a call of {@code method} is known to change nothing. */
  boolean isPure(ExecutableElement method) {
    Boolean answer = known.get(method);
    if (answer == null) {
      known.put(method, true); // A call of itself changes no more than the method does.
      answer = !canBeOverridden(method) && saysSo(method);
      known.put(method, answer);
    }
    return answer;
  }

  /** Whether another method may run where {@code method} is called. */
  static boolean canBeOverridden(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean isFinal =
        owner.getModifiers().contains(Modifier.FINAL)
            || owner.getKind() == ElementKind.RECORD
            || method.getModifiers().contains(Modifier.FINAL)
            || method.getModifiers().contains(Modifier.PRIVATE)
            || method.getModifiers().contains(Modifier.STATIC);
    return !isFinal;
  }

  private boolean saysSo(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    Optional<TreePath> path = sources.declaration(method);
    if (path.isEmpty()) {
      // The accessors of a record have no source of their own.
      return owner.getKind() == ElementKind.RECORD && method.getParameters().isEmpty();
    }
    if (!(path.get().getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
      return false;
    }
    Scanner scanner = new Scanner();
    scanner.scan(path.get(), null);
    return scanner.isPure;
  }

  private final class Scanner extends TreePathScanner<Void, Void> {

    private boolean isPure = true;

    private void assigned(ExpressionTree target) {
      if (target instanceof ParenthesizedTree parentheses) {
        assigned(parentheses.getExpression());
      } else {
        Element element = sources.trees().getElement(new TreePath(getCurrentPath(), target));
        boolean isLocal = target instanceof IdentifierTree && FieldReader.isVariable(element);
        isPure &= isLocal && !(target instanceof ArrayAccessTree);
      }
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
      assigned(tree.getVariable());
      return super.visitAssignment(tree, nothing);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
      assigned(tree.getVariable());
      return super.visitCompoundAssignment(tree, nothing);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void nothing) {
      if (Operators.compound(tree.getKind()) != null) {
        assigned(tree.getExpression());
      }
      return super.visitUnary(tree, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
      TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
      isPure &=
          sources.trees().getElement(select) instanceof ExecutableElement method
              && (Library.isPure(method) || CallsWithin.makesText(method) || isPure(method));
      return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void nothing) {
      boolean isKnown =
          sources.trees().getElement(getCurrentPath()) instanceof ExecutableElement constructor
              && (CallsWithin.makesText(constructor) || CallsWithin.makesThrowable(constructor));
      isPure &= isKnown;
      return super.visitNewClass(tree, nothing);
    }

    @Override
    public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
      isPure = false;
      return null;
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
      return isPure ? super.scan(tree, nothing) : null;
    }
  }
}
