package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Looks for what a body may change of the objects and arrays that were there before it, by an
 * assignment or by a call of which it is not known that it changes none of them. A constructor may
 * assign the fields of its own object.
 */
final class LastingChanges extends TreePathScanner<Void, Void> {

  /**
   * A change.
   *
   * @param words what the body does: {@code writes into an array}
   * @param touched the variables that stand where the change is
   */
  record Change(String words, List<Element> touched) {}

  private final Reading reading;
  private final HarmlessCalls calls;
  private final NewObjects made;
  private final Optional<Element> own;
  private Optional<Change> found = Optional.empty();

  private LastingChanges(
      Reading reading, HarmlessCalls calls, NewObjects made, Optional<Element> own) {
    this.reading = reading;
    this.calls = calls;
    this.made = made;
    this.own = own;
  }

  /** The first change that the method or constructor at {@code path} may make. */
  static Optional<Change> within(TreePath path, Reading reading) {
    return within(path, reading, new HarmlessCalls(reading));
  }

  static Optional<Change> within(TreePath path, Reading reading, HarmlessCalls calls) {
    Element declared = reading.element(path);
    Optional<Element> own =
        Optional.ofNullable(declared)
            .filter(e -> e.getKind() == ElementKind.CONSTRUCTOR)
            .map(Element::getEnclosingElement);
    LastingChanges changes =
        new LastingChanges(reading, calls, NewObjects.within(path, reading), own);
    changes.scan(path, null);
    return changes.found;
  }

  private void found(String words, List<? extends ExpressionTree> touched) {
    List<Element> elements = new ArrayList<>();
    for (ExpressionTree t : touched) {
      ExpressionTree root = t;
      TreePath at = Reading.within(getCurrentPath(), root);
      while (root instanceof ArrayAccessTree access) {
        root = access.getExpression();
        at = Reading.within(at, root);
      }
      if (reading.element(at) != null) {
        elements.add(reading.element(at));
      }
    }
    found = Optional.of(new Change(words, elements));
  }

  private void assigned(ExpressionTree target) {
    if (target instanceof ParenthesizedTree parentheses) {
      assigned(parentheses.getExpression());
      return;
    }
    if (target instanceof ArrayAccessTree element) {
      if (!made.isElement(element, getCurrentPath())) {
        found("writes into an array", List.of(target));
      }
      return;
    }
    Element element = reading.element(Reading.within(getCurrentPath(), target));
    if (!FieldReader.isVariable(element) && !isOwn(target, element)) {
      found("assigns " + target, List.of(target));
    }
  }

  private boolean isOwn(ExpressionTree target, Element field) {
    boolean isHere =
        target instanceof IdentifierTree
            || target instanceof MemberSelectTree select
                && select.getExpression().toString().equals("this");
    return isHere
        && field != null
        && own.filter(field.getEnclosingElement()::equals).isPresent()
        && !FieldReader.isStatic(field);
  }

  private void called(
      ExecutableElement method,
      Optional<ExpressionTree> object,
      List<? extends ExpressionTree> arguments,
      TreePath select) {
    Optional<CallOperand> target = object.map(o -> operand(o, select));
    List<CallOperand> operands = arguments.stream().map(a -> operand(a, getCurrentPath())).toList();
    if (!calls.isHarmless(method, target, operands)) {
      List<ExpressionTree> touched = new ArrayList<>(arguments);
      object.ifPresent(touched::add);
      found("calls " + Callees.describe(method), touched);
    }
  }

  private CallOperand operand(ExpressionTree value, TreePath path) {
    TreePath at = Reading.within(path, value);
    return CallOperand.of(value, reading.mirror(at), made.isNew(value, path));
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
    TreePath select = Reading.within(getCurrentPath(), tree.getMethodSelect());
    if (!(reading.element(select) instanceof ExecutableElement method)) {
      found("calls " + tree.getMethodSelect(), tree.getArguments());
    } else {
      boolean isNamed = tree.getMethodSelect() instanceof MemberSelectTree;
      Optional<ExpressionTree> object =
          isNamed && !FieldReader.isStatic(method)
              ? Optional.of(((MemberSelectTree) tree.getMethodSelect()).getExpression())
              : Optional.empty();
      called(method, object, tree.getArguments(), select);
    }
    return super.visitMethodInvocation(tree, nothing);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void nothing) {
    if (reading.element(getCurrentPath()) instanceof ExecutableElement constructor) {
      called(constructor, Optional.empty(), tree.getArguments(), getCurrentPath());
    }
    return super.visitNewClass(tree, nothing);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
    ExpressionTree qualifier = tree.getQualifierExpression();
    Element named = reading.element(Reading.within(getCurrentPath(), qualifier));
    Optional<CallOperand> object =
        named instanceof TypeElement
            ? Optional.empty()
            : Optional.of(operand(qualifier, getCurrentPath()));
    if (reading.element(getCurrentPath()) instanceof ExecutableElement method
        && !calls.isHarmless(method, object)) {
      found("calls " + Callees.describe(method), List.of(qualifier));
    }
    return super.visitMemberReference(tree, nothing);
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    return found.isEmpty() ? super.scan(tree, nothing) : null;
  }
}
