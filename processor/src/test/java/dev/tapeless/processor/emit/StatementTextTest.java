package dev.tapeless.processor.emit;

import static dev.tapeless.processor.ir.Exprs.binary;
import static dev.tapeless.processor.ir.Exprs.cast;
import static dev.tapeless.processor.ir.Exprs.element;
import static dev.tapeless.processor.ir.Exprs.length;
import static dev.tapeless.processor.ir.Exprs.minus;
import static dev.tapeless.processor.ir.Exprs.negated;
import static dev.tapeless.processor.ir.Exprs.num;
import static dev.tapeless.processor.ir.Exprs.plus;
import static dev.tapeless.processor.ir.Exprs.real;
import static dev.tapeless.processor.ir.Exprs.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Statements read as an expert writes them, and compile without a warning. */
class StatementTextTest {

  private static final Type DOUBLES = new Type.Array(Primitive.DOUBLE);
  private static final Type MATRIX = new Type.Array(DOUBLES);

  private static final Var S = new Var(0, "s", Primitive.DOUBLE);
  private static final Var N = new Var(1, "n", Primitive.INT);
  private static final Var X = new Var(2, "x", DOUBLES);
  private static final Var F = new Var(3, "f", Primitive.FLOAT);
  private static final Var Y = new Var(4, "y", Primitive.BYTE);
  private static final Var M = new Var(5, "m", MATRIX);
  private static final Var P = new Var(6, "p", Primitive.BOOLEAN);
  private static final List<Var> ALL = List.of(S, N, X, F, Y, M, P);

  private static final Expr s = S.read();
  private static final Expr n = N.read();
  private static final Expr x = X.read();

  private static Stmt declare(Var variable, Expr value) {
    return new Stmt.Declare(variable, Optional.of(value), Origin.NONE);
  }

  private static Stmt assign(Expr target, Expr value) {
    return assign(target, value, "");
  }

  private static Stmt assign(Expr target, Expr value, String text) {
    return new Stmt.Assign((Place) target, value, new Origin(1, text));
  }

  private static Stmt count(Var counter, Expr bound, Stmt... body) {
    return new Stmt.CountedFor(counter, num(0), BinaryOp.LT, bound, 1, List.of(body), Origin.NONE);
  }

  private static Var local(int id, String name, Type type) {
    return new Var(id, name, type);
  }

  /** The text of the statements, which are compiled too. */
  private static String text(Stmt... statements) {
    List<Stmt> body = new ArrayList<>(List.of(statements));
    Compiled.of(Emitted.source(ALL, body, n));
    String text = Emitted.body(ALL, body, n);
    return text.substring(0, text.length() - "return n;".length());
  }

  @Test
  void compoundAssignments() {
    Expr y = Y.read();
    Expr f = F.read();
    assertThat(
            text(
                assign(s, plus(s, times(s, n(2)))),
                assign(s, minus(s, plus(s, n(1)))),
                assign(s, plus(s, negated(s))),
                assign(s, plus(n(1), s)),
                assign(s, plus(s, n(1)), "s = s + 1;"),
                assign(s, plus(s, n(1)), "s++;"),
                assign(s, plus(s, n(1)), "s += 1;"),
                assign(n, plus(n, num(1))),
                assign(n, minus(n, num(1)), "n--;"),
                assign(n, plus(n, num(1)), "n += 1;"),
                assign(element(x, n), times(element(x, n), s)),
                assign(element(x, n), times(element(x, plus(n, num(1))), s)),
                assign(
                    P.read(), new Expr.Binary(BinaryOp.AND, P.read(), P.read(), Primitive.BOOLEAN)),
                assign(n, new Expr.Binary(BinaryOp.SHL, n, num(3), Primitive.INT)),
                assign(y, cast(Primitive.BYTE, plus(cast(Primitive.INT, y), num(3)))),
                assign(y, cast(Primitive.BYTE, plus(cast(Primitive.INT, y), num(1)))),
                assign(y, cast(Primitive.BYTE, plus(cast(Primitive.INT, y), n))),
                assign(n, cast(Primitive.INT, times(cast(Primitive.DOUBLE, n), s))),
                assign(f, plus(f, cast(Primitive.FLOAT, n))),
                assign(f, cast(Primitive.FLOAT, plus(cast(Primitive.DOUBLE, f), s))),
                assign(
                    f,
                    cast(
                        Primitive.FLOAT,
                        plus(cast(Primitive.DOUBLE, f), cast(Primitive.DOUBLE, f)))),
                assign(s, plus(s, cast(Primitive.DOUBLE, n)))))
        .isEqualTo(
            """
            s += s * 2;
            s -= s + 1;
            s -= s;
            s = 1 + s;
            s = s + 1;
            s++;
            s += 1;
            n++;
            n--;
            n += 1;
            x[n] *= s;
            x[n] = x[n + 1] * s;
            p &= p;
            n <<= 3;
            y += 3;
            y++;
            y = (byte) (y + n);
            n = (int) (n * s);
            f += n;
            f = (float) (f + s);
            f = (float) ((double) f + f);
            s += n;
            """);
  }

