package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.NonNull;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes expressions.
 *
 * <p>What its visitor returns is <em>loose</em>: the text may have a narrower type than the
 * expression, when widening the text's value gives the expression's value. Whoever puts it
 * somewhere sees to it that Java does widen it there, or asks for {@link #strict}.
 */
final class ExpressionWriter implements Expr.Visitor<Code> {

  private final Names names;
  private final TypeNames types;
  private final Support support;
  private final NonNull nonNull;
  private final OperatorWriter operators = new OperatorWriter(this);
  private final Map<Var, CodeBlock> inlined = new HashMap<>();

  ExpressionWriter(Names names, TypeNames types, Support support, NonNull nonNull) {
    this.names = names;
    this.types = types;
    this.support = support;
    this.nonNull = nonNull;
  }

  /**
   * From now on {@code variable} is not read, but the call that gives its value written in its
   * place.
   */
  void inline(Var variable, CodeBlock call) {
    inlined.put(variable, call);
  }

  /** The expression where Java converts to the expression's type as in an assignment. */
  CodeBlock assigned(Expr e) {
    if (e instanceof Expr.ArrayLiteral literal) {
      return CodeBlock.of("new $T $L", types.of(literal.type()), initializer(literal));
    }
    return loose(e).text();
  }

  /** The expression as an argument of a method that may be overloaded. */
  CodeBlock argument(Expr e) {
    return e instanceof Expr.ArrayLiteral ? assigned(e) : strict(e).text();
  }

  /** {@code {a, b, c}}, as it may stand after a declaration. */
  CodeBlock initializer(Expr.ArrayLiteral e) {
    List<CodeBlock> elements =
        e.elements().stream()
            .map(x -> x instanceof Expr.ArrayLiteral inner ? initializer(inner) : assigned(x))
            .toList();
    return Marks.listed("{", elements, "}");
  }

  /** The expression negated, as a condition. */
  CodeBlock negated(Expr condition) {
    if (condition instanceof Expr.Unary u && u.op() == UnaryOp.NOT) {
      return loose(u.operand()).text();
    }
    if (condition instanceof Expr.Binary b && (b.op() == BinaryOp.EQ || b.op() == BinaryOp.NE)) {
      BinaryOp opposite = b.op() == BinaryOp.EQ ? BinaryOp.NE : BinaryOp.EQ;
      return loose(new Expr.Binary(opposite, b.left(), b.right(), b.type())).text();
    }
    return CodeBlock.of("!$L", loose(condition).atLeast(Code.UNARY));
  }

  /** The expression in a type that Java widens to its own. */
  Code loose(Expr e) {
    return e.accept(this);
  }

  /** The expression in its own type. */
  Code strict(Expr e) {
    if (e instanceof Expr.Literal literal) {
      return Literals.strict(literal);
    }
    if (e instanceof Expr.Cast cast) {
      return written(cast);
    }
    if (e instanceof Expr.Conditional c) {
      return operators.strictConditional(c);
    }
    if (e instanceof Expr.Unary u) {
      return operators.strictUnary(u);
    }
    return loose(e);
  }

  @Override
  public Code literal(Expr.Literal e) {
    return Literals.loose(e);
  }

  @Override
  public Code read(Expr.Read e) {
    CodeBlock call = inlined.get(e.variable());
    return call == null
        ? Code.of(Code.PRIMARY, e.type(), "$L", names.of(e.variable()))
        : new Code(call, Code.PRIMARY, e.type());
  }

  @Override
  public Code element(Expr.Element e) {
    CodeBlock array = primary(e.array());
    return Code.of(Code.PRIMARY, e.type(), "$L[$L]", array, loose(e.index()).text());
  }

  @Override
  public Code length(Expr.Length e) {
    return Code.of(Code.PRIMARY, Primitive.INT, "$L.length", primary(e.array()));
  }

  @Override
  public Code field(Expr.Field e) {
    if (e.access() != Expr.Access.BY_NAME) {
      CodeBlock object = e.object().map(o -> loose(o).text()).orElse(CodeBlock.of(""));
      String handle = support.fields().handle(e);
      return Code.of(Code.UNARY, e.type(), "($T) $L.get($L)", types.of(e.type()), handle, object);
    }
    return e.object().isPresent()
        ? Code.of(Code.PRIMARY, e.type(), "$L.$L", primary(e.object().get()), e.name())
        : Code.of(Code.PRIMARY, e.type(), "$T.$L", types.named(e.owner()), e.name());
  }

  @Override
  public Code unary(Expr.Unary e) {
    return operators.unary(e);
  }

  @Override
  public Code binary(Expr.Binary e) {
    return operators.binary(e);
  }

  @Override
  public Code conditional(Expr.Conditional e) {
    return operators.conditional(e);
  }

  @Override
  public Code cast(Expr.Cast e) {
    Expr inner = Conversions.withoutExactCasts(e.operand());
    return Conversions.widens(inner.type(), e.type()) ? strict(inner) : written(e);
  }

  /** The cast as such, unless it would convert from a type to itself. */
  private Code written(Expr.Cast e) {
    Expr inner = Conversions.withoutExactCasts(e.operand());
    if (inner.type().equals(e.type())) {
      return strict(inner);
    }
    return Code.of(
        Code.UNARY, e.type(), "($T) $L", types.of(e.type()), strict(inner).atLeast(Code.UNARY));
  }

  @Override
  public Code libraryCall(Expr.LibraryCall e) {
    List<Code> arguments = e.arguments().stream().map(this::loose).toList();
    boolean picked = Overloads.picks(e, arguments.stream().map(Code::natural).toList());
    List<CodeBlock> texts =
        picked
            ? arguments.stream().map(Code::text).toList()
            : e.arguments().stream().map(a -> strict(a).text()).toList();
    CodeBlock list = Marks.listed("(", texts, ")");
    return Code.of(Code.PRIMARY, e.type(), "$T.$L$L", types.named(e.owner()), e.method(), list);
  }

  @Override
  public Code zeroGuard(Expr.ZeroGuard e) {
    CodeBlock text =
        CodeBlock.of(
            "$L == 0$L? 0$L: $L",
            loose(e.seed()).atLeast(Operators.precedence(BinaryOp.EQ)),
            Marks.SPACE,
            Marks.SPACE,
            strict(e.value()).atLeast(Code.CONDITIONAL + 1));
    return new Code(Marks.group(text), Code.CONDITIONAL, e.type());
  }

  @Override
  public Code newArray(Expr.NewArray e) {
    CodeBlock.Builder text = CodeBlock.builder().add("new $T", types.erased(e.type().innermost()));
    e.dimensions().forEach(d -> text.add("[$L]", loose(d).text()));
    text.add("$L", "[]".repeat(e.type().rank() - e.dimensions().size()));
    return new Code(text.build(), Code.CREATION, e.type());
  }

  @Override
  public Code arrayLiteral(Expr.ArrayLiteral e) {
    return new Code(assigned(e), Code.CREATION, e.type());
  }

  @Override
  public Code cloneArray(Expr.CloneArray e) {
    return Code.of(Code.PRIMARY, e.type(), "$L.clone()", primary(e.array()));
  }

  @Override
  public Code deepCopy(Expr.DeepCopy e) {
    if (e.type().rank() == 1 && nonNull.isSure(e.array())) {
      return Code.of(Code.PRIMARY, e.type(), "$L.clone()", primary(e.array()));
    }
    String helper = support.copyOf((Type.Array) e.type());
    return Code.of(Code.PRIMARY, e.type(), "$L($L)", helper, loose(e.array()).text());
  }

  @Override
  public Code zerosLike(Expr.ZerosLike e) {
    Type.Array type = (Type.Array) e.type();
    if (type.rank() == 1 && nonNull.isSure(e.array())) {
      return Code.of(
          Code.CREATION, type, "new $T[$L.length]", types.of(type.element()), primary(e.array()));
    }
    return Code.of(Code.PRIMARY, type, "$L($L)", support.zerosLike(type), loose(e.array()).text());
  }

  @Override
  public Code newStack(Expr.NewStack e) {
    String format = e.type().element() instanceof Primitive ? "new $T()" : "new $T<>()";
    Object name = e.type().element() instanceof Primitive ? types.of(e.type()) : types.rawStack();
    return Code.of(Code.CREATION, e.type(), format, name);
  }

  @Override
  public Code newObject(Expr.NewObject e) {
    return Code.of(Code.CREATION, e.type(), "new $T()", types.of(e.type()));
  }

  @Override
  public Code member(Expr.Member e) {
    return Code.of(Code.PRIMARY, e.type(), "$L.$L", primary(e.object()), e.name());
  }

  @Override
  public Code pop(Expr.Pop e) {
    Code popped = Code.of(Code.PRIMARY, e.type(), "$L.pop()", names.of(e.stack()));
    boolean isNarrow =
        e.type() instanceof Primitive p && p.isNumeric() && p.compareTo(Primitive.INT) < 0;
    return isNarrow
        ? Code.of(Code.UNARY, e.type(), "($T) $L", types.of(e.type()), popped.text())
        : popped;
  }

  @Override
  public Code newRecord(Expr.NewRecord e) {
    List<CodeBlock> arguments = new ArrayList<>();
    boolean own = types.isOwn(e.type());
    e.arguments().forEach(a -> arguments.add(own ? assigned(a) : argument(a)));
    CodeBlock list = Marks.listed("(", arguments, ")");
    return Code.of(Code.CREATION, e.type(), "new $T$L", types.of(e.type()), list);
  }

  @Override
  public Code component(Expr.Component e) {
    return Code.of(Code.PRIMARY, e.type(), "$L.$L()", primary(e.record()), e.name());
  }

  private CodeBlock primary(Expr e) {
    return loose(e).atLeast(Code.PRIMARY);
  }
}
