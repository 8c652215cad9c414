package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/**
 * Which expressions of a body refer to arrays and collections that the body itself has made. A
 * variable does, if it never gets anything else.
 */
final class NewObjects extends TreePathScanner<Void, Void> {

  private final Reading reading;

  /** How many dimensions of its array are new, whatever the variable gets. */
  private final Map<Element, Integer> depths = new HashMap<>();

  /** Variables whose rows may be any arrays. */
  private final Set<Element> mixed = new HashSet<>();

  private NewObjects(Reading reading) {
    this.reading = reading;
  }

  /** Those that are made in the code at {@code path}. */
  static NewObjects within(TreePath path, Reading reading) {
    NewObjects objects = new NewObjects(reading);
    objects.scan(path, null);
    return objects;
  }

  /** Whether {@code object}, within {@code path}, is a new array of single values or collection. */
  boolean isNew(ExpressionTree object, TreePath path) {
    TypeMirror type = reading.mirror(Reading.within(path, object));
    boolean hasRows = type instanceof ArrayType array && isArray(array.getComponentType());
    return !hasRows && (made(object, path) > 0 || known(object, path) > 0);
  }

  /** Whether an assignment to {@code element}, within {@code path}, changes a new array only. */
  boolean isElement(ArrayAccessTree element, TreePath path) {
    TreePath root = root(element, path);
    int depth = -1;
    for (TreePath p = root; p != path; p = p.getParentPath()) {
      depth++;
    }
    ExpressionTree array = (ExpressionTree) root.getLeaf();
    boolean isKnown = known(array, root.getParentPath()) >= depth;
    return isKnown && (depth == 1 || !mixed.contains(reading.element(root)));
  }

  /** What the innermost index is applied to. */
  private static TreePath root(ExpressionTree element, TreePath path) {
    TreePath at = Reading.within(path, element);
    return element instanceof ArrayAccessTree access ? root(access.getExpression(), at) : at;
  }

  private static boolean isArray(TypeMirror type) {
    return type instanceof ArrayType;
  }

  /** How many dimensions of a variable's array are new. */
  private int known(ExpressionTree variable, TreePath path) {
    TreePath at = Reading.within(path, variable);
    return variable instanceof IdentifierTree ? depths.getOrDefault(reading.element(at), 0) : 0;
  }

  /** How many dimensions are new of what an expression makes; other names of arrays make none. */
  private int made(ExpressionTree value, TreePath path) {
    TreePath at = Reading.within(path, value);
    if (value instanceof ParenthesizedTree parentheses) {
      return made(parentheses.getExpression(), at);
    }
    if (value instanceof NewArrayTree array) {
      return array.getInitializers() == null ? array.getDimensions().size() : 1;
    }
    if (value instanceof NewClassTree created) {
      return created.getClassBody() == null
              && reading.element(at) instanceof ExecutableElement constructor
              && Callees.owner(constructor).startsWith("java.util.")
          ? 1
          : 0;
    }
    return value instanceof MethodInvocationTree call && isCopy(call, at) ? 1 : 0;
  }

  private boolean isCopy(MethodInvocationTree call, TreePath at) {
    TreePath select = Reading.within(at, call.getMethodSelect());
    if (!(reading.element(select) instanceof ExecutableElement method)) {
      return false;
    }
    String name = method.getSimpleName().toString();
    boolean isClone =
        name.equals("clone")
            && call.getMethodSelect() instanceof MemberSelectTree member
            && isArray(reading.mirror(Reading.within(select, member.getExpression())));
    return isClone
        || name.startsWith("copyOf") && Callees.owner(method).equals("java.util.Arrays")
        || name.equals("toArray") && Callees.owner(method).startsWith("java.util.stream.");
  }

  private void gets(Element variable, int depth) {
    if (variable != null && variable.getKind() == ElementKind.LOCAL_VARIABLE) {
      depths.merge(variable, depth, Math::min);
    }
  }

  @Override
  public Void visitVariable(VariableTree tree, Void nothing) {
    super.visitVariable(tree, nothing);
    ExpressionTree value = tree.getInitializer();
    if (value != null) {
      gets(reading.element(getCurrentPath()), made(value, getCurrentPath()));
    }
    return null;
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void nothing) {
    super.visitAssignment(tree, nothing);
    int depth = made(tree.getExpression(), getCurrentPath());
    TreePath target = Reading.within(getCurrentPath(), tree.getVariable());
    if (tree.getVariable() instanceof IdentifierTree) {
      gets(reading.element(target), depth);
    }
    if (tree.getVariable() instanceof ArrayAccessTree && isArray(reading.mirror(target))) {
      mixed.add(reading.element(root(tree.getVariable(), getCurrentPath())));
    }
    return null;
  }

  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
    gets(reading.element(Reading.within(getCurrentPath(), tree.getVariable())), 0);
    return super.visitEnhancedForLoop(tree, nothing);
  }
}
