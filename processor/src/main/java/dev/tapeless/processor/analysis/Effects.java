package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which locations statements and expressions read and write. */
public final class Effects {

  private final Memory memory;
  private final Map<Callee, Set<Integer>> writtenParameters;

  private Effects(Memory memory, Map<Callee, Set<Integer>> writtenParameters) {
    this.memory = memory;
    this.writtenParameters = writtenParameters;
  }

  /** The effects within a function whose arrays are classed by {@code memory}. */
  public static Effects of(Memory memory, Program program) {
    return new Effects(memory, summaries(program));
  }

  /** The array parameters of {@code function} whose contents it may write, of any rank. */
  public static Set<Var> writtenParameters(Function function, Program program) {
    return writtenParameters(function, summaries(program), Crossings.in(program));
  }

  /**
   * The arrays of arrays among the parameters of {@code function} whose rows it may write into; to
   * store other rows into them does not count.
   */
  public static Set<Var> parametersWithWrittenRows(Function function, Program program) {
    Memory memory = Memory.of(function, program);
    Set<Location> written = new Effects(memory, summaries(program)).writtenBy(function.body());
    Set<Var> found = new LinkedHashSet<>();
    for (var p : function.parameters()) {
      if (p.variable().type() instanceof Type.Array type && type.element() instanceof Type.Array) {
        Expr row = new Expr.Element(p.variable().read(), Exprs.num(0));
        Set<Location> rows = new HashSet<>();
        addAllRanks(row, (Type.Array) type.element(), memory, rows);
        if (!Collections.disjoint(rows, written)) {
          found.add(p.variable());
        }
      }
    }
    return found;
  }

