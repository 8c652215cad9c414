package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.rules.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which variables and arrays are active: their values depend differentiably on an active parameter
 * (varied) and the result depends differentiably on them (useful). Only these have adjoints and
 * tangents.
 *
 * <p>The answer holds for a variable, or a class of arrays, as a whole: it is the same at every
 * place of the function.
 */
public final class Activity {

  private final Memory memory;
  private final Program program;
  private final Set<Object> active;
  private final boolean all;
  private final Set<Object> varied;
  private final Set<Var> known;

  /** Answers about sums and products, by identity. */
  private final Map<Expr, Boolean> asked = new IdentityHashMap<>();

  private Activity(
      Memory memory,
      Program program,
      Set<Object> active,
      Set<Object> varied,
      boolean all,
      Set<Var> known) {
    this.known = known;
    this.varied = varied;
    this.memory = memory;
    this.program = program;
    this.active = active;
    this.all = all;
  }

  /** Which question is asked. */
  public enum Scope {
    /** What is active between the active parameters and the result. */
    METHOD,
    /**
     * The same for a helper, whose caller also sees what it has written into the arrays that it
     * got.
     */
    HELPER,
    /** Everything that can be, for comparison. */
    EVERYTHING;

    /** The question for a function. */
    public static Scope of(boolean helper, boolean naive) {
      if (naive) {
        return EVERYTHING;
      }
      return helper ? HELPER : METHOD;
    }
  }

  /** What is active in {@code function} with respect to its active parameters. */
  public static Activity of(Function function, Memory memory, Program program, Scope scope) {
    Set<Object> varied = new Flow(memory, program).varied(function);
    Set<Object> active = new HashSet<>();
    if (scope != Scope.EVERYTHING) {
      active.addAll(varied);
      active.retainAll(new Flow(memory, program).useful(function, scope == Scope.HELPER));
    }
    boolean all = scope == Scope.EVERYTHING;
    return new Activity(memory, program, active, varied, all, function.variables());
  }

  /**
   * Whether the value of {@code e} depends on an active parameter, be the result interested in it
   * or not.
   */
  public boolean isVaried(Expr e) {
    return sources(e, memory).stream().anyMatch(varied::contains);
  }

  /**
   * Half of the question: what the result depends on differentiably.
   *
   * @param helper whether the arrays that the function gets belong to its result
   */
  public static Activity useful(Function function, Memory memory, Program program, boolean helper) {
    Set<Object> useful = new Flow(memory, program).useful(function, helper);
    return new Activity(memory, program, useful, Set.of(), false, function.variables());
  }

  /**
   * Whether {@code variable} has an adjoint: a number of its own, or the array that it refers to.
   */
  public boolean isActive(Var variable) {
    if (variable.type() instanceof Type.Stack stack) {
      return stack.element().isDifferentiable()
          && (all || active.contains(key(new Expr.Pop(variable), memory)));
    }
    return variable.type().isDifferentiable()
        && (all || active.contains(key(variable.read(), memory)));
  }

  /** Whether {@code variable} was there when this was made: of others it can say nothing. */
  public boolean knows(Var variable) {
    return known.contains(variable);
  }

  /**
   * Whether the value of {@code e}, a number or an array, depends differentiably on something
   * active.
   */
  public boolean isActive(Expr e) {
    if (e.type().isRealArray()) {
      return all || active.contains(memory.numbers(e));
    }
    if (e instanceof Expr.Binary b && e.type().isReal()) {
      // A sum of many terms is asked about again and again.
      Boolean isActive = asked.get(e);
      if (isActive == null) {
        isActive = isActive(b.left()) || isActive(b.right());
        asked.put(e, isActive);
      }
      return isActive;
    }
    boolean isValue = e.type().isReal() || isRecord(e);
    return isValue && sources(e, memory).stream().anyMatch(this::isActiveKey);
  }

  /** Whether {@code e} is what a derivative returns that has several results. */
  private static boolean isRecord(Expr e) {
    return e.type() instanceof Type.RecordOf && e.type().isDifferentiable();
  }

  private boolean isActiveKey(Object key) {
    return all || active.contains(key);
  }

  /**
   * What a number or array is known by: its variable, or the class of its innermost rows. The
   * numbers on a stack are known by the stack, the components of a record by its variable.
   */
  private static Object key(Expr place, Memory memory) {
    if (place.type().isRealArray()) {
      return memory.numbers(place);
    }
    if (place instanceof Expr.Pop pop) {
      return pop.stack();
    }
    return place instanceof Expr.Element e
        ? (Object) memory.of(e.array())
        : ((Expr.Read) place).variable();
  }

  /** The places from which a value flows differentiably into {@code e}. */
  private static List<Object> sources(Expr e, Memory memory) {
    List<Object> found = new ArrayList<>();
    addSources(e, memory, found);
    return found;
  }

