package dev.tapeless.processor.frontend;

import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * A number made of all elements of an array, such as {@code Arrays.stream(x).sum()} or {@code
 * DoubleStream.of(x).max().orElse(0)}: a call of the prelude.
 *
 * @param method the method of the prelude
 * @param arguments what it gets
 */
record StreamCall(ExecutableElement method, List<TreePath> arguments) {

  private static final String STREAM = "java.util.stream.DoubleStream";
  private static final Type.Array NUMBERS = new Type.Array(Type.Primitive.DOUBLE);
  private static final Set<String> OPTIONAL = Set.of("average", "max", "min");
  private static final Set<String> ENDS = Set.of("getAsDouble", "orElseThrow", "orElse");

  /** The call at {@code path}, if it is one. */
  static Optional<StreamCall> of(MethodInvocationTree tree, TreePath path, Reading reading) {
    if (reading.isPrelude()) {
      return Optional.empty();
    }
    Call call = new Call(tree, path, reading);
    if (call.isOf(STREAM, Set.of("sum"))) {
      return of("sum", call.object(), List.of(), reading);
    }
    if (call.isOf("java.util.OptionalDouble", ENDS) && call.object().isPresent()) {
      Call end = call.object().get();
      boolean isKnown = end.isOf(STREAM, OPTIONAL);
      boolean isPlain = call.isOf("java.util.OptionalDouble", Set.of("orElse"));
      if (isKnown && (isPlain || tree.getArguments().isEmpty())) {
        return of(end.name(), end.object(), call.arguments(), reading);
      }
    }
    return Optional.empty();
  }

  private static Optional<StreamCall> of(
      String name, Optional<Call> source, List<TreePath> more, Reading reading) {
    boolean isArray =
        source.isPresent()
            && (source.get().isOf("java.util.Arrays", Set.of("stream"))
                || source.get().isOf(STREAM, Set.of("of")))
            && source.get().arguments().size() == 1
            && reading.type(source.get().arguments().get(0)).equals(NUMBERS);
    if (!isArray) {
      return Optional.empty();
    }
    List<TreePath> arguments = new ArrayList<>(source.get().arguments());
    arguments.addAll(more);
    List<Type> types = new ArrayList<>(List.of(NUMBERS));
    more.forEach(m -> types.add(Type.Primitive.DOUBLE));
    return reading.callees().prelude(STREAM, name, types).map(m -> new StreamCall(m, arguments));
  }

  /** A call in a chain of them. */
  private record Call(MethodInvocationTree tree, TreePath path, Reading reading) {

    private String name() {
      return method().getSimpleName().toString();
    }

    private ExecutableElement method() {
      return (ExecutableElement) reading.element(Reading.within(path, tree.getMethodSelect()));
    }

    private boolean isOf(String owner, Set<String> names) {
      return Callees.owner(method()).equals(owner) && names.contains(name());
    }

    private Optional<Call> object() {
      if (tree.getMethodSelect() instanceof MemberSelectTree select
          && select.getExpression() instanceof MethodInvocationTree inner) {
        TreePath selectPath = Reading.within(path, select);
        return Optional.of(new Call(inner, Reading.within(selectPath, inner), reading));
      }
      return Optional.empty();
    }

    private List<TreePath> arguments() {
      return tree.getArguments().stream().map(a -> Reading.within(path, a)).toList();
    }
  }
}
