package dev.tapeless.processor.frontend;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** A call that may be one in a chain of them, such as {@code stream.map(f).sum()}. */
record ChainedCall(MethodInvocationTree tree, TreePath path, Reading reading) {

  /** The simple name of the method. */
  String name() {
    return method().getSimpleName().toString();
  }

  /** The method that is called. */
  ExecutableElement method() {
    return (ExecutableElement) reading.element(Reading.within(path, tree.getMethodSelect()));
  }

  /** Whether it calls one of the methods {@code names} of the class {@code owner}. */
  boolean isOf(String owner, Set<String> names) {
    return names.contains(name()) && Callees.owner(method()).equals(owner);
  }

  /** The call before it, whose result this call is made on. */
  Optional<ChainedCall> object() {
    if (tree.getMethodSelect() instanceof MemberSelectTree select
        && select.getExpression() instanceof MethodInvocationTree inner) {
      TreePath selectPath = Reading.within(path, select);
      return Optional.of(new ChainedCall(inner, Reading.within(selectPath, inner), reading));
    }
    return Optional.empty();
  }

  /** How many arguments it gets. */
  int count() {
    return tree.getArguments().size();
  }

  /** The argument with that index. */
  TreePath argument(int index) {
    return Reading.within(path, tree.getArguments().get(index));
  }

  /** The types of the arguments. */
  List<Type> types() {
    return tree.getArguments().stream().map(a -> reading.type(Reading.within(path, a))).toList();
  }
}
