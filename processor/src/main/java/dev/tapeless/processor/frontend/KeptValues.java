package dev.tapeless.processor.frontend;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;

/**
 * Which expressions have the value of a record's component: its field, the parameter of the
 * canonical constructor, and copies of those.
 */
final class KeptValues {

  /** Methods that give back their first argument or a collection that equals it. */
  private static final Set<String> COPIES =
      Set.of(
          "java.util.Objects.requireNonNull",
          "java.util.List.copyOf",
          "java.util.Set.copyOf",
          "java.util.Map.copyOf",
          "java.util.Collections.unmodifiableList",
          "java.util.Collections.unmodifiableSet",
          "java.util.Collections.unmodifiableSortedSet",
          "java.util.Collections.unmodifiableMap",
          "java.util.Collections.unmodifiableSortedMap");

  private final Reading reading;
  private final RecordComponentElement component;
  private final boolean isReal;

  KeptValues(Reading reading, RecordComponentElement component) {
    this.reading = reading;
    this.component = component;
    isReal = reading.type(component.asType()).isDifferentiable();
  }

  /** Whether the component holds real numbers. */
  boolean isReal() {
    return isReal;
  }

  /** The name of the component. */
  Name name() {
    return component.getSimpleName();
  }

  /** Whether {@code element} is the field, or the parameter of a constructor, of that name. */
  boolean isComponent(Element element) {
    return element instanceof VariableElement variable
        && variable.getSimpleName().equals(component.getSimpleName())
        && (variable.getKind() == ElementKind.FIELD
            ? variable.getEnclosingElement().equals(component.getEnclosingElement())
            : variable.getKind() == ElementKind.PARAMETER
                && variable.getEnclosingElement().getKind() == ElementKind.CONSTRUCTOR
                && component
                    .getEnclosingElement()
                    .equals(variable.getEnclosingElement().getEnclosingElement()));
  }

  /** Whether {@code value}, within {@code path}, is the component or a copy of it. */
  boolean isKept(ExpressionTree value, TreePath path) {
    TreePath at = Reading.within(path, value);
    if (value instanceof ParenthesizedTree parentheses) {
      return isKept(parentheses.getExpression(), at);
    }
    if (value instanceof NewClassTree created) {
      return !isReal && isCollection(created, at) && isFirst(created.getArguments(), at);
    }
    if (value instanceof MethodInvocationTree call) {
      return isCopied(call, at);
    }
    if (value instanceof ConditionalExpressionTree choice) {
      NullTest test = new NullTest(this, choice.getCondition(), at);
      return test.whenNull(choice).filter(e -> e.getKind() == Kind.NULL_LITERAL).isPresent()
          && test.otherwise(choice).filter(e -> isKept(e, at)).isPresent();
    }
    boolean isOwn =
        value instanceof IdentifierTree
            || value instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree name
                && name.getName().contentEquals("this");
    return isOwn && isComponent(reading.element(at));
  }

  private boolean isFirst(List<? extends ExpressionTree> arguments, TreePath at) {
    return !arguments.isEmpty() && isKept(arguments.get(0), at);
  }

  private boolean isCollection(NewClassTree created, TreePath at) {
    return created.getArguments().size() == 1
        && created.getClassBody() == null
        && reading.element(at) instanceof ExecutableElement constructor
        && Callees.owner(constructor).startsWith("java.util.");
  }

  private boolean isCopied(MethodInvocationTree call, TreePath at) {
    TreePath select = Reading.within(at, call.getMethodSelect());
    if (call.getMethodSelect() instanceof MemberSelectTree member
        && member.getIdentifier().contentEquals("clone")) {
      TreePath object = Reading.within(select, member.getExpression());
      return reading.mirror(object) instanceof ArrayType && isKept(member.getExpression(), select);
    }
    return reading.element(select) instanceof ExecutableElement method
        && COPIES.contains(Callees.owner(method) + "." + method.getSimpleName())
        && isFirst(call.getArguments(), at);
  }
}
