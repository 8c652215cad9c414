package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads streams of numbers as loops: each element runs through all stages before the next one
 * starts, as in the library. What the library collects is put into an array first, of which the
 * prelude makes the library's number, to the last bit.
 */
final class StreamReader {

  private static final Type.Array NUMBERS = new Type.Array(Primitive.DOUBLE);

  private final Reading reading;
  private final ExpressionReader expressions;
  private final CallReader calls;

  StreamReader(Reading reading, ExpressionReader expressions, CallReader calls) {
    this.reading = reading;
    this.expressions = expressions;
    this.calls = calls;
  }

  /** Whether the call ends a stream that is read as a loop. */
  boolean isRead(MethodInvocationTree tree, TreePath path) {
    return StreamChain.of(tree, path, reading).filter(this::hasKnownFunctions).isPresent();
  }

  /** The call as the loop that it stands for, if it ends a stream of which all is known. */
  Optional<Lowered> read(MethodInvocationTree tree, TreePath path) {
    return StreamChain.of(tree, path, reading).filter(this::hasKnownFunctions).map(this::read);
  }

  private boolean hasKnownFunctions(StreamChain chain) {
    return chain.stages().stream().allMatch(s -> s.count() == 0 || function(s).isPresent())
        && (!chain.endsWithFunction() || function(chain.end()).isPresent());
  }

  private Optional<Closure> function(ChainedCall call) {
    String name =
        switch (call.name()) {
          case "filter" -> "passes";
          case "reduce" -> "combined";
          default -> call.name().startsWith("map") ? "mapped" : "action";
        };
    return expressions.lambdas().read(call.argument(call.count() - 1), name);
  }

  private Lowered read(StreamChain chain) {
    Elements elements = chain.isRange() ? range(chain.source()) : array(chain.source());
    List<Stmt> statements = new ArrayList<>(elements.before());
    Expr result = CallReader.NOTHING;
    if (chain.end().name().equals("reduce")) {
      result = reduced(chain, elements, statements);
    } else if (chain.endsWithFunction()) {
      Closure function = function(chain.end()).orElseThrow();
      statements.add(
          loop(elements, chain.stages(), e -> calls.call(function, List.of(e)).before()));
    } else {
      Expr values =
          chain.isPlain() ? elements.array().get() : collected(chain, elements, statements);
      result =
          chain.end().name().equals("toArray")
              ? copied(chain, values)
              : number(chain, values, statements);
    }
    return new Lowered(statements, result);
  }

  private static Expr copied(StreamChain chain, Expr values) {
    return chain.isPlain() ? new Expr.CloneArray(values) : values;
  }

  /** The number that the library makes of all elements. */
  private Expr number(StreamChain chain, Expr values, List<Stmt> statements) {
    List<Expr> arguments = new ArrayList<>(List.of(values));
    if (chain.optional().filter(o -> o.count() > 0).isPresent()) {
      Lowered other =
          expressions.converted(
              expressions.read(chain.optional().get().argument(0)), Primitive.DOUBLE);
      statements.addAll(other.before());
      arguments.add(other.value());
    }
    Lowered number = calls.prelude(StreamChain.DOUBLES, chain.end().name(), arguments);
    statements.addAll(number.before());
    return number.value();
  }

  /** {@code reduce(identity, function)}. */
  private Expr reduced(StreamChain chain, Elements elements, List<Stmt> statements) {
    Lowered identity =
        expressions.converted(expressions.read(chain.end().argument(0)), Primitive.DOUBLE);
    statements.addAll(identity.before());
    Var total = reading.vars().make("total", Primitive.DOUBLE);
    statements.add(new Stmt.Declare(total, Optional.of(identity.value()), reading.origin()));
    Closure function = function(chain.end()).orElseThrow();
    statements.add(
        loop(
            elements,
            chain.stages(),
            e -> assigned(total, calls.call(function, List.of(total.read(), e)))));
    return total.read();
  }

  private List<Stmt> assigned(Var target, Lowered value) {
    List<Stmt> statements = new ArrayList<>(value.before());
    statements.add(new Stmt.Assign(target.read(), value.value(), reading.origin()));
    return statements;
  }

  /** The elements that come out of the last stage, in an array. */
  private Expr collected(StreamChain chain, Elements elements, List<Stmt> statements) {
    boolean isFiltered = chain.stages().stream().anyMatch(s -> s.name().equals("filter"));
    Var values = reading.vars().make("values", NUMBERS);
    Expr array = new Expr.NewArray(NUMBERS, List.of(elements.size()));
    statements.add(new Stmt.Declare(values, Optional.of(array), reading.origin()));
    if (!isFiltered) {
      Place place = Exprs.element(values.read(), elements.index());
      statements.add(loop(elements, chain.stages(), e -> stored(place, e)));
      return values.read();
    }
    Var count = reading.vars().make("count", Primitive.INT);
    statements.add(new Stmt.Declare(count, Optional.of(Exprs.num(0)), reading.origin()));
    Place place = Exprs.element(values.read(), count.read());
    Stmt next =
        new Stmt.Assign(count.read(), Exprs.plus(count.read(), Exprs.num(1)), reading.origin());
    statements.add(
        loop(
            elements,
            chain.stages(),
            e -> {
              List<Stmt> all = new ArrayList<>(stored(place, e));
              all.add(next);
              return all;
            }));
    Lowered copy =
        calls.prelude("java.util.Arrays", "copyOf", List.of(values.read(), count.read()));
    statements.addAll(copy.before());
    return copy.value();
  }

