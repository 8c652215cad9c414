package dev.tapeless.processor.ir;

import java.util.List;
import java.util.function.UnaryOperator;

/** The parts of expressions and statements, and the same node with other parts. */
public final class Children {

  private Children() {}

  /** The direct operands of {@code expr}, in the order of evaluation. */
  public static List<Expr> of(Expr expr) {
    return expr.accept(Operands.INSTANCE);
  }

  /** The direct operands of {@code expr} that are evaluated whatever the values of others are. */
  public static List<Expr> inAnyCase(Expr expr) {
    if (expr instanceof Expr.Conditional choice) {
      return List.of(choice.condition());
    }
    if (expr instanceof Expr.ZeroGuard guard) {
      return List.of(guard.seed());
    }
    if (expr instanceof Expr.Binary b
        && (b.op() == BinaryOp.COND_AND || b.op() == BinaryOp.COND_OR)) {
      return List.of(b.left());
    }
    return of(expr);
  }

  /** {@code expr} with each direct operand replaced by what {@code mapper} makes of it. */
  public static Expr map(Expr expr, UnaryOperator<Expr> mapper) {
    return expr.accept(new Mapped(mapper));
  }

  /**
   * The expressions that {@code statement} itself evaluates, without those of the statements within
   * it.
   */
  public static List<Expr> expressions(Stmt statement) {
    return statement.accept(Expressions.INSTANCE);
  }

  /** The lists of statements directly within {@code statement}. */
  public static List<List<Stmt>> blocks(Stmt statement) {
    return statement.accept(Blocks.INSTANCE);
  }

  /** {@code statement} with other expressions and other lists of statements. */
  public static Stmt map(
      Stmt statement, UnaryOperator<Expr> expressions, UnaryOperator<List<Stmt>> blocks) {
    return statement.accept(new MappedStmt(expressions, blocks));
  }

  /** {@code expr} with {@code mapper} applied to every node, operands first. */
  public static Expr rewrite(Expr expr, UnaryOperator<Expr> mapper) {
    return mapper.apply(map(expr, e -> rewrite(e, mapper)));
  }

  /**
   * {@code statements} with {@code mapper} applied to every node of every expression, operands
   * first.
   */
  public static List<Stmt> rewrite(List<Stmt> statements, UnaryOperator<Expr> mapper) {
    return statements.stream()
        .map(s -> map(s, e -> rewrite(e, mapper), block -> rewrite(block, mapper)))
        .toList();
  }

  private enum Operands implements Expr.Visitor<List<Expr>> {
    INSTANCE;

    @Override
    public List<Expr> literal(Expr.Literal e) {
      return List.of();
    }

    @Override
    public List<Expr> read(Expr.Read e) {
      return List.of();
    }

    @Override
    public List<Expr> element(Expr.Element e) {
      return List.of(e.array(), e.index());
    }

    @Override
    public List<Expr> length(Expr.Length e) {
      return List.of(e.array());
    }

    @Override
    public List<Expr> field(Expr.Field e) {
      return e.object().map(List::of).orElse(List.of());
    }

    @Override
    public List<Expr> unary(Expr.Unary e) {
      return List.of(e.operand());
    }

    @Override
    public List<Expr> binary(Expr.Binary e) {
      return List.of(e.left(), e.right());
    }

    @Override
    public List<Expr> conditional(Expr.Conditional e) {
      return List.of(e.condition(), e.whenTrue(), e.whenFalse());
    }

    @Override
    public List<Expr> cast(Expr.Cast e) {
      return List.of(e.operand());
    }

    @Override
    public List<Expr> libraryCall(Expr.LibraryCall e) {
      return e.arguments();
    }

    @Override
    public List<Expr> zeroGuard(Expr.ZeroGuard e) {
      return List.of(e.seed(), e.value());
    }

    @Override
    public List<Expr> newArray(Expr.NewArray e) {
      return e.dimensions();
    }

    @Override
    public List<Expr> arrayLiteral(Expr.ArrayLiteral e) {
      return e.elements();
    }

    @Override
    public List<Expr> cloneArray(Expr.CloneArray e) {
      return List.of(e.array());
    }

    @Override
    public List<Expr> deepCopy(Expr.DeepCopy e) {
      return List.of(e.array());
    }

    @Override
    public List<Expr> zerosLike(Expr.ZerosLike e) {
      return List.of(e.array());
    }

    @Override
    public List<Expr> newStack(Expr.NewStack e) {
      return List.of();
    }

    @Override
    public List<Expr> newObject(Expr.NewObject e) {
      return List.of();
    }

    @Override
    public List<Expr> member(Expr.Member e) {
      return List.of(e.object());
    }