  private static Expr n(int value) {
    return real(value, Primitive.DOUBLE);
  }

  @Test
  void branches() {
    Expr positive = binary(BinaryOp.GT, s, n(0));
    Stmt up = assign(s, plus(s, n(1)));
    Stmt down = assign(s, minus(s, n(1)));
    Stmt inner = new Stmt.If(binary(BinaryOp.EQ, s, n(0)), List.of(up), List.of(down), Origin.NONE);
    assertThat(
            text(
                new Stmt.If(positive, List.of(up), List.of(inner), Origin.NONE),
                new Stmt.If(positive, List.of(), List.of(up), Origin.NONE),
                new Stmt.If(binary(BinaryOp.EQ, n, num(0)), List.of(), List.of(up), Origin.NONE)))
        .isEqualTo(
            """
            if (s > 0) {
              s += 1;
            } else if (s == 0) {
              s += 1;
            } else {
              s -= 1;
            }
            if (!(s > 0)) {
              s += 1;
            }
            if (n != 0) {
              s += 1;
            }
            """);
  }

  @Test
  void loops() {
    Expr small = binary(BinaryOp.LT, s, n(9));
    Stmt up = assign(s, plus(s, n(1)));
    Var t = local(20, "t", Primitive.DOUBLE);
    Var i = local(21, "i", Primitive.INT);
    Expr middle = binary(BinaryOp.LT, t.read(), n(9));
    assertThat(
            text(
                new Stmt.Loop(List.of(), small, List.of(up), Origin.NONE),
                new Stmt.Loop(List.of(up), small, List.of(), Origin.NONE),
                new Stmt.Loop(List.of(declare(t, s)), middle, List.of(up), Origin.NONE),
                new Stmt.CountedFor(
                    i,
                    minus(length(x), num(1)),
                    BinaryOp.GE,
                    num(0),
                    -2,
                    List.of(up),
                    Origin.NONE)))
        .isEqualTo(
            """
            while (s < 9) {
              s += 1;
            }
            do {
              s += 1;
            } while (s < 9);
            while (true) {
              double t = s;
              if (!(t < 9)) {
                break;
              }
              s += 1;
            }
            for (int i = x.length - 1; i >= 0; i -= 2) {
              s += 1;
            }
            """);
  }

  @Test
  void loopsOverAllElements() {
    Var i = local(20, "i", Primitive.INT);
    Var level = local(21, "level", Primitive.DOUBLE);
    Stmt first = declare(level, element(x, i.read()));
    Stmt add = assign(s, plus(s, level.read()));
    Stmt addIndex = assign(s, plus(s, cast(Primitive.DOUBLE, i.read())));
    assertThat(text(count(i, length(x), first, add), count(i, length(x), first, add, addIndex)))
        .isEqualTo(
            """
            for (double level : x) {
              s += level;
            }
            for (int i = 0; i < x.length; i++) {
              double level = x[i];
              s += level;
              s += i;
            }
            """);
  }

  @Test
  void blocksAreOpenedUnlessTheirNamesAreWantedAgain() {
    Var i = local(20, "i", Primitive.INT);
    Var again = local(21, "i", Primitive.INT);
    Var t = local(22, "t", Primitive.INT);
    Stmt loop =
        new Stmt.Loop(
            List.of(),
            binary(BinaryOp.LT, i.read(), n),
            List.of(assign(s, plus(s, n(1))), assign(i.read(), times(i.read(), num(2)))),
            Origin.NONE);
    assertThat(
            text(
                new Stmt.Block(List.of(declare(i, num(1)), loop), Origin.NONE),
                new Stmt.Block(List.of(declare(t, n)), Origin.NONE),
                new Stmt.Block(List.of(declare(local(23, "u", Primitive.INT), n)), Origin.NONE),
                new Stmt.Block(List.of(declare(local(24, "u", Primitive.INT), n)), Origin.NONE),
                declare(again, num(3))))
        .isEqualTo(
            """
            for (int i = 1; i < n; i *= 2) {
              s += 1;
            }
            int t = n;
            {
              int u = n;
            }
            int u = n;
            int i = 3;
            """);
  }

