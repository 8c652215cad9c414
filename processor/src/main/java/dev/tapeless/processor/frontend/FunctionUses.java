package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Whether a function object is only called, by methods whose source is known: then nobody needs the
 * object, and each call is one of the function behind it.
 */
final class FunctionUses {

  private final CalleeSource callees;
  private final Reading reading;
  private final Set<Element> looked = new HashSet<>();

  private FunctionUses(Reading reading) {
    this.reading = reading;
    this.callees = reading.callees();
  }

  /** Whether {@code variable}, which the tree at {@code scope} knows, is only called. */
  static boolean areCalls(Element variable, TreePath scope, Reading reading) {
    return new FunctionUses(reading).areCalls(variable, scope);
  }

  /** Whether a function object that is given to {@code method} there is only called. */
  static boolean areCalls(ExecutableElement method, int parameter, Reading reading) {
    return new FunctionUses(reading).areCalls(method, parameter);
  }

  private boolean areCalls(ExecutableElement method, int parameter) {
    Element variable = method.getParameters().get(parameter);
    if (!looked.add(variable)) {
      return true;
    }
    Optional<TreePath> path = callees.declaration(method);
    return path.isPresent() && areCalls(variable, path.get());
  }

  private boolean areCalls(Element variable, TreePath scope) {
    Scanner scanner = new Scanner(variable);
    scanner.scan(scope, null);
    return scanner.onlyCalls;
  }

  private final class Scanner extends TreePathScanner<Void, Void> {

    private final Element variable;
    private boolean onlyCalls = true;

    private Scanner(Element variable) {
      this.variable = variable;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
      if (tree.getName().contentEquals(variable.getSimpleName())
          && variable.equals(reading.element(getCurrentPath()))) {
        onlyCalls &= isCall(getCurrentPath());
      }
      return null;
    }

    private boolean isCall(TreePath path) {
      TreePath parent = path.getParentPath();
      if (parent.getLeaf() instanceof ParenthesizedTree) {
        return isCall(parent);
      }
      if (parent.getLeaf() instanceof MemberSelectTree) {
        return reading.element(parent) instanceof ExecutableElement method
            && isFunctionOf(method)
            && parent.getParentPath().getLeaf() instanceof MethodInvocationTree;
      }
      return parent.getLeaf() instanceof MethodInvocationTree call
          && isHandedOn(call, parent, path.getLeaf());
    }

    private boolean isHandedOn(MethodInvocationTree call, TreePath path, Tree argument) {
      int index = -1;
      for (int i = 0; i < call.getArguments().size(); i++) {
        ExpressionTree given = call.getArguments().get(i);
        index = given == argument ? i : index;
      }
      Element callee = reading.element(new TreePath(path, call.getMethodSelect()));
      return index >= 0
          && callee instanceof ExecutableElement method
          && isRead(method, callees)
          && index < method.getParameters().size()
          && areCalls(method, index);
    }
  }

  /** Whether {@code method} is the one that a functional interface is about. */
  static boolean isFunctionOf(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.ABSTRACT)
        && method.getEnclosingElement().getKind() == ElementKind.INTERFACE;
  }

  /** Whether calls of {@code method} are read: its source is known, and no other runs instead. */
  static boolean isRead(ExecutableElement method, CalleeSource callees) {
    return !method.isVarArgs()
        && callees.hasSource(method)
        && (FieldReader.isStatic(method) || !Receivers.canBeOverridden(method));
  }
}