  private List<Stmt> stored(Place place, Expr element) {
    Expr value = Conversions.convert(element, Primitive.DOUBLE);
    return List.of(new Stmt.Assign(place, value, reading.origin()));
  }

  /** What is done with an element that has come through all stages. */
  @FunctionalInterface
  private interface Sink {
    List<Stmt> take(Expr element);
  }

  private Stmt loop(Elements elements, List<ChainedCall> stages, Sink sink) {
    return new Stmt.CountedFor(
        elements.counter(),
        elements.from(),
        elements.compare(),
        elements.bound(),
        1,
        staged(elements.element(), stages, sink),
        reading.origin());
  }

  private List<Stmt> staged(Expr element, List<ChainedCall> stages, Sink sink) {
    if (stages.isEmpty()) {
      return sink.take(element);
    }
    ChainedCall stage = stages.get(0);
    List<ChainedCall> rest = stages.subList(1, stages.size());
    if (stage.count() == 0) {
      return staged(Conversions.convert(element, Primitive.DOUBLE), rest, sink);
    }
    Closure function = function(stage).orElseThrow();
    if (!stage.name().equals("filter")) {
      Lowered mapped = calls.call(function, List.of(element));
      List<Stmt> statements = new ArrayList<>(mapped.before());
      statements.addAll(staged(mapped.value(), rest, sink));
      return statements;
    }
    // An element is read once, as by the library.
    Lowered kept = reading.kept(Lowered.pure(element), TemporaryNames.of(element));
    List<Stmt> statements = new ArrayList<>(kept.before());
    Lowered condition = calls.call(function, List.of(kept.value()));
    statements.addAll(condition.before());
    List<Stmt> then = staged(kept.value(), rest, sink);
    statements.add(new Stmt.If(condition.value(), then, List.of(), reading.origin()));
    return statements;
  }

  /**
   * The elements of the source.
   *
   * @param before what runs first
   * @param array the array that has them, if there is one
   * @param size how many there are
   * @param index the index of the current element
   * @param element the current element
   */
  private record Elements(
      List<Stmt> before,
      Optional<Expr> array,
      Var counter,
      Expr from,
      BinaryOp compare,
      Expr bound,
      Expr size,
      Expr index,
      Expr element) {}

  private Elements range(ChainedCall source) {
    Operands.Arranged bounds =
        reading.arrange(List.of(bound(source, 0, "from"), bound(source, 1, "to")));
    Expr from = bounds.values().get(0);
    Expr to = bounds.values().get(1);
    boolean isClosed = source.name().equals("rangeClosed");
    boolean isFromZero = Exprs.isNumber(from, 0);
    Expr difference = isFromZero ? to : Exprs.minus(to, from);
    Expr count = isClosed ? Exprs.plus(difference, Exprs.num(1)) : difference;
    Var counter = counter();
    Expr index = isFromZero ? counter.read() : Exprs.minus(counter.read(), from);
    return new Elements(
        bounds.before(),
        Optional.empty(),
        counter,
        from,
        isClosed ? BinaryOp.LE : BinaryOp.LT,
        to,
        isNeverNegative(count)
            ? count
            : Exprs.library("java.lang.Math", "max", Primitive.INT, count, Exprs.num(0)),
        index,
        counter.read());
  }

  private static boolean isNeverNegative(Expr count) {
    return count instanceof Expr.Length
        || count instanceof Expr.Literal literal && (int) literal.value() >= 0;
  }

  private Lowered bound(ChainedCall source, int index, String name) {
    Lowered bound = expressions.converted(expressions.read(source.argument(index)), Primitive.INT);
    boolean isSimple = bound.value() instanceof Expr.Literal || isVariable(bound.value());
    return isSimple ? bound : reading.kept(bound, name);
  }

  private static boolean isVariable(Expr value) {
    return value instanceof Expr.Read
        || value instanceof Expr.Length length && length.array() instanceof Expr.Read;
  }

  private Elements array(ChainedCall source) {
    Lowered array = elements(source);
    Lowered kept = array.value() instanceof Expr.Read ? array : reading.kept(array, "array");
    Var counter = counter();
    Expr length = Exprs.length(kept.value());
    return new Elements(
        kept.before(),
        Optional.of(kept.value()),
        counter,
        Exprs.num(0),
        BinaryOp.LT,
        length,
        length,
        counter.read(),
        Exprs.element(kept.value(), counter.read()));
  }

  private Lowered elements(ChainedCall source) {
    if (source.count() == 1 && source.types().get(0) instanceof Type.Array) {
      return expressions.read(source.argument(0));
    }
    boolean isInts = source.isOf(StreamChain.INTS, Set.of("of"));
    Type.Array type = isInts ? new Type.Array(Primitive.INT) : NUMBERS;
    return expressions.arrays().of(type, source.tree().getArguments(), source.path());
  }

  private Var counter() {
    return reading.vars().make(reading.indexName(0), Primitive.INT);
  }
}
