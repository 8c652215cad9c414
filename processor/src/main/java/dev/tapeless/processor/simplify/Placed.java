package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import java.util.List;

/**
 * Gives the statements that stand for a call the place of the call: comments and messages show what
 * the user has written.
 */
final class Placed implements Stmt.Visitor<Stmt> {

  private final Origin call;

  private Placed(Origin call) {
    this.call = call;
  }

  /** {@code statements}, which come in the place of the call at {@code call}. */
  static List<Stmt> at(Origin call, List<Stmt> statements) {
    return new Placed(call).block(statements);
  }

  private List<Stmt> block(List<Stmt> statements) {
    return statements.stream()
        .map(s -> Children.map(s, this::placed, this::block))
        .map(s -> s.origin().equals(Origin.CALL) ? s.accept(this) : s)
        .toList();
  }

  private Expr placed(Expr e) {
    return Children.rewrite(
        e,
        x ->
            x instanceof Expr.LibraryCall c && c.origin().equals(Origin.CALL)
                ? new Expr.LibraryCall(c.owner(), c.method(), c.arguments(), c.type(), call)
                : x);
  }

  @Override
  public Stmt declare(Stmt.Declare s) {
    return new Stmt.Declare(s.variable(), s.value(), call);
  }

  @Override
  public Stmt assign(Stmt.Assign s) {
    return new Stmt.Assign(s.target(), s.value(), call);
  }

  @Override
  public Stmt call(Stmt.Call s) {
    return new Stmt.Call(s.results(), s.callee(), s.arguments(), call);
  }

  @Override
  public Stmt branch(Stmt.If s) {
    // Not the user's condition: Decided looks for it.
    Origin origin = new Origin(Origin.CALL.id(), call.text());
    return new Stmt.If(s.condition(), s.then(), s.otherwise(), origin);
  }

  @Override
  public Stmt countedFor(Stmt.CountedFor s) {
    return new Stmt.CountedFor(
        s.counter(), s.from(), s.compare(), s.bound(), s.step(), s.body(), call);
  }

  @Override
  public Stmt loop(Stmt.Loop s) {
    return new Stmt.Loop(s.head(), s.condition(), s.tail(), call);
  }

  @Override
  public Stmt block(Stmt.Block s) {
    return new Stmt.Block(s.statements(), call);
  }

  @Override
  public Stmt push(Stmt.Push s) {
    return new Stmt.Push(s.stack(), s.value(), call);
  }

  @Override
  public Stmt clear(Stmt.Clear s) {
    return new Stmt.Clear(s.array(), call);
  }

  @Override
  public Stmt opaque(Stmt.Opaque s) {
    return new Stmt.Opaque(s.result(), s.code(), s.effect(), s.isText(), call);
  }

  @Override
  public Stmt raise(Stmt.Throw s) {
    return new Stmt.Throw(s.exception(), call);
  }

  @Override
  public Stmt require(Stmt.Require s) {
    return s;
  }

  @Override
  public Stmt comment(Stmt.Comment s) {
    return s;
  }
}