  private static Map<Callee, Set<Integer>> summaries(Program program) {
    Map<Callee, Set<Integer>> summaries = new HashMap<>();
    Crossings crossings = Crossings.in(program);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Map.Entry<Callee, Function> entry : program.functions().entrySet()) {
        Function function = entry.getValue();
        Set<Integer> written = new HashSet<>();
        Set<Var> variables = writtenParameters(function, summaries, crossings);
        for (int i = 0; i < function.parameters().size(); i++) {
          if (variables.contains(function.parameters().get(i).variable())) {
            written.add(i);
          }
        }
        changed |= !written.equals(summaries.put(entry.getKey(), written));
      }
    }
    return summaries;
  }

  private static Set<Var> writtenParameters(
      Function function, Map<Callee, Set<Integer>> summaries, Crossings crossings) {
    Memory memory = Memory.of(function, crossings);
    Set<Location> written = new Effects(memory, summaries).writtenBy(function.body());
    Set<Var> found = new LinkedHashSet<>();
    for (var p : function.parameters()) {
      if (p.variable().type() instanceof Type.Array type) {
        Set<Location> all = new HashSet<>();
        addAllRanks(p.variable().read(), type, memory, all);
        if (all.stream().anyMatch(written::contains)) {
          found.add(p.variable());
        }
      }
    }
    return found;
  }

  /** What the evaluation of {@code e} reads: variables, and contents of arrays. */
  public Set<Location> readBy(Expr e) {
    Set<Location> found = new LinkedHashSet<>();
    addReads(e, found);
    return found;
  }

  /** What {@code statements} read at any depth, without what they declare themselves. */
  public Set<Location> readBy(List<Stmt> statements) {
    Set<Location> found = new LinkedHashSet<>();
    Variables.forEachStatement(
        statements,
        s -> {
          Variables.evaluated(s).forEach(e -> addReads(e, found));
          if (s instanceof Stmt.Call call) {
            call.arguments().forEach(a -> addContents(a, found));
            if (!call.callee().isOwn()
                && call.callee().parameters().stream().anyMatch(Effects::isObject)) {
              found.add(Location.Outside.OBJECTS);
              memory
                  .changedFromOutside(Stmt.Effect.OBJECTS)
                  .forEach(m -> found.add(new Location.Contents(m)));
            }
          } else if (s instanceof Stmt.Opaque || s instanceof Stmt.Throw) {
            Children.expressions(s).forEach(a -> addContents(a, found));
          }
        });
    Variables.declaredIn(statements).forEach(v -> found.remove(new Location.Variable(v)));
    return found;
  }

  /** Whether a value of {@code type} may hold what changes, other than elements of arrays. */
  static boolean isObject(Type type) {
    Type innermost = type instanceof Type.Array array ? array.innermost() : type;
    return innermost instanceof Type.Reference reference
        && reference.unboxed().isEmpty()
        && !reference.name().equals("java.lang.String");
  }

  /** What {@code statements} write at any depth; the declaration of a variable writes it too. */
  public Set<Location> writtenBy(List<Stmt> statements) {
    Set<Location> found = new LinkedHashSet<>();
    Variables.forEachStatement(statements, s -> found.addAll(writtenBy(s)));
    return found;
  }

  /** What {@code statement} itself writes. */
  public Set<Location> writtenBy(Stmt statement) {
    Set<Location> found = new LinkedHashSet<>();
    Variables.declared(statement).forEach(v -> found.add(new Location.Variable(v)));
    if (statement instanceof Stmt.Assign a) {
      found.add(target(a));
    } else if (statement instanceof Stmt.Call call) {
      for (int i : writtenArguments(call)) {
        addContents(call.arguments().get(i), found);
      }
    } else if (statement instanceof Stmt.Clear clear) {
      addContents(clear.array(), found);
    } else if (statement instanceof Stmt.Opaque opaque) {
      addWrites(opaque, found);
    }
    return found;
  }

  private void addWrites(Stmt.Opaque opaque, Set<Location> found) {
    opaque.code().assigned().forEach(v -> found.add(new Location.Variable(v)));
    if (opaque.effect().includes(Stmt.Effect.ARRAYS)) {
      opaque.code().operands().forEach(e -> addContents(e, found));
    }
    if (opaque.effect().includes(Stmt.Effect.OBJECTS)) {
      found.add(Location.Outside.OBJECTS);
    }
    if (opaque.effect().includes(Stmt.Effect.STATE)) {
      found.add(Location.Outside.FIELDS);
    }
    memory.changedFromOutside(opaque.effect()).forEach(m -> found.add(new Location.Contents(m)));
  }

  /** The indexes of the arguments whose contents {@code call} may write. */
  public Set<Integer> writtenArguments(Stmt.Call call) {
    return writtenParameters.getOrDefault(call.callee(), Set.of());
  }

  /** Whether rows of arrays may be other arrays after {@code s}, a call or copied code. */
  public boolean movesRows(Stmt s) {
    return memory.movesRows(s);
  }

  /**
   * Notes that {@code copy}, a variable that the function did not have, has the value of {@code
   * original} in another scope.
   */
  public void alias(Var copy, Var original) {
    if (copy.type() instanceof Type.Array) {
      memory.alias(copy, original);
    }
  }

  /** Where an element is. */
  Location location(Expr.Element element) {
    return new Location.Contents(memory.of(element.array()));
  }

  /** Where an assignment stores. */
  public Location target(Stmt.Assign assign) {
    return assign.target() instanceof Expr.Element e
        ? location(e)
        : new Location.Variable(((Expr.Read) assign.target()).variable());
  }

  /** The contents of {@code array} and of its rows. */
  public Set<Location> contents(Expr array) {
    Set<Location> found = new LinkedHashSet<>();
    addContents(array, found);
    return found;
  }

  private void addReads(Expr e, Set<Location> found) {
    Variables.forEachNode(
        e,
        x -> {
          if (x instanceof Expr.Read read) {
            found.add(new Location.Variable(read.variable()));
          } else if (x instanceof Expr.Element element) {
            found.add(new Location.Contents(memory.of(element.array())));
          } else if (x instanceof Expr.Field field && !field.isFinal()) {
            found.add(Location.Outside.FIELDS);
          } else if (x instanceof Expr.CloneArray clone) {
            found.add(new Location.Contents(memory.of(clone.array())));
          } else if (x instanceof Expr.DeepCopy copy) {
            addContents(copy.array(), found);
          }
        });
  }

  private void addContents(Expr array, Set<Location> found) {
    if (array.type() instanceof Type.Array type) {
      addAllRanks(array, type, memory, found);
    }
  }

  private static void addAllRanks(Expr array, Type.Array type, Memory memory, Set<Location> found) {
    Expr row = array;
    Type rowType = type;
    while (rowType instanceof Type.Array rows) {
      found.add(new Location.Contents(memory.of(row)));
      row = new Expr.Element(row, Exprs.num(0));
      rowType = rows.element();
    }
  }
}
