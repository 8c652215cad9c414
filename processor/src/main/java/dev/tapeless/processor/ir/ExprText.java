package dev.tapeless.processor.ir;

import java.util.List;
import java.util.stream.Collectors;

/** Writes expressions as Java does, with only the parentheses that are needed. */
record ExprText(VariableNames names) implements Expr.Visitor<ExprText.Text> {

  private static final int PRIMARY = 15;
  private static final int UNARY = 14;
  private static final int CONDITIONAL = 2;

  /**
   * A text and how strongly its outermost operator binds.
   *
   * @param level larger for operators that bind more strongly
   */
  record Text(String text, int level) {

    /** The text as an operand that must bind at least as strongly as {@code needed}. */
    String atLeast(int needed) {
      return level < needed ? "(" + text + ")" : text;
    }
  }

  /** {@code expr} as Java-like text. */
  String of(Expr expr) {
    return expr.accept(this).text();
  }

  /** The expressions, separated by commas. */
  String list(List<? extends Expr> expressions) {
    return expressions.stream().map(this::of).collect(Collectors.joining(", "));
  }

  private String operand(Expr expr, int level) {
    return expr.accept(this).atLeast(level);
  }

  private static Text primary(String text) {
    return new Text(text, PRIMARY);
  }

  @Override
  public Text literal(Expr.Literal e) {
    String text = LiteralText.of(e);
    return new Text(text, text.startsWith("-") ? UNARY : PRIMARY);
  }

  @Override
  public Text read(Expr.Read e) {
    return primary(names.of(e.variable()));
  }

  @Override
  public Text element(Expr.Element e) {
    return primary(operand(e.array(), PRIMARY) + "[" + of(e.index()) + "]");
  }

  @Override
  public Text length(Expr.Length e) {
    return primary(operand(e.array(), PRIMARY) + ".length");
  }

  @Override
  public Text field(Expr.Field e) {
    String object = e.object().map(o -> operand(o, PRIMARY)).orElse(TypeText.simpleName(e.owner()));
    return primary(object + "." + e.name());
  }

  @Override
  public Text unary(Expr.Unary e) {
    String operand = operand(e.operand(), UNARY);
    boolean merges = operand.startsWith("-") && e.op() == UnaryOp.NEGATE;
    return new Text(e.op().symbol() + (merges ? "(" + operand + ")" : operand), UNARY);
  }

  @Override
  public Text binary(Expr.Binary e) {
    int level = level(e.op());
    String left = operand(e.left(), level);
    String right = operand(e.right(), level + 1);
    return new Text(left + " " + e.op().symbol() + " " + right, level);
  }

  private static int level(BinaryOp op) {
    return switch (op) {
      case MUL, DIV, REM -> 12;
      case ADD, SUB -> 11;
      case SHL, SHR, USHR -> 10;
      case LT, LE, GT, GE -> 9;
      case EQ, NE -> 8;
      case AND -> 7;
      case XOR -> 6;
      case OR -> 5;
      case COND_AND -> 4;
      case COND_OR -> 3;
    };
  }

  @Override
  public Text conditional(Expr.Conditional e) {
    String condition = operand(e.condition(), CONDITIONAL + 1);
    String whenTrue = operand(e.whenTrue(), CONDITIONAL + 1);
    String whenFalse = operand(e.whenFalse(), CONDITIONAL);
    return new Text(condition + " ? " + whenTrue + " : " + whenFalse, CONDITIONAL);
  }

  @Override
  public Text cast(Expr.Cast e) {
    return new Text("(" + TypeText.of(e.type()) + ") " + operand(e.operand(), UNARY), UNARY);
  }

  @Override
  public Text libraryCall(Expr.LibraryCall e) {
    String name = TypeText.simpleName(e.owner()) + "." + e.method();
    return primary(name + "(" + list(e.arguments()) + ")");
  }

  @Override
  public Text zeroGuard(Expr.ZeroGuard e) {
    return primary("zeroGuard(" + of(e.seed()) + ", " + of(e.value()) + ")");
  }

  @Override
  public Text newArray(Expr.NewArray e) {
    String sizes =
        e.dimensions().stream().map(d -> "[" + of(d) + "]").collect(Collectors.joining());
    String rest = "[]".repeat(Math.max(0, e.type().rank() - e.dimensions().size()));
    return primary("new " + TypeText.of(e.type().innermost()) + sizes + rest);
  }

  @Override
  public Text arrayLiteral(Expr.ArrayLiteral e) {
    return primary("new " + TypeText.of(e.type()) + " {" + list(e.elements()) + "}");
  }

  @Override
  public Text cloneArray(Expr.CloneArray e) {
    return primary(operand(e.array(), PRIMARY) + ".clone()");
  }

  @Override
  public Text deepCopy(Expr.DeepCopy e) {
    return primary("deepCopy(" + of(e.array()) + ")");
  }

  @Override
  public Text zerosLike(Expr.ZerosLike e) {
    return primary("zerosLike(" + of(e.array()) + ")");
  }

  @Override
  public Text newStack(Expr.NewStack e) {
    return primary("new " + TypeText.of(e.type()) + "()");
  }

  @Override
  public Text newObject(Expr.NewObject e) {
    return primary("new " + TypeText.of(e.type()) + "()");
  }

  @Override
  public Text member(Expr.Member e) {
    return primary(operand(e.object(), PRIMARY) + "." + e.name());
  }

  @Override
  public Text pop(Expr.Pop e) {
    return primary(names.of(e.stack()) + ".pop()");
  }

  @Override
  public Text newRecord(Expr.NewRecord e) {
    return primary("new " + TypeText.of(e.type()) + "(" + list(e.arguments()) + ")");
  }

  @Override
  public Text component(Expr.Component e) {
    return primary(operand(e.record(), PRIMARY) + "." + e.name() + "()");
  }
}
