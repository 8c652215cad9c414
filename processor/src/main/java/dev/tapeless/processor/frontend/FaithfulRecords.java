package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * Whether a record gives back the real numbers that its constructor got, so that it can hold
 * derivatives: constructors may check and copy them, and accessors may copy them, no more. What has
 * no source is trusted.
 */
final class FaithfulRecords {

  private final Reading reading;

  private FaithfulRecords(Reading reading) {
    this.reading = reading;
  }

  /** The first component that {@code record} does not keep, itself or within another record. */
  static Optional<String> changed(TypeElement record, Reading reading) {
    return new FaithfulRecords(reading).changed(record);
  }

  private Optional<String> changed(TypeElement record) {
    for (RecordComponentElement c : record.getRecordComponents()) {
      Type type = reading.type(c.asType());
      if (!type.isDifferentiable()) {
        continue;
      }
      String name = c.getSimpleName().toString();
      if (changesAccessor(c) || changesConstructor(record, name)) {
        return Optional.of(name);
      }
      Optional<String> inner =
          type instanceof Type.RecordOf && c.asType() instanceof DeclaredType declared
              ? changed((TypeElement) declared.asElement())
              : Optional.empty();
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private boolean changesAccessor(RecordComponentElement component) {
    Optional<TreePath> source = reading.callees().declaration(component.getAccessor());
    if (source.isEmpty()) {
      return false;
    }
    BlockTree body = ((MethodTree) source.get().getLeaf()).getBody();
    List<? extends StatementTree> statements = body.getStatements();
    return !(statements.size() == 1
        && statements.get(0) instanceof ReturnTree result
        && isKept(result.getExpression(), component.getSimpleName().toString()));
  }

  private boolean changesConstructor(TypeElement record, String component) {
    return canonical(record)
        .flatMap(c -> reading.callees().declaration(c))
        .filter(reading::isWritten)
        .filter(path -> new Assignments(component).find(path))
        .isPresent();
  }

  private static Optional<ExecutableElement> canonical(TypeElement record) {
    List<String> wanted =
        record.getRecordComponents().stream().map(c -> c.asType().toString()).toList();
    return ElementFilter.constructorsIn(record.getEnclosedElements()).stream()
        .filter(
            c -> c.getParameters().stream().map(p -> p.asType().toString()).toList().equals(wanted))
        .findFirst();
  }

  /** Whether {@code value} is the variable of that name, or a copy of it. */
  private static boolean isKept(ExpressionTree value, String name) {
    if (value instanceof ParenthesizedTree parentheses) {
      return isKept(parentheses.getExpression(), name);
    }
    if (value instanceof MethodInvocationTree call
        && call.getArguments().isEmpty()
        && call.getMethodSelect() instanceof MemberSelectTree select) {
      return select.getIdentifier().contentEquals("clone") && isKept(select.getExpression(), name);
    }
    String text = value.toString();
    return text.equals(name) || text.equals("this." + name);
  }

  /** Looks for an assignment of a component that is not what the parameter of its name holds. */
  private final class Assignments extends TreePathScanner<Void, Void> {

    private final String component;
    private boolean found;

    private Assignments(String component) {
      this.component = component;
    }

    boolean find(TreePath constructor) {
      scan(constructor, null);
      return found;
    }

    private boolean isComponent(ExpressionTree target) {
      if (target instanceof ArrayAccessTree element) {
        return isComponent(element.getExpression());
      }
      String text = target.toString();
      return text.equals(component) || text.equals("this." + component);
    }

    /** A method that gets an array may change it. */
    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
      TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
      boolean isArray =
          tree.getArguments().stream()
              .anyMatch(
                  a ->
                      isComponent(a)
                          && reading.mirror(new TreePath(getCurrentPath(), a))
                              instanceof ArrayType);
      if (isArray && reading.element(select) instanceof ExecutableElement method) {
        found |= !reading.callees().isPure(method) && !CallsWithin.makesText(method);
      }
      return super.visitMethodInvocation(tree, nothing);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void nothing) {
      found |= isComponent(tree.getVariable()) && !isKept(tree.getExpression(), component);
      return super.visitAssignment(tree, nothing);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
      found |= isComponent(tree.getVariable());
      return super.visitCompoundAssignment(tree, nothing);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void nothing) {
      found |= Operators.compound(tree.getKind()) != null && isComponent(tree.getExpression());
      return super.visitUnary(tree, nothing);
    }
  }
}