    @Override
    public List<Expr> pop(Expr.Pop e) {
      return List.of();
    }

    @Override
    public List<Expr> newRecord(Expr.NewRecord e) {
      return e.arguments();
    }

    @Override
    public List<Expr> component(Expr.Component e) {
      return List.of(e.record());
    }
  }

  private record Mapped(UnaryOperator<Expr> mapper) implements Expr.Visitor<Expr> {

    private List<Expr> all(List<Expr> expressions) {
      return expressions.stream().map(mapper).toList();
    }

    @Override
    public Expr literal(Expr.Literal e) {
      return e;
    }

    @Override
    public Expr read(Expr.Read e) {
      return e;
    }

    @Override
    public Expr element(Expr.Element e) {
      return new Expr.Element(mapper.apply(e.array()), mapper.apply(e.index()));
    }

    @Override
    public Expr length(Expr.Length e) {
      return new Expr.Length(mapper.apply(e.array()));
    }

    @Override
    public Expr field(Expr.Field e) {
      return new Expr.Field(
          e.object().map(mapper), e.owner(), e.name(), e.type(), e.isFinal(), e.access());
    }

    @Override
    public Expr unary(Expr.Unary e) {
      return new Expr.Unary(e.op(), mapper.apply(e.operand()));
    }

    @Override
    public Expr binary(Expr.Binary e) {
      return new Expr.Binary(e.op(), mapper.apply(e.left()), mapper.apply(e.right()), e.type());
    }

    @Override
    public Expr conditional(Expr.Conditional e) {
      return new Expr.Conditional(
          mapper.apply(e.condition()), mapper.apply(e.whenTrue()), mapper.apply(e.whenFalse()));
    }

    @Override
    public Expr cast(Expr.Cast e) {
      return new Expr.Cast(e.type(), mapper.apply(e.operand()));
    }

    @Override
    public Expr libraryCall(Expr.LibraryCall e) {
      return new Expr.LibraryCall(e.owner(), e.method(), all(e.arguments()), e.type(), e.origin());
    }

    @Override
    public Expr zeroGuard(Expr.ZeroGuard e) {
      return new Expr.ZeroGuard(mapper.apply(e.seed()), mapper.apply(e.value()));
    }

    @Override
    public Expr newArray(Expr.NewArray e) {
      return new Expr.NewArray(e.type(), all(e.dimensions()));
    }

    @Override
    public Expr arrayLiteral(Expr.ArrayLiteral e) {
      return new Expr.ArrayLiteral(e.type(), all(e.elements()));
    }

    @Override
    public Expr cloneArray(Expr.CloneArray e) {
      return new Expr.CloneArray(mapper.apply(e.array()));
    }

    @Override
    public Expr deepCopy(Expr.DeepCopy e) {
      return new Expr.DeepCopy(mapper.apply(e.array()));
    }

    @Override
    public Expr zerosLike(Expr.ZerosLike e) {
      return new Expr.ZerosLike(mapper.apply(e.array()));
    }

    @Override
    public Expr newStack(Expr.NewStack e) {
      return e;
    }

    @Override
    public Expr newObject(Expr.NewObject e) {
      return e;
    }

    @Override
    public Expr member(Expr.Member e) {
      return new Expr.Member(mapper.apply(e.object()), e.name(), e.type());
    }

    @Override
    public Expr pop(Expr.Pop e) {
      return e;
    }

    @Override
    public Expr newRecord(Expr.NewRecord e) {
      return new Expr.NewRecord(e.type(), all(e.arguments()));
    }

    @Override
    public Expr component(Expr.Component e) {
      return new Expr.Component(mapper.apply(e.record()), e.name(), e.type());
    }
  }

  private enum Expressions implements Stmt.Visitor<List<Expr>> {
    INSTANCE;

    @Override
    public List<Expr> declare(Stmt.Declare s) {
      return s.value().map(List::of).orElse(List.of());
    }

    @Override
    public List<Expr> assign(Stmt.Assign s) {
      return List.of(s.target(), s.value());
    }

    @Override
    public List<Expr> call(Stmt.Call s) {
      return s.arguments();
    }

    @Override
    public List<Expr> branch(Stmt.If s) {
      return List.of(s.condition());
    }

    @Override
    public List<Expr> countedFor(Stmt.CountedFor s) {
      return List.of(s.from(), s.bound());
    }

    @Override
    public List<Expr> loop(Stmt.Loop s) {
      return List.of(s.condition());
    }

    @Override
    public List<Expr> block(Stmt.Block s) {
      return List.of();
    }

    @Override
    public List<Expr> push(Stmt.Push s) {
      return List.of(s.value());
    }

