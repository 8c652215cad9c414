package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What generated code demands of its arguments at run time. */
public sealed interface Requirement {

  /** The expressions that the check evaluates. */
  List<Expr> operands();

  /** The same requirement of other expressions. */
  Requirement map(UnaryOperator<Expr> mapper);

  /**
   * {@code actual} has the shape of {@code expected}: otherwise an {@code
   * IllegalArgumentException}, or a {@code NullPointerException} when {@code actual} is null and
   * {@code expected} is not, whose message has the two names and the two shapes.
   */
  record SameShape(Expr actual, String actualName, Expr expected, String expectedName)
      implements Requirement {
    @Override
    public List<Expr> operands() {
      return List.of(actual, expected);
    }

    @Override
    public Requirement map(UnaryOperator<Expr> mapper) {
      return new SameShape(mapper.apply(actual), actualName, mapper.apply(expected), expectedName);
    }
  }

  /**
   * Two arguments are not the same array, because the method writes one of them: otherwise an
   * {@code IllegalArgumentException}.
   */
  record Distinct(Expr first, String firstName, Expr second, String secondName)
      implements Requirement {
    @Override
    public List<Expr> operands() {
      return List.of(first, second);
    }

    @Override
    public Requirement map(UnaryOperator<Expr> mapper) {
      return new Distinct(mapper.apply(first), firstName, mapper.apply(second), secondName);
    }
  }

  /**
   * No two rows of an argument are the same array, because the method writes into them: otherwise
   * an {@code IllegalArgumentException}.
   */
  record DistinctRows(Expr array, String name) implements Requirement {
    @Override
    public List<Expr> operands() {
      return List.of(array);
    }

    @Override
    public Requirement map(UnaryOperator<Expr> mapper) {
      return new DistinctRows(mapper.apply(array), name);
    }
  }

  /**
   * {@code object} is not null: otherwise a {@code NullPointerException}, as in the method.
   *
   * @param name what the exception's message says, if anything
   */
  record NotNull(Expr object, Optional<String> name) implements Requirement {

    /** A check without a message. */
    public NotNull(Expr object) {
      this(object, Optional.empty());
    }

    @Override
    public List<Expr> operands() {
      return List.of(object);
    }

    @Override
    public Requirement map(UnaryOperator<Expr> mapper) {
      return new NotNull(mapper.apply(object), name);
    }
  }

  /**
   * {@code object} is of the class {@code type} itself, and not of a subclass, which may have
   * another {@code method}: otherwise an {@code IllegalArgumentException}.
   */
  record OfClass(Expr object, String type, String method) implements Requirement {
    @Override
    public List<Expr> operands() {
      return List.of(object);
    }

    @Override
    public Requirement map(UnaryOperator<Expr> mapper) {
      return new OfClass(mapper.apply(object), type, method);
    }
  }

  /**
   * {@code array}, which {@code words} name, has that length: otherwise an {@code
   * IllegalArgumentException}.
   */
  record OfLength(Expr array, int length, String words) implements Requirement {
    @Override
    public List<Expr> operands() {
      return List.of(array);
    }

    @Override
    public Requirement map(UnaryOperator<Expr> mapper) {
      return new OfLength(mapper.apply(array), length, words);
    }
  }

  /**
   * The accessors that {@code path} names lead from {@code object} to what equals {@code given},
   * arrays by their elements: otherwise an {@code UnsupportedOperationException}, since nobody
   * knows the derivative.
   *
   * @param words the accessor, for the message
   */
  record Kept(Expr object, List<String> path, Expr given, String words) implements Requirement {

    public Kept {
      path = List.copyOf(path);
    }

    @Override
    public List<Expr> operands() {
      return List.of(object, given);
    }

    @Override
    public Requirement map(UnaryOperator<Expr> mapper) {
      return new Kept(mapper.apply(object), path, mapper.apply(given), words);
    }
  }

  /** {@code value} is not zero: otherwise an {@code IllegalArgumentException} with the message. */
  record NonZero(Expr value, String message) implements Requirement {
    @Override
    public List<Expr> operands() {
      return List.of(value);
    }

    @Override
    public Requirement map(UnaryOperator<Expr> mapper) {
      return new NonZero(mapper.apply(value), message);
    }
  }
}
