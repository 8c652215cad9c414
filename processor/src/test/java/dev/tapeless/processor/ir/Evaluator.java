package dev.tapeless.processor.ir;

import dev.tapeless.processor.ir.Type.Primitive;
import java.lang.reflect.Array;
import java.util.Map;

/** Evaluates expressions that allocate nothing, as Java does. Values are boxes and arrays. */
public record Evaluator(Map<Var, Object> values) implements Expr.Visitor<Object> {

  /** The value of {@code expr}. */
  public Object evaluate(Expr expr) {
    return expr.accept(this);
  }

  private boolean isTrue(Expr expr) {
    return (boolean) evaluate(expr);
  }

  @Override
  public Object literal(Expr.Literal e) {
    return e.value();
  }

  @Override
  public Object read(Expr.Read e) {
    return values.get(e.variable());
  }

  @Override
  public Object element(Expr.Element e) {
    return Array.get(evaluate(e.array()), (int) evaluate(e.index()));
  }

  @Override
  public Object length(Expr.Length e) {
    return Array.getLength(evaluate(e.array()));
  }

  @Override
  public Object field(Expr.Field e) {
    try {
      return Class.forName(e.owner()).getField(e.name()).get(null);
    } catch (ReflectiveOperationException problem) {
      throw new AssertionError(problem);
    }
  }

  @Override
  public Object unary(Expr.Unary e) {
    Object value = evaluate(e.operand());
    if (e.op() == UnaryOp.NOT) {
      return !(boolean) value;
    }
    if (value instanceof Double number) {
      return -number;
    }
    if (value instanceof Float number) {
      return -number;
    }
    long number = ((Number) value).longValue();
    return Numbers.cast(e.type(), e.op() == UnaryOp.NEGATE ? -number : ~number);
  }

  @Override
  public Object binary(Expr.Binary e) {
    if (e.op() == BinaryOp.COND_AND) {
      return isTrue(e.left()) && isTrue(e.right());
    }
    if (e.op() == BinaryOp.COND_OR) {
      return isTrue(e.left()) || isTrue(e.right());
    }
    return Numbers.binary(e.op(), e.left().type(), evaluate(e.left()), evaluate(e.right()));
  }

  @Override
  public Object conditional(Expr.Conditional e) {
    return isTrue(e.condition()) ? evaluate(e.whenTrue()) : evaluate(e.whenFalse());
  }

  @Override
  public Object cast(Expr.Cast e) {
    return Numbers.cast(e.type(), evaluate(e.operand()));
  }

  @Override
  public Object libraryCall(Expr.LibraryCall e) {
    Class<?>[] types = e.arguments().stream().map(a -> javaType(a.type())).toArray(Class<?>[]::new);
    Object[] arguments = e.arguments().stream().map(this::evaluate).toArray();
    try {
      Object result = Class.forName(e.owner()).getMethod(e.method(), types).invoke(null, arguments);
      return javaType(e.type()) == box(result) ? result : unexpected(e);
    } catch (ReflectiveOperationException problem) {
      throw new AssertionError(Printer.print(e), problem);
    }
  }

  /** The class of a primitive type. */
  public static Class<?> javaType(Type type) {
    Class<?>[] all = {
      boolean.class,
      byte.class,
      short.class,
      char.class,
      int.class,
      long.class,
      float.class,
      double.class
    };
    return all[((Primitive) type).ordinal()];
  }

  private static Class<?> box(Object value) {
    return java.lang.invoke.MethodType.methodType(value.getClass()).unwrap().returnType();
  }

  @Override
  public Object zeroGuard(Expr.ZeroGuard e) {
    boolean isZero = ((Number) evaluate(e.seed())).doubleValue() == 0;
    return isZero ? Numbers.cast(e.type(), 0) : evaluate(e.value());
  }

  @Override
  public Object newArray(Expr.NewArray e) {
    return unexpected(e);
  }

  @Override
  public Object arrayLiteral(Expr.ArrayLiteral e) {
    return unexpected(e);
  }

  @Override
  public Object cloneArray(Expr.CloneArray e) {
    return unexpected(e);
  }

  @Override
  public Object deepCopy(Expr.DeepCopy e) {
    return unexpected(e);
  }

  @Override
  public Object zerosLike(Expr.ZerosLike e) {
    return unexpected(e);
  }

  @Override
  public Object newStack(Expr.NewStack e) {
    return unexpected(e);
  }

  @Override
  public Object newObject(Expr.NewObject e) {
    return unexpected(e);
  }

  @Override
  public Object member(Expr.Member e) {
    return unexpected(e);
  }

  @Override
  public Object pop(Expr.Pop e) {
    return unexpected(e);
  }

  @Override
  public Object newRecord(Expr.NewRecord e) {
    return unexpected(e);
  }

  @Override
  public Object component(Expr.Component e) {
    return unexpected(e);
  }

  private static Object unexpected(Expr e) {
    throw new AssertionError("not a plain expression: " + Printer.print(e));
  }
}
