package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;

/**
 * Looks for a component that the canonical constructor of a record does not leave as it gets it:
 * the constructor assigns something else, or changes the object or the array that it is.
 */
final class ComponentChanges extends TreePathScanner<Void, Void> {

  private final Reading reading;
  private final List<KeptValues> components;
  private Optional<String> found = Optional.empty();

  private ComponentChanges(Reading reading, List<KeptValues> components) {
    this.reading = reading;
    this.components = components;
  }

  /** What the constructor at {@code path} changes, in words. */
  static Optional<String> within(TreePath path, TypeElement record, Reading reading) {
    List<KeptValues> components =
        record.getRecordComponents().stream().map(c -> new KeptValues(reading, c)).toList();
    ComponentChanges assigned = new ComponentChanges(reading, components);
    assigned.scan(path, null);
    return assigned.found.or(
        () -> LastingChanges.within(path, reading).map(change -> words(change, components)));
  }

  /** That a record changes a component. */
  static String words(Name component) {
    return "changes what it gets as " + component;
  }

  private static String words(LastingChanges.Change change, List<KeptValues> components) {
    return components.stream()
        .filter(c -> change.touched().stream().anyMatch(c::isComponent))
        .findFirst()
        .map(c -> words(c.name()))
        .orElse(change.words() + " when it is made");
  }

  private void assigned(ExpressionTree target, Optional<ExpressionTree> value) {
    TreePath at = Reading.within(getCurrentPath(), target);
    for (KeptValues component : components) {
      boolean isKept =
          value
              .filter(
                  v ->
                      component.isKept(v, getCurrentPath())
                          || DefaultValues.isAssigned(getCurrentPath(), component, reading))
              .isPresent();
      if (found.isEmpty() && component.isComponent(reading.element(at)) && !isKept) {
        found = Optional.of(words(component.name()));
      }
    }
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void nothing) {
    assigned(tree.getVariable(), Optional.of(tree.getExpression()));
    return super.visitAssignment(tree, nothing);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
    assigned(tree.getVariable(), Optional.empty());
    return super.visitCompoundAssignment(tree, nothing);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void nothing) {
    if (Operators.compound(tree.getKind()) != null) {
      assigned(tree.getExpression(), Optional.empty());
    }
    return super.visitUnary(tree, nothing);
  }
}
