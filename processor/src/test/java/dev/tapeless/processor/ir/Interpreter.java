package dev.tapeless.processor.ir;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs functions as Java would. Values are boxes and arrays. */
public final class Interpreter implements Stmt.Visitor<Void> {

  private final Map<Callee, Function> functions;
  private final ClassLoader classes;
  private final Map<Var, Object> values = new HashMap<>();
  private final Evaluation evaluation = new Evaluation();

  private Interpreter(Map<Callee, Function> functions, ClassLoader classes) {
    this.functions = functions;
    this.classes = classes;
  }

  /**
   * Runs {@code function}.
   *
   * @param functions those that may be called
   * @param classes where static fields are looked up
   * @return the result, or null for a void function
   */
  public static Object run(
      Function function,
      Map<Callee, Function> functions,
      ClassLoader classes,
      Object... arguments) {
    Interpreter interpreter = new Interpreter(functions, classes);
    for (int i = 0; i < arguments.length; i++) {
      interpreter.values.put(function.parameters().get(i).variable(), arguments[i]);
    }
    interpreter.run(function.body());
    return function.result().map(interpreter::value).orElse(null);
  }

  private void run(List<Stmt> statements) {
    statements.forEach(s -> s.accept(this));
  }

  private Object value(Expr expr) {
    Object value = expr.accept(evaluation);
    return value == Expr.Literal.NULL ? null : value;
  }

  private boolean holds(Expr condition) {
    return (boolean) value(condition);
  }

  @Override
  public Void declare(Stmt.Declare s) {
    values.put(s.variable(), s.value().map(this::value).orElse(null));
    return null;
  }

  @Override
  public Void assign(Stmt.Assign s) {
    if (s.target() instanceof Expr.Read read) {
      values.put(read.variable(), value(s.value()));
      return null;
    }
    Expr.Element element = (Expr.Element) s.target();
    Object array = value(element.array());
    int index = (int) value(element.index());
    Array.set(array, index, value(s.value()));
    return null;
  }

  @Override
  public Void call(Stmt.Call s) {
    Object[] arguments = s.arguments().stream().map(this::value).toArray();
    Function callee = functions.get(s.callee());
    if (callee == null) {
      throw new AssertionError("unknown function " + s.callee());
    }
    Object result = run(callee, functions, classes, arguments);
    s.result().ifPresent(variable -> values.put(variable, result));
    return null;
  }

  @Override
  public Void branch(Stmt.If s) {
    run(holds(s.condition()) ? s.then() : s.otherwise());
    return null;
  }

  @Override
  public Void countedFor(Stmt.CountedFor s) {
    values.put(s.counter(), value(s.from()));
    while (holds(Exprs.binary(s.compare(), s.counter().read(), s.bound()))) {
      run(s.body());
      values.put(s.counter(), (int) values.get(s.counter()) + s.step());
    }
    return null;
  }

  @Override
  public Void loop(Stmt.Loop s) {
    run(s.head());
    while (holds(s.condition())) {
      run(s.tail());
      run(s.head());
    }
    return null;
  }

  @Override
  public Void block(Stmt.Block s) {
    run(s.statements());
    return null;
  }

  @Override
  public Void push(Stmt.Push s) {
    throw new AssertionError("push");
  }

  @Override
  public Void clear(Stmt.Clear s) {
    throw new AssertionError("clear");
  }

  @Override
  public Void opaque(Stmt.Opaque s) {
    throw new AssertionError("opaque");
  }