  private static void addSources(Expr e, Memory memory, List<Object> found) {
    if (e.type().isRealArray()) {
      found.add(memory.numbers(e));
      if (e instanceof Expr.ArrayLiteral literal) {
        literal.elements().forEach(x -> addSources(x, memory, found));
      } else if (e instanceof Expr.CloneArray clone) {
        addSources(clone.array(), memory, found);
      } else if (e instanceof Expr.DeepCopy copy) {
        addSources(copy.array(), memory, found);
      }
      return;
    }
    if (e instanceof Expr.NewRecord several) {
      several.arguments().forEach(x -> addSources(x, memory, found));
    }
    if (!e.type().isReal() && !(isRecord(e) && e instanceof Expr.Read)) {
      return;
    }
    if (e instanceof Expr.Read || e instanceof Expr.Element || e instanceof Expr.Pop) {
      found.add(key(e, memory));
    } else if (e instanceof Expr.Conditional c) {
      addSources(c.whenTrue(), memory, found);
      addSources(c.whenFalse(), memory, found);
    } else if (!(e instanceof Expr.LibraryCall call && Rules.isStep(call))) {
      Children.of(e).forEach(x -> addSources(x, memory, found));
    }
  }

  /** Whether a derivative can pass through a call of {@code callee}. */
  private static boolean passes(Callee callee, Program program) {
    return program.function(callee).isPresent() || program.derivative(callee).isPresent();
  }

  /** The arrays that {@code call} may write; a method that is only linked writes none. */
  private static List<Expr> written(Stmt.Call call, Program program) {
    return program.function(call.callee()).isPresent()
        ? call.arguments().stream().filter(a -> a.type().isRealArray()).toList()
        : List.of();
  }

  /**
   * Whether a derivative passes through {@code call} from an active argument to an active result.
   */
  public boolean isActive(Stmt.Call call) {
    boolean into = call.arguments().stream().anyMatch(this::isActive);
    boolean out = call.results().stream().anyMatch(this::isActive);
    boolean writes = written(call, program).stream().anyMatch(this::isActive);
    return passes(call.callee(), program) && into && (out || writes);
  }

  /** The two fixed points, each over all statements without regard to their order. */
  private static final class Flow {

    private final Memory memory;
    private final Program program;
    private final Set<Object> found = new HashSet<>();

    private Flow(Memory memory, Program program) {
      this.memory = memory;
      this.program = program;
    }

    private Set<Object> varied(Function function) {
      function.parameters().stream()
          .filter(p -> p.active() && p.variable().type().isDifferentiable())
          .forEach(p -> found.add(key(p.variable().read(), memory)));
      repeat(function, this::forward);
      return found;
    }

    private Set<Object> useful(Function function, boolean returnsArrays) {
      function.parameters().stream()
          .filter(p -> returnsArrays && p.active() && p.variable().type().isRealArray())
          .forEach(p -> found.add(memory.numbers(p.variable())));
      function.result().ifPresent(r -> found.addAll(sources(r, memory)));
      repeat(function, this::backward);
      return found;
    }

    private void repeat(Function function, Consumer<Stmt> step) {
      int size = -1;
      while (size != found.size()) {
        size = found.size();
        Variables.forEachStatement(function.body(), step);
      }
    }

    private void forward(Stmt s) {
      if (s instanceof Stmt.Declare d && d.value().isPresent()) {
        into(d.variable().read(), d.value().get());
      } else if (s instanceof Stmt.Assign a) {
        into(a.target(), a.value());
      } else if (s instanceof Stmt.Push push) {
        into(new Expr.Pop(push.stack()), push.value());
      } else if (s instanceof Stmt.Call call && passes(call.callee(), program)) {
        if (call.arguments().stream().anyMatch(this::isFound)) {
          outputs(call).forEach(found::add);
        }
      }
    }

    private void into(Expr target, Expr value) {
      if (target.type().isDifferentiable() && isFound(value)) {
        found.add(key(target, memory));
      }
    }

    private boolean isFound(Expr e) {
      return sources(e, memory).stream().anyMatch(found::contains);
    }

    private void backward(Stmt s) {
      if (s instanceof Stmt.Declare d && d.value().isPresent()) {
        from(d.variable().read(), d.value().get());
      } else if (s instanceof Stmt.Assign a) {
        from(a.target(), a.value());
      } else if (s instanceof Stmt.Push push) {
        from(new Expr.Pop(push.stack()), push.value());
      } else if (s instanceof Stmt.Call call && passes(call.callee(), program)) {
        if (outputs(call).stream().anyMatch(found::contains)) {
          call.arguments().forEach(a -> found.addAll(sources(a, memory)));
        }
      }
    }

    private void from(Expr target, Expr value) {
      if (target.type().isDifferentiable() && found.contains(key(target, memory))) {
        found.addAll(sources(value, memory));
      }
    }

    private List<Object> outputs(Stmt.Call call) {
      List<Object> out = new ArrayList<>();
      call.results().stream()
          .filter(r -> r.type().isDifferentiable())
          .forEach(r -> out.add(key(r.read(), memory)));
      written(call, program).forEach(a -> out.add(memory.numbers(a)));
      return out;
    }
  }
}
