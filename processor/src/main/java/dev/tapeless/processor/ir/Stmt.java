package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * A statement. A variable is declared once, and seen by what follows in the same list of statements
 * and within it.
 */
public sealed interface Stmt {

  /** Where the statement comes from. */
  Origin origin();

  /** Calls the method of {@code visitor} for this kind of statement. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of statement. */
  interface Visitor<R> {
    R declare(Declare s);

    R assign(Assign s);

    R call(Call s);

    R branch(If s);

    R countedFor(CountedFor s);

    R loop(Loop s);

    R block(Block s);

    R push(Push s);

    R clear(Clear s);

    R opaque(Opaque s);

    R raise(Throw s);

    R require(Require s);

    R comment(Comment s);
  }

  /** Declares a variable, with a value or to be assigned later. */
  record Declare(Var variable, Optional<Expr> value, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.declare(this);
    }
  }

  /**
   * {@code target = value}: array and index of the target first, then the value, then the store, as
   * in Java.
   */
  record Assign(Place target, Expr value, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.assign(this);
    }
  }

  /**
   * Calls a function, which may write into the arrays that it gets.
   *
   * <p>Where a record is gone, its {@linkplain Leaf leaves} are in its place, among the arguments
   * and among the results.
   *
   * @param results the variables that this statement declares; none for a {@code void} function or
   *     a result that nobody wants
   */
  record Call(List<Var> results, Callee callee, List<Expr> arguments, Origin origin)
      implements Stmt {
    public Call {
      results = List.copyOf(results);
      arguments = List.copyOf(arguments);
    }

    /** A call with one result at most. */
    public Call(Optional<Var> result, Callee callee, List<Expr> arguments, Origin origin) {
      this(result.stream().toList(), callee, arguments, origin);
    }

    /** The result of a call that has one at most. */
    public Optional<Var> result() {
      if (results.size() > 1) {
        throw new IllegalStateException("several results: " + results);
      }
      return results.stream().findFirst();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.call(this);
    }
  }

  /** A branch; the origin's text is its head, {@code if (condition)}. */
  record If(Expr condition, List<Stmt> then, List<Stmt> otherwise, Origin origin) implements Stmt {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.branch(this);
    }
  }

  /**
   * {@code for (int counter = from; counter compare bound; counter += step)}. The body writes
   * neither the counter nor anything that {@code from} and {@code bound} read, so the trip count is
   * known when the loop is entered.
   *
   * @param counter declared by this loop, an {@code int}
   * @param compare LT or LE with a positive step, GT or GE with a negative one
   * @param step not 0
   */
  record CountedFor(
      Var counter,
      Expr from,
      BinaryOp compare,
      Expr bound,
      int step,
      List<Stmt> body,
      Origin origin)
      implements Stmt {
    public CountedFor {
      body = List.copyOf(body);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.countedFor(this);
    }
  }

  /**
   * Any other loop: runs {@code head}, leaves when {@code condition} is false, else runs {@code
   * tail} and starts again. {@code while} has an empty head, {@code do-while} an empty tail. What
   * {@code head} declares is seen by the condition and by {@code tail}.
   */
  record Loop(List<Stmt> head, Expr condition, List<Stmt> tail, Origin origin) implements Stmt {
    public Loop {
      head = List.copyOf(head);
      tail = List.copyOf(tail);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loop(this);
    }
  }

  /** Statements with a scope of their own. */
  record Block(List<Stmt> statements, Origin origin) implements Stmt {
    public Block {
      statements = List.copyOf(statements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.block(this);
    }
  }

  /** Puts a value on a stack. */
  record Push(Var stack, Expr value, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.push(this);
    }
  }

  /**
   * Sets all elements of an array of {@code double} or {@code float}, and of its rows, to zero;
   * {@code null} stays.
   */
  record Clear(Expr array, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.clear(this);
    }
  }

  /** What an opaque statement can do to what the method can see, besides its own variables. */
  enum Effect {
    /** Nothing: it looks at objects, or makes text and returns it. */
    NONE,
    /** It adds text to a builder, or writes it out. */
    TEXT,
    /** It changes the arrays that it gets, and objects that know no arrays. */
    ARRAYS,
    /** It changes objects, and the arrays that it gets or that objects have been given. */
    OBJECTS,
    /** It may change fields too, and the arrays that they refer to. */
    STATE;

    /** Whether this is all that {@code other} can do, and maybe more. */
    public boolean includes(Effect other) {
      return compareTo(other) >= 0;
    }

    /** What the two can do together. */
    public Effect and(Effect other) {
      return includes(other) ? this : other;
    }
  }

  /**
   * Code of the user's that is copied as it stands and runs once, in the forward sweep: no
   * derivative passes through it.
   *
   * @param result the variable that this statement declares and that gets the value of the code, an
   *     expression; empty for statements, or a value that nobody wants
   * @param isText whether active values may go into it, because it makes text of them, if anything
   */
  record Opaque(Optional<Var> result, Snippet code, Effect effect, boolean isText, Origin origin)
      implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.opaque(this);
    }
  }

  /** Ends the method with an exception. */
  record Throw(Snippet exception, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.raise(this);
    }
  }

  /** A condition on the caller's arguments, checked at run time. */
  record Require(Requirement requirement, Origin origin) implements Stmt {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.require(this);
    }
  }

  /** A line of comment about the statements that follow it. */
  record Comment(String text) implements Stmt {
    @Override
    public Origin origin() {
      return Origin.NONE;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.comment(this);
    }
  }
}
