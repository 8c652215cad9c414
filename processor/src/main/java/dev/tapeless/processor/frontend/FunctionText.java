package dev.tapeless.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.tapeless.processor.frontend.CalleeSource.FunctionType;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A function object as it is written: a lambda expression, or an object of a class without a name
 * that has nothing but the one method.
 *
 * @param parameters the declarations of its parameters
 * @param body a block or an expression
 */
record FunctionText(
    List<TreePath> parameters, TreePath body, Optional<Type> result, List<Type> exceptions) {

  /** What is written at {@code path}, if it is a function object. */
  static Optional<FunctionText> of(TreePath path, Reading reading) {
    Tree tree = path.getLeaf();
    if (tree instanceof LambdaExpressionTree lambda) {
      return reading
          .callees()
          .function(reading.mirror(path))
          .map(
              type ->
                  of(lambda.getParameters(), path, Reading.within(path, lambda.getBody()), type));
    }
    return tree instanceof NewClassTree creation && creation.getClassBody() != null
        ? ofClass(Reading.within(path, creation.getClassBody()), reading)
        : Optional.empty();
  }

  private static FunctionText of(
      List<? extends Tree> parameters, TreePath path, TreePath body, FunctionType type) {
    List<TreePath> paths = parameters.stream().map(p -> Reading.within(path, p)).toList();
    return new FunctionText(paths, body, type.result(), type.exceptions());
  }

  private static Optional<FunctionText> ofClass(TreePath path, Reading reading) {
    List<? extends Tree> members =
        ((ClassTree) path.getLeaf())
            .getMembers().stream().filter(m -> reading.isWritten(Reading.within(path, m))).toList();
    if (members.size() != 1
        || !(members.get(0) instanceof MethodTree method)
        || !(reading.element(path) instanceof TypeElement type)
        || type.getInterfaces().size() != 1) {
      return Optional.empty();
    }
    TypeMirror implemented = type.getInterfaces().get(0);
    TreePath at = Reading.within(path, method);
    return reading
        .callees()
        .function(implemented)
        .filter(f -> f.parameters().size() == method.getParameters().size())
        .filter(f -> !new ItselfScanner(type, reading).isUsed(at))
        .map(f -> of(method.getParameters(), at, Reading.within(at, method.getBody()), f));
  }

  /** Looks for uses of the object as such, or of what it inherits. */
  private static final class ItselfScanner extends TreePathScanner<Void, Void> {

    private final TypeElement type;
    private final Reading reading;
    private boolean isUsed;

    private ItselfScanner(TypeElement type, Reading reading) {
      this.type = type;
      this.reading = reading;
    }

    boolean isUsed(TreePath path) {
      scan(path, null);
      return isUsed;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void nothing) {
      Element element = reading.element(getCurrentPath());
      isUsed |=
          tree.getName().contentEquals("this")
              || tree.getName().contentEquals("super")
              || (element instanceof ExecutableElement
                      || element != null && element.getKind().isField())
                  && !FieldReader.isStatic(element)
                  && Receivers.isMember(element, type);
      return null;
    }
  }
}
