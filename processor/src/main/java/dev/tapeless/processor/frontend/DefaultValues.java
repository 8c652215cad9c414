package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/**
 * Values that a constructor gives to a component that is {@code null}. A constructor that gets such
 * a value keeps it, if it puts it in the place of {@code null} in any case.
 */
final class DefaultValues {

  private static final Set<String> METHODS = Set.of("requireNonNullElse", "requireNonNullElseGet");

  private final Reading reading;
  private final KeptValues component;

  private DefaultValues(Reading reading, KeptValues component) {
    this.reading = reading;
    this.component = component;
  }

  /** Whether the assignment at {@code path} keeps the component, but for a default value. */
  static boolean isAssigned(TreePath path, KeptValues component, Reading reading) {
    return !component.isReal() && new DefaultValues(reading, component).isAssigned(path);
  }

  private boolean isAssigned(TreePath path) {
    ExpressionTree value = ((AssignmentTree) path.getLeaf()).getExpression();
    TreePath outer = outside(path);
    if (outer.getLeaf() instanceof IfTree test
        && test.getElseStatement() == null
        && new NullTest(component, test.getCondition(), outer).isForNull()) {
      return isNeverNull(value, path) && isBody(outside(outer));
    }
    return isBody(outer) && isChosen(value, path);
  }

  private boolean isChosen(ExpressionTree value, TreePath path) {
    TreePath at = Reading.within(path, value);
    if (value instanceof ConditionalExpressionTree choice) {
      NullTest test = new NullTest(component, choice.getCondition(), at);
      return test.whenNull(choice).filter(e -> isNeverNull(e, at)).isPresent()
          && test.otherwise(choice).filter(e -> component.isKept(e, at)).isPresent();
    }
    return value instanceof MethodInvocationTree call
        && reading.element(Reading.within(at, call.getMethodSelect()))
            instanceof ExecutableElement method
        && Callees.owner(method).equals("java.util.Objects")
        && METHODS.contains(method.getSimpleName().toString())
        && component.isKept(call.getArguments().get(0), at);
  }

  /** A value that is null now and not another time would make a difference. */
  private boolean isNeverNull(ExpressionTree value, TreePath path) {
    Element element = reading.element(Reading.within(path, value));
    boolean isConstant =
        element != null
            && (element.getKind() == ElementKind.ENUM_CONSTANT
                || element.getKind() == ElementKind.FIELD
                    && element.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL)));
    return isConstant
        || value instanceof LiteralTree && value.getKind() != Kind.NULL_LITERAL
        || value instanceof NewClassTree
        || value instanceof NewArrayTree
        || value instanceof MethodInvocationTree call
            && reading.element(Reading.within(Reading.within(path, value), call.getMethodSelect()))
                instanceof ExecutableElement method
            && Callees.owner(method).startsWith("java.util.")
            && (method.getSimpleName().contentEquals("of")
                || method.getSimpleName().toString().startsWith("empty"));
  }

  /** What is around the blocks that what stands at {@code path} is in. */
  private static TreePath outside(TreePath path) {
    TreePath outer = path.getParentPath();
    while (outer.getLeaf() instanceof BlockTree
        || outer.getLeaf() instanceof ExpressionStatementTree) {
      outer = outer.getParentPath();
    }
    return outer;
  }

  /** Whether it is a constructor that runs all the statements of its body. */
  private static boolean isBody(TreePath path) {
    return path.getLeaf() instanceof MethodTree method && !returns(method);
  }

  private static boolean returns(Tree method) {
    boolean[] returns = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree tree, Void nothing) {
        returns[0] = true;
        return null;
      }
    }.scan(method, null);
    return returns[0];
  }
}
