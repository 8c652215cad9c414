package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many bytes of bytecode statements and expressions are at most, as javac translates them: by
 * kind of node, with the longest form that an instruction has there.
 *
 * <p>What a snippet is can only be guessed from the length of its text.
 */
public final class CodeSize {

  /** One that calls a method of the class: operands apart. */
  private static final int CALL = 3;

  /** {@code new}, {@code dup} and the call of the constructor. */
  private static final int CREATION = 7;

  /** A jump, or a test that jumps. */
  private static final int JUMP = 3;

  /** A condition that is wanted as a value: one of two constants. */
  private static final int CHOICE = 1 + JUMP + 1;

  /** The numbers of variables up to here have a short form. */
  private static final int SHORT_FORMS = 256;

  private final int access;
  private final Map<Stmt, Integer> statements = new IdentityHashMap<>();
  private final Map<Expr, Integer> expressions = new IdentityHashMap<>();

  private CodeSize(int access) {
    this.access = access;
  }

  /** Sizes in a method with so few variables that each instruction has its short form. */
  static CodeSize small() {
    return new CodeSize(2);
  }

  /** The size of a whole method. */
  public static int of(Function function) {
    int slots = function.variables().stream().mapToInt(v -> slots(v.type())).sum();
    CodeSize sizes = new CodeSize(slots < SHORT_FORMS ? 2 : 4);
    return sizes.of(function.body()) + function.result().map(sizes::of).orElse(0) + 1;
  }

  /** How many slots a variable of that type needs in a frame. */
  static int slots(Type type) {
    return type == Type.Primitive.DOUBLE || type == Type.Primitive.LONG ? 2 : 1;
  }

  /** The size of a list of statements. */
  int of(List<Stmt> statements) {
    int size = 0;
    for (Stmt s : statements) {
      size += of(s);
    }
    return size;
  }

  /** The size of a statement with all that is in it. */
  int of(Stmt s) {
    Integer size = statements.get(s);
    if (size == null) {
      size = own(s);
      boolean tests = s instanceof Stmt.If || s instanceof Stmt.Loop;
      for (Expr e : Children.expressions(s)) {
        size += tests ? of(e) : value(e);
      }
      for (List<Stmt> block : Children.blocks(s)) {
        size += of(block);
      }
      statements.put(s, size);
    }
    return size;
  }

  /** The size of a statement without its expressions and without the statements in it. */
  private int own(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      // A variable without a value may get one that Java wants.
      return d.value().isPresent() ? access : access + 2;
    }
    if (s instanceof Stmt.Call call) {
      return CALL + (call.result().isPresent() ? access : 1);
    }
    if (s instanceof Stmt.If) {
      return JUMP + JUMP;
    }
    if (s instanceof Stmt.CountedFor) {
      // Start, test, step and jump; a walk over the elements of an array has variables of its own.
      return 5 * access + 16;
    }
    if (s instanceof Stmt.Loop) {
      return JUMP + JUMP + JUMP;
    }
    if (s instanceof Stmt.Opaque o) {
      return text(o.code()) + access;
    }
    if (s instanceof Stmt.Throw t) {
      return text(t.exception()) + 1;
    }
    if (s instanceof Stmt.Push) {
      return access + CALL;
    }
    if (s instanceof Stmt.Clear) {
      return CALL + 2;
    }
    // The largest builds a message.
    return s instanceof Stmt.Require ? 50 : s instanceof Stmt.Assign ? 3 : 0;
  }

  private int text(Snippet snippet) {
    int size = 0;
    for (Snippet.Piece piece : snippet.pieces()) {
      size += piece instanceof Snippet.Text text ? 2 * text.text().strip().length() : 2 * access;
    }
    return size;
  }

  /** The size of an expression with its operands. */
  int of(Expr e) {
    Integer known = expressions.get(e);
    if (known == null) {
      known = own(e);
      boolean tests = isCondition(e) && !isComparison(e);
      for (Expr operand : Children.of(e)) {
        known += tests ? of(operand) : value(operand);
      }
      expressions.put(e, known);
    }
    return known;
  }

  private int value(Expr e) {
    return of(e) + (isCondition(e) ? CHOICE : 0);
  }

  /** Whether the value of {@code e} is known by where the program has jumped. */
  private static boolean isCondition(Expr e) {
    boolean isLogical =
        e instanceof Expr.Binary b && (b.op() == BinaryOp.COND_AND || b.op() == BinaryOp.COND_OR);
    return isLogical || isComparison(e) || e instanceof Expr.Unary u && u.op() == UnaryOp.NOT;
  }

  private static boolean isComparison(Expr e) {
    return e instanceof Expr.Binary b && b.op().isComparison();
  }

  /** The size of an expression without its operands. */
  private int own(Expr e) {
    if (e instanceof Expr.Read) {
      return access;
    }
    if (e instanceof Expr.Binary b) {
      return binary(b.op());
    }
    if (e instanceof Expr.Unary u) {
      return u.op() == UnaryOp.NEGATE ? 1 : 4;
    }
    if (e instanceof Expr.Element || e instanceof Expr.Length) {
      return 1;
    }
    if (e instanceof Expr.Member) {
      return 3;
    }
    if (e instanceof Expr.Field f) {
      return f.access() != Expr.Access.BY_NAME ? 3 * CALL : 3;
    }
    if (e instanceof Expr.Conditional) {
      return JUMP + JUMP;
    }
    if (e instanceof Expr.ZeroGuard) {
      return 2 + JUMP + JUMP + 1;
    }
    if (e instanceof Expr.Literal literal) {
      return literal(literal);
    }
    if (e instanceof Expr.ArrayLiteral a) {
      return 3 + 3 + a.elements().size() * (1 + 3 + 1);
    }
    if (e instanceof Expr.NewRecord || e instanceof Expr.NewStack || e instanceof Expr.NewObject) {
      return CREATION;
    }
    if (e instanceof Expr.Pop) {
      return access + CALL + 3;
    }
    return e instanceof Expr.LibraryCall || e instanceof Expr.Component ? CALL : 2 * CALL;
  }

  private static int binary(BinaryOp op) {
    if (op.isComparison()) {
      return 1 + JUMP;
    }
    return op == BinaryOp.COND_AND || op == BinaryOp.COND_OR ? JUMP : 1;
  }

  private static int literal(Expr.Literal e) {
    if (!(e.value() instanceof Number n) || n.doubleValue() != n.intValue()) {
      return e.type() == Type.Primitive.BOOLEAN ? 1 : 3;
    }
    int value = n.intValue();
    boolean isShort = e.type().isReal() ? value == 1 : value >= -1 && value <= 5;
    // Zero is left out of the reals with a short form: the negative zero equals it, but has none.
    return isShort ? 1 : value >= -128 && value < 128 && !e.type().isReal() ? 2 : 3;
  }
}
