package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out whether a call can be read. */
final class CallCheck {

  private CallCheck() {}

  /** Whether the call is copied as it stands: nothing is known of what the method does. */
  static boolean isOpaque(ExecutableElement method, Reading reading) {
    if (Library.isArithmetic(method) || Library.isPlanned(method)) {
      return false;
    }
    return !FieldReader.isStatic(method)
        || reading.callees().find(method) instanceof CalleeSource.Unknown;
  }

  /** What is wrong with the call of {@code method}, if anything. */
  static Optional<Problem> of(
      ExecutableElement method, MethodInvocationTree tree, TreePath path, Reading reading) {
    if (Library.isArithmetic(method)) {
      return Optional.empty();
    }
    return form(method, passesArray(method, tree, path, reading))
        .or(() -> knowledge(method, reading))
        .or(() -> checked(method));
  }

  /** What is wrong with the form of the call, whatever is known of the method. */
  private static Optional<Problem> form(ExecutableElement method, boolean passesArray) {
    String name = Callees.describe(method);
    if (Library.isPlanned(method)) {
      String advice = "use java.lang.Math, or write a loop";
      return Optional.of(new Problem.NotSupportedYet("a call of " + name, advice));
    }
    if (!method.getTypeParameters().isEmpty()) {
      String advice = "call a method without type parameters";
      return Optional.of(new Problem.Unsupported("a call of the generic method " + name, advice));
    }
    if (method.isVarArgs() && !passesArray) {
      String advice = "pass an array: new double[] {...}";
      return Optional.of(
          new Problem.NotSupportedYet("a call with a variable number of arguments", advice));
    }
    return Optional.empty();
  }

  private static Optional<Problem> knowledge(ExecutableElement method, Reading reading) {
    CalleeSource.Answer answer = reading.callees().find(method);
    return answer instanceof CalleeSource.Unusable unusable
        ? Optional.of(unusable.problem())
        : unreadable(method).map(Refusals::type);
  }

  // Otherwise javac packs the last arguments into an array.
  private static boolean passesArray(
      ExecutableElement method, MethodInvocationTree tree, TreePath path, Reading reading) {
    int last = method.getParameters().size() - 1;
    if (!method.isVarArgs() || tree.getArguments().size() != last + 1) {
      return false;
    }
    Type argument = reading.type(Reading.within(path, tree.getArguments().get(last)));
    return argument.equals(TypeReader.type(method.getParameters().get(last).asType()));
  }

  private static Optional<TypeMirror> unreadable(ExecutableElement method) {
    for (VariableElement parameter : method.getParameters()) {
      if (!TypeReader.isReadable(TypeReader.type(parameter.asType()))) {
        return Optional.of(parameter.asType());
      }
    }
    TypeMirror result = method.getReturnType();
    return result.getKind() == TypeKind.VOID || TypeReader.isReadable(TypeReader.type(result))
        ? Optional.empty()
        : Optional.of(result);
  }

  /** What is wrong with a call of {@code method} that nobody catches the exceptions of. */
  static Optional<Problem> checked(ExecutableElement method) {
    List<? extends TypeMirror> thrown = Exceptions.checked(method);
    return thrown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Problem.Unsupported(
                "a call that may throw " + TypeReader.describe(thrown.get(0)),
                "catch it in the method that is called"));
  }
}
