package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the sources of streams: arrays, numbers, and ranges of integers. */
final class StreamSources {

  private final Reading reading;
  private final ExpressionReader expressions;

  StreamSources(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  /**
   * A source that has been read.
   *
   * @param operands what it is made of, in the order in which Java evaluates it
   * @param hasNext whether there is an {@code int} after each element of the range
   */
  record Source(List<Lowered> operands, boolean hasNext) {}

  /** Reads the source of {@code chain}. */
  Source read(StreamChain chain) {
    ChainedCall source = chain.source();
    if (chain.isRange()) {
      Lowered from = bound(source, 0);
      Lowered to = bound(source, 1);
      return new Source(
          List.of(variable(from, "from"), variable(to, "to")),
          IntBounds.isBelowGreatest(to.value()));
    }
    Lowered array = array(source);
    Lowered kept = array.value() instanceof Expr.Read ? array : reading.kept(array, "array");
    return new Source(List.of(kept), true);
  }

  private Lowered array(ChainedCall source) {
    if (source.count() == 1 && source.types().get(0) instanceof Type.Array) {
      return expressions.read(source.argument(0));
    }
    boolean isInts = source.isOf(StreamChain.INTS, Set.of("of"));
    Type.Array type = isInts ? new Type.Array(Primitive.INT) : StreamReader.NUMBERS;
    return expressions.arrays().of(type, source.tree().getArguments(), source.path());
  }

  private Lowered bound(ChainedCall source, int index) {
    return expressions.converted(expressions.read(source.argument(index)), Primitive.INT);
  }

  private Lowered variable(Lowered bound, String name) {
    boolean isSimple = bound.value() instanceof Expr.Literal || isVariable(bound.value());
    return isSimple ? bound : reading.kept(bound, name);
  }

  private static boolean isVariable(Expr value) {
    return value instanceof Expr.Read
        || value instanceof Expr.Length length && length.array() instanceof Expr.Read;
  }

  /**
   * The elements of the source.
   *
   * @param operands the values of its operands, settled
   * @param statements what runs first, to be gone on with
   */
  StreamElements elements(
      StreamChain chain, Source source, List<Expr> operands, List<Stmt> statements) {
    if (!chain.isRange()) {
      return elements(operands.get(0));
    }
    Expr from = operands.get(0);
    Expr to = operands.get(1);
    if (chain.source().name().equals("range")) {
      return range(from, BinaryOp.LT, to, difference(to, from));
    }
    if (source.hasNext()) {
      return range(from, BinaryOp.LE, to, Exprs.plus(difference(to, from), Exprs.num(1)));
    }
    return counted(from, to, statements);
  }

  /** A counter that has been the greatest integer would never be greater: one from 0 is less. */
  private StreamElements counted(Expr from, Expr to, List<Stmt> statements) {
    Var count = reading.vars().make("count", Primitive.INT);
    statements.add(new Stmt.Declare(count, Optional.of(count(from, to)), reading.origin()));
    StreamElements numbers = range(Exprs.num(0), BinaryOp.LT, count.read(), count.read());
    return numbers.with(count.read(), shifted(numbers.counter().read(), from));
  }

  private static Expr shifted(Expr counter, Expr from) {
    if (Exprs.isNumber(from, 0)) {
      return counter;
    }
    return from instanceof Expr.Literal ? Exprs.plus(counter, from) : Exprs.plus(from, counter);
  }

  /** How many integers there are; too many for an {@code int} are an exception. */
  private static Expr count(Expr from, Expr to) {
    if (Exprs.isNumber(from, 1)) {
      return Exprs.library("java.lang.Math", "max", Primitive.INT, to, Exprs.num(0));
    }
    Expr last = Conversions.convert(to, Primitive.LONG);
    Expr difference = Exprs.isNumber(from, 0) ? last : longs(BinaryOp.SUB, last, from);
    Expr count = longs(BinaryOp.ADD, difference, Exprs.num(1));
    Expr zero = Conversions.convert(Exprs.num(0), Primitive.LONG);
    return Exprs.library(
        "java.lang.Math",
        "toIntExact",
        Primitive.INT,
        Exprs.library("java.lang.Math", "max", Primitive.LONG, count, zero));
  }

  private static Expr longs(BinaryOp op, Expr left, Expr right) {
    return new Expr.Binary(op, left, Conversions.convert(right, Primitive.LONG), Primitive.LONG);
  }

  private StreamElements elements(Expr array) {
    Var counter = counter();
    Expr length = Exprs.length(array);
    return new StreamElements(
        Optional.of(array),
        counter,
        Exprs.num(0),
        BinaryOp.LT,
        length,
        length,
        counter.read(),
        Exprs.element(array, counter.read()));
  }

  private StreamElements range(Expr from, BinaryOp compare, Expr to, Expr count) {
    Var counter = counter();
    boolean isFromZero = Exprs.isNumber(from, 0);
    return new StreamElements(
        Optional.empty(),
        counter,
        from,
        compare,
        to,
        isNeverNegative(count)
            ? count
            : Exprs.library("java.lang.Math", "max", Primitive.INT, count, Exprs.num(0)),
        isFromZero ? counter.read() : Exprs.minus(counter.read(), from),
        counter.read());
  }

  private static Expr difference(Expr to, Expr from) {
    return Exprs.isNumber(from, 0) ? to : Exprs.minus(to, from);
  }

  private static boolean isNeverNegative(Expr count) {
    return count instanceof Expr.Length
        || count instanceof Expr.Literal literal && (int) literal.value() >= 0;
  }

  private Var counter() {
    return reading.vars().make(reading.indexName(0), Primitive.INT);
  }
}
