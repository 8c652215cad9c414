package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Which method runs where one is called on an object, if the class of the object can be told: it is
 * made there, or a variable or final field is declared with it. That it is of this class is checked
 * at run time, too.
 */
final class Dispatch {

  private final Reading reading;

  private Dispatch(Reading reading) {
    this.reading = reading;
  }

  /**
   * What a call runs.
   *
   * @param exact the class of the object, if it can be told
   */
  record Target(ExecutableElement method, Optional<TypeElement> exact) {}

  /** What the call at {@code path} runs, which calls {@code method} as javac sees it. */
  static Target of(
      ExecutableElement method, MethodInvocationTree tree, TreePath path, Reading reading) {
    return Receivers.has(method)
        ? new Dispatch(reading).target(method, tree, path)
        : new Target(method, Optional.empty());
  }

  private Target target(ExecutableElement method, MethodInvocationTree tree, TreePath path) {
    Target asDeclared = new Target(method, Optional.empty());
    Optional<TypeElement> exact =
        classOfObject(tree.getMethodSelect(), path)
            .filter(type -> type.getKind() != ElementKind.RECORD);
    if (exact.isEmpty()) {
      return asDeclared;
    }
    Optional<ExecutableElement> found =
        isSuper(tree.getMethodSelect())
            ? Optional.of(method)
            : reading.callees().implementation(exact.get(), method);
    return found
        .filter(m -> reading.callees().hasSource(m))
        .map(m -> new Target(m, exact))
        .orElse(asDeclared);
  }

  private static boolean isSuper(ExpressionTree select) {
    return select instanceof MemberSelectTree member
        && member.getExpression().toString().equals("super");
  }

  private Optional<TypeElement> classOfObject(ExpressionTree select, TreePath path) {
    return select instanceof MemberSelectTree member && !isSuper(select)
        ? classOf(Reading.within(Reading.within(path, select), member.getExpression()))
        : reading.exactReceiver();
  }

  /** The class of the object that an expression stands for, if it can be told. */
  private Optional<TypeElement> classOf(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree parentheses) {
      return classOf(Reading.within(path, parentheses.getExpression()));
    }
    if (tree instanceof TypeCastTree cast) {
      return classOf(Reading.within(path, cast.getExpression()));
    }
    if (tree instanceof NewClassTree) {
      return made(path);
    }
    if (tree instanceof IdentifierTree name && name.getName().contentEquals("this")) {
      return reading.exactReceiver();
    }
    return tree instanceof IdentifierTree || tree instanceof MemberSelectTree
        ? Optional.ofNullable(reading.element(path)).flatMap(this::initialised)
        : Optional.empty();
  }

  private Optional<TypeElement> declared(TreePath path) {
    return reading.mirror(path) instanceof DeclaredType type
            && type.asElement() instanceof TypeElement element
        ? Optional.of(element)
        : Optional.empty();
  }

  /** The class of the object that a variable is declared with, and of all that it gets later. */
  private Optional<TypeElement> initialised(Element variable) {
    boolean isField = variable.getKind().isField();
    if (isField && !variable.getModifiers().contains(Modifier.FINAL)
        || !isField && !FieldReader.isVariable(variable)) {
      return Optional.empty();
    }
    Optional<TreePath> declaration =
        reading
            .declaration(variable)
            .filter(p -> p.getLeaf() instanceof VariableTree v && v.getInitializer() != null);
    Optional<TypeElement> type =
        declaration
            .map(p -> Reading.within(p, ((VariableTree) p.getLeaf()).getInitializer()))
            .flatMap(this::made);
    return isField || type.isEmpty()
        ? type
        : type.filter(
            exact ->
                Assigned.values(declaration.get().getParentPath(), variable, reading).stream()
                    .allMatch(value -> made(value).equals(Optional.of(exact))));
  }

  /** The class of an object that is made there. */
  private Optional<TypeElement> made(TreePath path) {
    if (path.getLeaf() instanceof ParenthesizedTree parentheses) {
      return made(Reading.within(path, parentheses.getExpression()));
    }
    return path.getLeaf() instanceof NewClassTree creation && creation.getClassBody() == null
        ? declared(path)
        : Optional.empty();
  }
}