  @Test
  void namesThatClashGetAnUnderscore() {
    assertThat(
            text(
                declare(local(20, "s", Primitive.INT), n),
                declare(local(21, "s", Primitive.INT), n),
                declare(local(22, "int", Primitive.INT), n),
                new Stmt.If(
                    P.read(),
                    List.of(declare(local(23, "q", Primitive.INT), n)),
                    List.of(),
                    Origin.NONE),
                declare(local(24, "q", Primitive.INT), n)))
        .isEqualTo(
            """
            int s_ = n;
            int s__ = n;
            int int_ = n;
            if (p) {
              int q = n;
            }
            int q = n;
            """);
  }

  @Test
  void commentsStandAboveWhatTheyAreAbout() {
    assertThat(
            text(
                new Stmt.Comment("first"),
                assign(s, n(1)),
                new Stmt.Comment("second \\u000a is no line break"),
                new Stmt.Comment("third"),
                assign(s, n(2))))
        .isEqualTo(
            """
            // first
            s = 1;

            // second \\\\u000a is no line break
            // third
            s = 2;
            """);
  }

  @Test
  void arrays() {
    Var t = local(20, "t", DOUBLES);
    Var u = local(21, "u", MATRIX);
    Type.Array matrix = (Type.Array) MATRIX;
    Expr.ArrayLiteral row = new Expr.ArrayLiteral((Type.Array) DOUBLES, List.of(s, n(2)));
    assertThat(
            text(
                declare(t, row),
                assign(t.read(), row),
                declare(u, new Expr.ArrayLiteral(matrix, List.of(row, x))),
                assign(u.read(), new Expr.NewArray(matrix, List.of(n, num(3)))),
                assign(u.read(), new Expr.NewArray(matrix, List.of(length(M.read())))),
                declare(local(22, "w", DOUBLES), new Expr.ZerosLike(x)),
                declare(local(23, "z", DOUBLES), new Expr.DeepCopy(new Expr.CloneArray(x))),
                new Stmt.Clear(x, Origin.NONE)))
        .isEqualTo(
            """
            double[] t = {s, 2};
            t = new double[] {s, 2};
            double[][] u = {{s, 2}, x};
            u = new double[n][3];
            u = new double[m.length][];
            double[] w = new double[x.length];
            double[] z = x.clone().clone();
            Arrays.fill(x, 0);
            """);
  }

  @Test
  void arraysThatMayBeNullAndArraysWithRows() {
    assertThat(
            text(
                declare(local(20, "a", DOUBLES), new Expr.ZerosLike(x)),
                declare(local(21, "b", MATRIX), new Expr.ZerosLike(M.read())),
                declare(local(22, "c", MATRIX), new Expr.DeepCopy(M.read())),
                declare(local(23, "d", DOUBLES), new Expr.DeepCopy(x)),
                new Stmt.Clear(M.read(), Origin.NONE),
                new Stmt.Require(
                    new Requirement.SameShape(M.read(), "m", M.read(), "the result"), Origin.NONE),
                new Stmt.Require(new Requirement.Distinct(x, "x", x, "y"), Origin.NONE),
                new Stmt.Require(new Requirement.OfLength(x, 3, "x"), Origin.NONE),
                new Stmt.Require(new Requirement.NonZero(s, "s is zero"), Origin.NONE)))
        .isEqualTo(
            """
            double[] a = zerosLike(x);
            double[][] b = zerosLike(m);
            double[][] c = copyOf(m);
            double[] d = copyOf(x);
            clear(m);
            requireSameShape(m, "m", m, "the result");
            requireDistinct(x, "x", x, "y");
            if (x.length != 3) {
              throw new IllegalArgumentException("x has length " + x.length + " instead of 3");
            }
            if (s == 0) {
              throw new IllegalArgumentException("s is zero");
            }
            """);
  }