    @Override
    public List<Expr> clear(Stmt.Clear s) {
      return List.of(s.array());
    }

    @Override
    public List<Expr> opaque(Stmt.Opaque s) {
      return s.code().operands();
    }

    @Override
    public List<Expr> raise(Stmt.Throw s) {
      return s.exception().operands();
    }

    @Override
    public List<Expr> require(Stmt.Require s) {
      return s.requirement().operands();
    }

    @Override
    public List<Expr> comment(Stmt.Comment s) {
      return List.of();
    }
  }

  private enum Blocks implements Stmt.Visitor<List<List<Stmt>>> {
    INSTANCE;

    @Override
    public List<List<Stmt>> declare(Stmt.Declare s) {
      return List.of();
    }

    @Override
    public List<List<Stmt>> assign(Stmt.Assign s) {
      return List.of();
    }

    @Override
    public List<List<Stmt>> call(Stmt.Call s) {
      return List.of();
    }

    @Override
    public List<List<Stmt>> branch(Stmt.If s) {
      return List.of(s.then(), s.otherwise());
    }

    @Override
    public List<List<Stmt>> countedFor(Stmt.CountedFor s) {
      return List.of(s.body());
    }

    @Override
    public List<List<Stmt>> loop(Stmt.Loop s) {
      return List.of(s.head(), s.tail());
    }

    @Override
    public List<List<Stmt>> block(Stmt.Block s) {
      return List.of(s.statements());
    }

    @Override
    public List<List<Stmt>> push(Stmt.Push s) {
      return List.of();
    }

    @Override
    public List<List<Stmt>> clear(Stmt.Clear s) {
      return List.of();
    }

    @Override
    public List<List<Stmt>> opaque(Stmt.Opaque s) {
      return List.of();
    }

    @Override
    public List<List<Stmt>> raise(Stmt.Throw s) {
      return List.of();
    }

    @Override
    public List<List<Stmt>> require(Stmt.Require s) {
      return List.of();
    }

    @Override
    public List<List<Stmt>> comment(Stmt.Comment s) {
      return List.of();
    }
  }

  private record MappedStmt(UnaryOperator<Expr> expressions, UnaryOperator<List<Stmt>> blocks)
      implements Stmt.Visitor<Stmt> {

    @Override
    public Stmt declare(Stmt.Declare s) {
      return new Stmt.Declare(s.variable(), s.value().map(expressions), s.origin());
    }

    @Override
    public Stmt assign(Stmt.Assign s) {
      Place target = (Place) expressions.apply(s.target());
      return new Stmt.Assign(target, expressions.apply(s.value()), s.origin());
    }

    @Override
    public Stmt call(Stmt.Call s) {
      List<Expr> arguments = s.arguments().stream().map(expressions).toList();
      return new Stmt.Call(s.results(), s.callee(), arguments, s.origin());
    }

    @Override
    public Stmt branch(Stmt.If s) {
      return new Stmt.If(
          expressions.apply(s.condition()),
          blocks.apply(s.then()),
          blocks.apply(s.otherwise()),
          s.origin());
    }

    @Override
    public Stmt countedFor(Stmt.CountedFor s) {
      return new Stmt.CountedFor(
          s.counter(),
          expressions.apply(s.from()),
          s.compare(),
          expressions.apply(s.bound()),
          s.step(),
          blocks.apply(s.body()),
          s.origin());
    }

    @Override
    public Stmt loop(Stmt.Loop s) {
      return new Stmt.Loop(
          blocks.apply(s.head()),
          expressions.apply(s.condition()),
          blocks.apply(s.tail()),
          s.origin());
    }

    @Override
    public Stmt block(Stmt.Block s) {
      return new Stmt.Block(blocks.apply(s.statements()), s.origin());
    }

    @Override
    public Stmt push(Stmt.Push s) {
      return new Stmt.Push(s.stack(), expressions.apply(s.value()), s.origin());
    }

    @Override
    public Stmt clear(Stmt.Clear s) {
      return new Stmt.Clear(expressions.apply(s.array()), s.origin());
    }

    @Override
    public Stmt opaque(Stmt.Opaque s) {
      return new Stmt.Opaque(
          s.result(), s.code().map(expressions), s.effect(), s.isText(), s.origin());
    }

    @Override
    public Stmt raise(Stmt.Throw s) {
      return new Stmt.Throw(s.exception().map(expressions), s.origin());
    }

    @Override
    public Stmt require(Stmt.Require s) {
      return new Stmt.Require(s.requirement().map(expressions), s.origin());
    }

    @Override
    public Stmt comment(Stmt.Comment s) {
      return s;
    }
  }
}
