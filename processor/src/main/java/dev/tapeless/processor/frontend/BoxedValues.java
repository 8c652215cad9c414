package dev.tapeless.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What kinds of values are assigned to variables of the types {@code Double} and {@code Float}. */
final class BoxedValues {

  /** What is known of a value; the greater one holds for a choice between two. */
  enum Kind {
    /** A number that stands in the source. */
    CONSTANT,
    /** An object that the method has found, or null. */
    OBJECT,
    /** A number that may depend on others. */
    COMPUTED;

    private Kind or(Kind other) {
      return compareTo(other) >= 0 ? this : other;
    }
  }

  private final Reading reading;
  private final Set<Element> objects;

  /** The values of a method in which the variables {@code objects} stay objects. */
  BoxedValues(Reading reading, Set<Element> objects) {
    this.reading = reading;
    this.objects = objects;
  }

  /** The kind of the value at {@code path}. */
  Kind of(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree parentheses) {
      return of(Reading.within(path, parentheses.getExpression()));
    }
    if (tree instanceof LiteralTree) {
      return tree.getKind() == Tree.Kind.NULL_LITERAL ? Kind.OBJECT : Kind.CONSTANT;
    }
    if (reading.mirror(path) == null || reading.mirror(path).getKind().isPrimitive()) {
      return Kind.COMPUTED;
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return of(Reading.within(path, choice.getTrueExpression()))
          .or(of(Reading.within(path, choice.getFalseExpression())));
    }
    if (tree instanceof SwitchExpressionTree) {
      return ofSwitch(path);
    }
    if (tree instanceof MethodInvocationTree call) {
      return ofCall(call, path);
    }
    if (tree instanceof TypeCastTree cast) {
      boolean isBoxing =
          reading.mirror(Reading.within(path, cast.getExpression())).getKind().isPrimitive();
      return isBoxing ? Kind.COMPUTED : Kind.OBJECT;
    }
    return isObject(path) ? Kind.OBJECT : Kind.COMPUTED;
  }

  /** Whether a variable, a field or an element holds an object. */
  private boolean isObject(TreePath path) {
    Element element =
        path.getLeaf() instanceof IdentifierTree
                || path.getLeaf().getKind() == Tree.Kind.MEMBER_SELECT
            ? reading.element(path)
            : null;
    return element == null
        ? path.getLeaf().getKind() == Tree.Kind.ARRAY_ACCESS
        : element.getKind() == ElementKind.FIELD || objects.contains(element);
  }

  private Kind ofSwitch(TreePath path) {
    Kind[] kind = {Kind.CONSTANT};
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitCase(CaseTree tree, Void nothing) {
        if (tree.getBody() instanceof ExpressionTree value) {
          kind[0] = kind[0].or(of(Reading.within(getCurrentPath(), value)));
        }
        return super.visitCase(tree, nothing);
      }

      @Override
      public Void visitYield(YieldTree tree, Void nothing) {
        kind[0] = kind[0].or(of(Reading.within(getCurrentPath(), tree.getValue())));
        return super.visitYield(tree, nothing);
      }
    }.scan(path, null);
    return kind[0];
  }

  /** What has a source, and what a function returns, may be a number that has been computed. */
  private Kind ofCall(MethodInvocationTree call, TreePath path) {
    if (!(reading.element(Reading.within(path, call.getMethodSelect()))
        instanceof ExecutableElement method)) {
      return Kind.COMPUTED;
    }
    boolean isFound =
        LibraryEffects.isOfTheJdk(Callees.owner(method))
            && !Boxes.converts(method)
            && !((TypeElement) method.getEnclosingElement()).getQualifiedName().isEmpty()
            && !LibraryEffects.isFunction(method.getEnclosingElement().asType())
            && call.getArguments().stream().noneMatch(a -> isNumber(a, path));
    return isFound ? Kind.OBJECT : Kind.COMPUTED;
  }

  private boolean isNumber(ExpressionTree argument, TreePath path) {
    return !(argument instanceof LiteralTree)
        && reading.type(Reading.within(path, argument)).isReal();
  }
}