  @Test
  void stacks() {
    Var doubles = local(20, "sSaved", new Type.Stack(Primitive.DOUBLE));
    Var bytes = local(21, "ySaved", new Type.Stack(Primitive.BYTE));
    Var rows = local(22, "xSaved", new Type.Stack(DOUBLES));
    assertThat(
            text(
                declare(doubles, new Expr.NewStack((Type.Stack) doubles.type())),
                declare(bytes, new Expr.NewStack((Type.Stack) bytes.type())),
                declare(rows, new Expr.NewStack((Type.Stack) rows.type())),
                new Stmt.Push(doubles, plus(s, n(1)), Origin.NONE),
                new Stmt.Push(bytes, Y.read(), Origin.NONE),
                new Stmt.Push(rows, x, Origin.NONE),
                assign(s, new Expr.Pop(doubles)),
                assign(Y.read(), new Expr.Pop(bytes)),
                assign(X.read(), new Expr.Pop(rows))))
        .isEqualTo(
            """
            DoubleStack sSaved = new DoubleStack();
            IntStack ySaved = new IntStack();
            ObjectStack<double[]> xSaved = new ObjectStack<>();
            sSaved.push(s + 1);
            ySaved.push(y);
            xSaved.push(x);
            s = sSaved.pop();
            y = (byte) ySaved.pop();
            x = xSaved.pop();
            """);
  }

  private static Stmt.Call sqrt(Var result, Expr argument) {
    Callee callee =
        new Callee(
            "java.lang.Math", "sqrt", List.of(Primitive.DOUBLE), Optional.of(Primitive.DOUBLE));
    return new Stmt.Call(Optional.of(result), callee, List.of(argument), Origin.NONE);
  }

  @Test
  void callsStandWhereTheirResultIsReadAtOnce() {
    Var once = local(20, "t", Primitive.DOUBLE);
    Var twice = local(21, "t", Primitive.DOUBLE);
    Var late = local(22, "r", Primitive.DOUBLE);
    Var inner = local(23, "q", Primitive.DOUBLE);
    Var outer = local(24, "q2", Primitive.DOUBLE);
    Var stored = local(25, "w", Primitive.DOUBLE);
    Var added = local(26, "e", Primitive.DOUBLE);
    assertThat(
            text(
                sqrt(once, s),
                assign(s, times(n(2), once.read())),
                sqrt(twice, s),
                assign(s, times(twice.read(), twice.read())),
                sqrt(late, n(2)),
                assign(s, plus(element(x, num(0)), late.read())),
                sqrt(inner, s),
                sqrt(outer, inner.read()),
                assign(s, plus(s, outer.read())),
                sqrt(stored, s),
                assign(element(x, n), stored.read()),
                sqrt(added, s),
                assign(element(x, n), plus(element(x, n), added.read()))))
        .isEqualTo(
            """
            s = 2 * Math.sqrt(s);
            double t = Math.sqrt(s);
            s = t * t;
            double r = Math.sqrt(2.0);
            s = x[0] + r;
            s += Math.sqrt(Math.sqrt(s));
            x[n] = Math.sqrt(s);
            double e = Math.sqrt(s);
            x[n] += e;
            """);
  }

  @Test
  void longLinesAreBrokenAtTheWeakestOperator() {
    Var far = local(20, "aVeryLongNameOfAVariable", Primitive.DOUBLE);
    Expr a = far.read();
    Expr product = times(times(a, a), a);
    assertThat(
            text(
                declare(far, s),
                assign(s, plus(plus(product, product), times(a, plus(a, a)))),
                assign(s, plus(s, times(a, times(a, a)))),
                new Stmt.Comment(
                    "This comment has more words than there is room for on one line, so it goes on in the next one.")))
        .isEqualTo(
            """
            double aVeryLongNameOfAVariable = s;
            s =
                aVeryLongNameOfAVariable * aVeryLongNameOfAVariable * aVeryLongNameOfAVariable
                    + aVeryLongNameOfAVariable * aVeryLongNameOfAVariable * aVeryLongNameOfAVariable
                    + aVeryLongNameOfAVariable * (aVeryLongNameOfAVariable + aVeryLongNameOfAVariable);
            s += aVeryLongNameOfAVariable * (aVeryLongNameOfAVariable * aVeryLongNameOfAVariable);

            // This comment has more words than there is room for on one line, so it goes on in the next
            // one.
            """);
  }
}
