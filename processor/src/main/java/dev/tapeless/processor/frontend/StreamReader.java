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

/**
 * Reads streams of numbers as loops: each element runs through all stages before the next one
 * starts, as in the library. What the library collects is put into an array first, of which the
 * prelude makes the library's number, to the last bit.
 */
final class StreamReader {

  static final Type.Array NUMBERS = new Type.Array(Primitive.DOUBLE);

  private final Reading reading;
  private final ExpressionReader expressions;
  private final CallReader calls;
  private final StreamSources sources;

  StreamReader(Reading reading, ExpressionReader expressions, CallReader calls) {
    this.reading = reading;
    this.expressions = expressions;
    this.calls = calls;
    sources = new StreamSources(reading, expressions);
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
    StreamSources.Source source = sources.read(chain);
    List<Lowered> operands = new ArrayList<>(source.operands());
    boolean isReduced = chain.end().name().equals("reduce");
    if (isReduced) {
      operands.add(
          expressions.converted(expressions.read(chain.end().argument(0)), Primitive.DOUBLE));
    }
    Operands.Arranged arranged = reading.arrange(operands);
    List<Stmt> statements = new ArrayList<>(arranged.before());
    StreamElements elements = sources.elements(chain, source, arranged.values(), statements);
    if (isReduced) {
      Expr identity = arranged.values().get(operands.size() - 1);
      return new Lowered(statements, reduced(chain, elements, identity, statements));
    }
    if (chain.endsWithFunction()) {
      Closure function = function(chain.end()).orElseThrow();
      statements.add(
          loop(elements, chain.stages(), e -> calls.call(function, List.of(e)).before()));
      return new Lowered(statements, CallReader.NOTHING);
    }
    Expr values = chain.isPlain() ? elements.array().get() : collected(chain, elements, statements);
    return new Lowered(
        statements,
        chain.end().name().equals("toArray")
            ? copied(chain, values)
            : number(chain, values, statements));
  }

  private static Expr copied(StreamChain chain, Expr values) {
    return chain.isPlain() ? new Expr.CloneArray(values) : values;
  }

  /** The number that the library makes of all elements. */
  private Expr number(StreamChain chain, Expr values, List<Stmt> statements) {
    String name = chain.end().name();
    if (chain.optional().filter(o -> o.count() > 0).isEmpty()) {
      return number(name, List.of(values), statements);
    }
    Lowered other =
        expressions.converted(
            expressions.read(chain.optional().get().argument(0)), Primitive.DOUBLE);
    if (other.isPure()) {
      return number(name, List.of(values, other.value()), statements);
    }
    // The elements have become a number before anything else happens.
    Var isEmpty = reading.vars().make("isEmpty", Primitive.BOOLEAN);
    Expr test = Exprs.binary(BinaryOp.EQ, Exprs.length(values), Exprs.num(0));
    statements.add(new Stmt.Declare(isEmpty, Optional.of(test), reading.origin()));
    Expr nothing = Conversions.convert(Exprs.num(0), Primitive.DOUBLE);
    Expr number = number(name, List.of(values, nothing), statements);
    statements.addAll(other.before());
    return new Expr.Conditional(isEmpty.read(), other.value(), number);
  }

  private Expr number(String name, List<Expr> arguments, List<Stmt> statements) {
    Lowered number = calls.prelude(StreamChain.DOUBLES, name, arguments);
    statements.addAll(number.before());
    return number.value();
  }

  /** {@code reduce(identity, function)}. */
  private Expr reduced(
      StreamChain chain, StreamElements elements, Expr identity, List<Stmt> statements) {
    Var total = reading.vars().make("total", Primitive.DOUBLE);
    statements.add(new Stmt.Declare(total, Optional.of(identity), reading.origin()));
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
  private Expr collected(StreamChain chain, StreamElements elements, List<Stmt> statements) {
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

  private Stmt loop(StreamElements elements, List<ChainedCall> stages, Sink sink) {
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
}
