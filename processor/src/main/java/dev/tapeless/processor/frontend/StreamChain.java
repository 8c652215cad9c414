package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stream of numbers from its source to its end, such as {@code IntStream.range(0,
 * n).mapToDouble(i -> a * i).sum()}.
 *
 * @param source an array, some numbers or a range of integers
 * @param stages what happens to each element, one after the other
 * @param end what becomes of the elements
 * @param optional what takes the number out of the result of {@code end}, if it is an optional one
 */
record StreamChain(
    ChainedCall source, List<ChainedCall> stages, ChainedCall end, Optional<ChainedCall> optional) {

  static final String DOUBLES = "java.util.stream.DoubleStream";
  static final String INTS = "java.util.stream.IntStream";
  private static final String OBJECTS = "java.util.stream.Stream";
  private static final Set<String> RANGES = Set.of("range", "rangeClosed");
  private static final Set<String> EACH = Set.of("forEach", "forEachOrdered");
  private static final Set<String> EXTREMES = Set.of("average", "max", "min");

  StreamChain {
    stages = List.copyOf(stages);
  }

  /** The chain that ends with the call at {@code path}, if all of it is known. */
  static Optional<StreamChain> of(MethodInvocationTree tree, TreePath path, Reading reading) {
    if (reading.isPrelude()) {
      return Optional.empty();
    }
    ChainedCall last = new ChainedCall(tree, path, reading);
    if (takesOut(last)) {
      return last.object()
          .filter(end -> end.isOf(DOUBLES, EXTREMES))
          .flatMap(end -> of(end, Optional.of(last)));
    }
    return isEnd(last) ? of(last, Optional.empty()) : Optional.empty();
  }

  private static Optional<StreamChain> of(ChainedCall end, Optional<ChainedCall> optional) {
    Deque<ChainedCall> stages = new ArrayDeque<>();
    Optional<ChainedCall> call = end.object();
    while (call.isPresent() && isStage(call.get())) {
      stages.addFirst(call.get());
      call = call.get().object();
    }
    return call.filter(StreamChain::isSource)
        .map(source -> new StreamChain(source, List.copyOf(stages), end, optional));
  }

  /**
   * The call that keeps the stream which ends with the call at {@code path} from being read as a
   * loop, if that is one.
   */
  static Optional<ChainedCall> unknown(Tree tree, TreePath path, Reading reading) {
    Optional<ChainedCall> call =
        tree instanceof MethodInvocationTree last
            ? Optional.of(new ChainedCall(last, path, reading))
            : Optional.empty();
    if (call.filter(StreamChain::takesOut).isPresent()) {
      call = call.get().object();
    }
    if (call.filter(c -> isEnd(c) || c.isOf(DOUBLES, EXTREMES)).isEmpty()) {
      return Optional.empty();
    }
    do {
      call = call.get().object();
    } while (call.filter(StreamChain::isStage).isPresent());
    return call.filter(c -> !isSource(c));
  }

  private static boolean takesOut(ChainedCall call) {
    return call.isOf("java.util.OptionalDouble", Set.of("orElse"))
        || call.count() == 0
            && call.isOf("java.util.OptionalDouble", Set.of("getAsDouble", "orElseThrow"));
  }

  private static boolean isEnd(ChainedCall call) {
    return call.isOf(DOUBLES, Set.of("sum", "toArray"))
        || call.count() == 2 && call.isOf(DOUBLES, Set.of("reduce"))
        || call.isOf(DOUBLES, EACH)
        || call.isOf(INTS, EACH)
        || call.isOf(OBJECTS, EACH);
  }

  private static boolean isStage(ChainedCall call) {
    return call.isOf(DOUBLES, Set.of("map", "filter", "mapToObj"))
        || call.isOf(INTS, Set.of("map", "filter", "mapToDouble", "mapToObj", "asDoubleStream"))
        || call.isOf(OBJECTS, Set.of("map", "filter", "mapToDouble"));
  }

  private static boolean isSource(ChainedCall call) {
    return call.isOf(INTS, RANGES)
        || call.isOf(DOUBLES, Set.of("of"))
        || call.isOf(INTS, Set.of("of"))
        || call.count() == 1
            && call.isOf("java.util.Arrays", Set.of("stream"))
            && isOfNumbers(call.types().get(0));
  }

  private static boolean isOfNumbers(Type type) {
    return type instanceof Type.Array array && array.innermost() instanceof Type.Primitive;
  }

  /** Whether the source is a range of integers. */
  boolean isRange() {
    return source.isOf(INTS, RANGES);
  }

  /** Whether the stream is an array and nothing happens to its elements. */
  boolean isPlain() {
    return stages.isEmpty() && !isRange();
  }

  /** Whether a function is called for each element in the end, instead of collecting them. */
  boolean endsWithFunction() {
    return EACH.contains(end.name()) || end.name().equals("reduce");
  }
}