  @Override
  public Void raise(Stmt.Throw s) {
    String name =
        s.exception().pieces().stream()
            .filter(p -> p instanceof Snippet.TypeName)
            .map(p -> ((Type.Reference) ((Snippet.TypeName) p).type()).name())
            .findFirst()
            .orElseThrow();
    try {
      throw (RuntimeException) Class.forName(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException problem) {
      throw new AssertionError(problem);
    }
  }

  @Override
  public Void require(Stmt.Require s) {
    throw new AssertionError("require");
  }

  @Override
  public Void comment(Stmt.Comment s) {
    return null;
  }

  /**
   * Evaluates what {@link Evaluator} does not: arrays that are made, and what stands around them.
   */
  private final class Evaluation implements Expr.Visitor<Object> {

    private Object plain(Expr e) {
      List<Expr> operands = Children.of(e);
      Map<Var, Object> known = new HashMap<>();
      List<Var> stand = new ArrayList<>();
      for (Expr operand : operands) {
        Var variable = new Var(stand.size(), "operand", operand.type());
        stand.add(variable);
        known.put(variable, value(operand));
      }
      Expr[] next = stand.stream().map(Var::read).toArray(Expr[]::new);
      int[] at = {0};
      return new Evaluator(known).evaluate(Children.map(e, operand -> next[at[0]++]));
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
      Object array = value(e.array());
      return Array.get(array, (int) value(e.index()));
    }

    @Override
    public Object length(Expr.Length e) {
      return Array.getLength(value(e.array()));
    }

    @Override
    public Object field(Expr.Field e) {
      try {
        Field field = type(e.owner()).getDeclaredField(e.name());
        field.setAccessible(!e.owner().startsWith("java."));
        return field.get(null);
      } catch (ReflectiveOperationException problem) {
        throw new AssertionError(problem);
      }
    }

    /** The class of a name as the source has it, with a dot before the name of a nested class. */
    private Class<?> type(String name) throws ClassNotFoundException {
      try {
        return Class.forName(name, true, classes);
      } catch (ClassNotFoundException problem) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
          throw problem;
        }
        return type(name.substring(0, dot) + "$" + name.substring(dot + 1));
      }
    }

    @Override
    public Object unary(Expr.Unary e) {
      return plain(e);
    }

    @Override
    public Object binary(Expr.Binary e) {
      if (e.op() == BinaryOp.COND_AND) {
        return holds(e.left()) && holds(e.right());
      }
      if (e.op() == BinaryOp.COND_OR) {
        return holds(e.left()) || holds(e.right());
      }
      if (e.left().type() instanceof Type.Array) {
        return value(e.left()) == value(e.right()) == (e.op() == BinaryOp.EQ);
      }
      return plain(e);
    }

    @Override
    public Object conditional(Expr.Conditional e) {
      return value(holds(e.condition()) ? e.whenTrue() : e.whenFalse());
    }

    @Override
    public Object cast(Expr.Cast e) {
      return plain(e);
    }

    @Override
    public Object libraryCall(Expr.LibraryCall e) {
      Class<?>[] types =
          e.arguments().stream().map(a -> javaType(a.type())).toArray(Class<?>[]::new);
      Object[] arguments = e.arguments().stream().map(Interpreter.this::value).toArray();
      try {
        return Class.forName(e.owner()).getMethod(e.method(), types).invoke(null, arguments);
      } catch (InvocationTargetException problem) {
        throw (RuntimeException) problem.getCause();
      } catch (ReflectiveOperationException problem) {
        throw new AssertionError(problem);
      }
    }

    @Override
    public Object zeroGuard(Expr.ZeroGuard e) {
      return plain(e);
    }

    @Override
    public Object newArray(Expr.NewArray e) {
      int[] sizes = e.dimensions().stream().mapToInt(d -> (int) value(d)).toArray();
      Class<?> element = javaType(e.type());
      for (int i = 0; i < sizes.length; i++) {
        element = element.getComponentType();
      }
      return Array.newInstance(element, sizes);
    }

    private Class<?> javaType(Type type) {
      return type instanceof Type.Array array
          ? javaType(array.element()).arrayType()
          : Evaluator.javaType(type);
    }

    @Override
    public Object arrayLiteral(Expr.ArrayLiteral e) {
      Class<?> element = javaType(e.type().element());
      Object array = Array.newInstance(element, e.elements().size());
      for (int i = 0; i < e.elements().size(); i++) {
        Array.set(array, i, value(e.elements().get(i)));
      }
      return array;
    }

    @Override
    public Object cloneArray(Expr.CloneArray e) {
      Object array = value(e.array());
      int length = Array.getLength(array);
      Object copy = Array.newInstance(array.getClass().getComponentType(), length);
      System.arraycopy(array, 0, copy, 0, length);
      return copy;
    }

    @Override
    public Object deepCopy(Expr.DeepCopy e) {
      return plain(e);
    }

    @Override
    public Object zerosLike(Expr.ZerosLike e) {
      return plain(e);
    }

    @Override
    public Object newStack(Expr.NewStack e) {
      return plain(e);
    }

    @Override
    public Object newObject(Expr.NewObject e) {
      return plain(e);
    }

    @Override
    public Object member(Expr.Member e) {
      return plain(e);
    }

    @Override
    public Object pop(Expr.Pop e) {
      return plain(e);
    }

    @Override
    public Object newRecord(Expr.NewRecord e) {
      return plain(e);
    }

    @Override
    public Object component(Expr.Component e) {
      return plain(e);
    }
  }
}
