package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Which variables of a method hold arrays that the method itself has made, and nothing else. */
final class OwnArrays extends TreePathScanner<Void, Void> {

  /** Classes whose static methods, and whose objects, return new arrays. */
  private static final Set<String> MAKERS = Set.of("java.util.Arrays", "java.lang.String");

  private final Trees trees;
  private final Set<Element> declared = new HashSet<>();
  private final Set<Element> others = new HashSet<>();

  private OwnArrays(Trees trees) {
    this.trees = trees;
  }

  /** The variables of the method at {@code path}. */
  static Set<Element> in(TreePath path, Trees trees) {
    OwnArrays scanner = new OwnArrays(trees);
    scanner.scan(path, null);
    scanner.declared.removeAll(scanner.others);
    return Set.copyOf(scanner.declared);
  }

  /** Whether calls of {@code method} return new arrays, if arrays at all. */
  static boolean isMaker(ExecutableElement method) {
    return MAKERS.contains(Callees.owner(method)) || method.getSimpleName().contentEquals("clone");
  }

  @Override
  public Void visitVariable(VariableTree tree, Void nothing) {
    Element variable = trees.getElement(getCurrentPath());
    if (variable != null && variable.getKind() == ElementKind.LOCAL_VARIABLE) {
      declared.add(variable);
      boolean isRow = getCurrentPath().getParentPath().getLeaf() instanceof EnhancedForLoopTree;
      boolean isOther =
          tree.getInitializer() != null && !isFresh(tree.getInitializer(), getCurrentPath());
      if (isRow || isOther) {
        others.add(variable);
      }
    }
    return super.visitVariable(tree, nothing);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void nothing) {
    if (!isFresh(tree.getExpression(), getCurrentPath())) {
      Element variable = root(tree.getVariable(), getCurrentPath());
      if (variable != null && isArray(tree.getExpression(), getCurrentPath())) {
        others.add(variable);
      }
    }
    return super.visitAssignment(tree, nothing);
  }

  /** The variable through which an element is reached. */
  private Element root(ExpressionTree target, TreePath parent) {
    TreePath path = new TreePath(parent, target);
    if (target instanceof ArrayAccessTree access) {
      return root(access.getExpression(), path);
    }
    if (target instanceof ParenthesizedTree parentheses) {
      return root(parentheses.getExpression(), path);
    }
    return target instanceof IdentifierTree ? trees.getElement(path) : null;
  }

  /** Whether {@code value} is an array that nothing else refers to, nor to a row of it. */
  private boolean isFresh(ExpressionTree value, TreePath parent) {
    TreePath path = new TreePath(parent, value);
    if (value instanceof ParenthesizedTree parentheses) {
      return isFresh(parentheses.getExpression(), path);
    }
    if (value instanceof NewArrayTree made) {
      List<? extends ExpressionTree> elements = made.getInitializers();
      return elements == null
          || elements.stream().allMatch(e -> !isArray(e, path) || isFresh(e, path));
    }
    if (value.getKind() == Tree.Kind.NULL_LITERAL) {
      return true;
    }
    return value instanceof MethodInvocationTree call
        && trees.getElement(new TreePath(path, call.getMethodSelect()))
            instanceof ExecutableElement method
        && isMaker(method)
        && trees.getTypeMirror(path) instanceof ArrayType array
        && !(array.getComponentType() instanceof ArrayType);
  }

  private boolean isArray(ExpressionTree e, TreePath parent) {
    TypeMirror type = trees.getTypeMirror(new TreePath(parent, e));
    return type instanceof ArrayType;
  }
}
