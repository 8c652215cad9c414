package dev.tapeless.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;

/**
 * Which calls change no object and no array that was there before: those of methods whose bodies
 * say so, those of the JDK that only look, and those that get nothing that can be changed.
 */
final class HarmlessCalls {

  private final Reading reading;
  private final Map<ExecutableElement, Boolean> known = new HashMap<>();

  HarmlessCalls(Reading reading) {
    this.reading = reading;
  }

  /**
   * Whether a call changes nothing.
   *
   * @param object what the method is called on, if that is named
   */
  boolean isHarmless(
      ExecutableElement method, Optional<CallOperand> object, List<CallOperand> arguments) {
    if (Library.isPure(method)
        || LibraryEffects.makesText(method)
        || LibraryEffects.makesThrowable(method)
        || reading.callees().isPure(method)
        || object.filter(o -> o.type() instanceof ArrayType).isPresent()) {
      return true;
    }
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return isMaker(method);
    }
    if (JdkReaders.isOfTheJdk(method)) {
      return isHarmlessOfTheJdk(method, object, arguments);
    }
    if (Receivers.canBeOverridden(method)) {
      // An object knows nothing of arrays that it does not get.
      return isQuestion(method, object, arguments) && body(method).orElse(true);
    }
    return body(method).orElse(FieldReader.isStatic(method) && areSafe(arguments));
  }

  private static boolean isHarmlessOfTheJdk(
      ExecutableElement method, Optional<CallOperand> object, List<CallOperand> arguments) {
    boolean isSafe = areSafe(arguments);
    boolean looks =
        JdkReaders.contain(method)
            && arguments.stream().noneMatch(CallOperand::isUnseen)
            && (isSafe || !JdkReaders.fills(method));
    boolean isOnSafe =
        FieldReader.isStatic(method) || object.filter(CallOperand::isSafe).isPresent();
    boolean isFunction = Callees.owner(method).startsWith("java.util.function.");
    return looks || isSafe && isOnSafe || isFunction && isQuestion(method, object, arguments);
  }

  /** Whether another object is asked something that no array and no collection goes into. */
  private static boolean isQuestion(
      ExecutableElement method, Optional<CallOperand> object, List<CallOperand> arguments) {
    return areSafe(arguments)
        && object.filter(o -> !o.isSelf()).isPresent()
        && CallOperand.isValue(method.getReturnType());
  }

  private static boolean areSafe(List<CallOperand> operands) {
    return operands.stream().allMatch(CallOperand::isSafe);
  }

  /** Whether {@code method}, called with anything, changes nothing. */
  boolean isHarmless(ExecutableElement method, Optional<CallOperand> object) {
    List<CallOperand> arguments =
        method.getParameters().stream().map(p -> CallOperand.of(p.asType())).toList();
    boolean isNamed = FieldReader.isStatic(method) || object.isPresent();
    CallOperand any = CallOperand.of(method.getEnclosingElement().asType());
    return isHarmless(method, isNamed ? object : Optional.of(any), arguments);
  }

  /** What the body of {@code method} says, if there is one. */
  private Optional<Boolean> body(ExecutableElement method) {
    Optional<TreePath> path =
        reading
            .callees()
            .declaration(method)
            .filter(p -> p.getLeaf() instanceof MethodTree tree && tree.getBody() != null);
    if (path.isPresent() && known.get(method) == null) {
      known.put(method, true); // A call of itself changes no more than the method does.
      known.put(method, LastingChanges.within(path.get(), reading, this).isEmpty());
    }
    return path.map(p -> known.get(method));
  }

  /** Whether a constructor changes nothing but the object that it makes. */
  private boolean isMaker(ExecutableElement constructor) {
    TypeElement owner = (TypeElement) constructor.getEnclosingElement();
    boolean hasOwnStart =
        owner.getKind() == ElementKind.RECORD
            || owner.getSuperclass() instanceof DeclaredType type
                && ((TypeElement) type.asElement())
                    .getQualifiedName()
                    .contentEquals("java.lang.Object");
    if (JdkReaders.isOfTheJdk(constructor) || owner.getSimpleName().isEmpty()) {
      return JdkReaders.isOfTheJdk(constructor) || hasOwnStart;
    }
    Optional<TreePath> path = reading.callees().declaration(constructor);
    boolean isMade = path.filter(reading::isWritten).isEmpty();
    return hasOwnStart
        && (owner.getKind() == ElementKind.RECORD && isMade
            || path.filter(this::hasHarmlessStart).isPresent() && body(constructor).orElse(true));
  }

  /** Whether what stands outside the constructors of a class changes nothing. */
  private boolean hasHarmlessStart(TreePath constructor) {
    TreePath type = constructor.getParentPath();
    for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
      boolean isStart =
          member instanceof BlockTree block && !block.isStatic()
              || member instanceof VariableTree field
                  && !field.getModifiers().getFlags().contains(Modifier.STATIC);
      if (isStart
          && LastingChanges.within(Reading.within(type, member), reading, this).isPresent()) {
        return false;
      }
    }
    return true;
  }
}
