package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Exits;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Throwing;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out what computes values that nobody reads (liveness, Aho, Lam, Sethi, Ullman, Compilers,
 * 2006, section 9.2.5). What could throw an exception in the primal stays.
 */
final class DeadCode {

  /** New arrays into which values are only stored. */
  private final Set<Var> unread;

  /** Variables that occur anywhere but in their declaration. */
  private final Set<Var> mentioned;

  private final SafeAccess safe;

  /** For each loop that has been visited, what is live whenever an iteration ends. */
  private final Map<Stmt, Set<Var>> around = new IdentityHashMap<>();

  /**
   * The arrays whose lengths are taken, in any case, by statements that come later in the same
   * block.
   */
  private Set<Var> dereferenced = Set.of();

  private DeadCode(Set<Var> unread, Set<Var> mentioned, SafeAccess safe) {
    this.unread = unread;
    this.mentioned = mentioned;
    this.safe = safe;
  }

  static Code of(Code code) {
    Set<Var> live = new LinkedHashSet<>();
    code.results().forEach(e -> live.addAll(Variables.readBy(e)));
    DeadCode pass = new DeadCode(unread(code), mentioned(code), SafeAccess.in(code.statements()));
    return new Code(pass.block(code.statements(), live), code.results());
  }

  private static Set<Var> mentioned(Code code) {
    Set<Var> found = new HashSet<>(Variables.readBy(code.statements()));
    found.addAll(Variables.assignedIn(code.statements()));
    code.results().forEach(e -> found.addAll(Variables.readBy(e)));
    return found;
  }

  private static Set<Var> unread(Code code) {
    Set<Var> made = new HashSet<>();
    Set<Var> read = new HashSet<>();
    code.results().forEach(e -> addContentReads(e, read));
    Variables.forEachStatement(
        code.statements(),
        s -> {
          if (s instanceof Stmt.Declare d && isNewArray(d)) {
            made.add(d.variable());
          }
          if (s instanceof Stmt.Assign a && a.target() instanceof Expr.Read assigned) {
            read.add(assigned.variable()); // It may refer to an array that is read by another name.
          }
          if (s instanceof Stmt.Assign a
              && a.target() instanceof Expr.Element e
              && e.array() instanceof Expr.Read) {
            addContentReads(e.index(), read);
            addContentReads(withoutOwnElement(a, e), read);
          } else if (!(s instanceof Stmt.Require r
              && r.requirement() instanceof Requirement.SameShape)) {
            Variables.evaluated(s).forEach(e -> addContentReads(e, read));
          }
        });
    made.removeAll(read);
    return made;
  }

  /** {@code a[i] += e} reads {@code a[i]} for nothing but itself. */
  private static Expr withoutOwnElement(Stmt.Assign a, Expr.Element e) {
    return a.value() instanceof Expr.Binary b && b.left().equals(e) ? b.right() : a.value();
  }

  /** The length of an array says nothing of its contents. */
  private static void addContentReads(Expr e, Set<Var> read) {
    if (e instanceof Expr.Read r) {
      read.add(r.variable());
    } else if (!(e instanceof Expr.Length length && length.array() instanceof Expr.Read)) {
      Children.of(e).forEach(operand -> addContentReads(operand, read));
    }
  }

  private static boolean isNewArray(Stmt.Declare d) {
    return d.variable().type().rank() == 1
        && d.value()
            .filter(e -> e instanceof Expr.NewArray || e instanceof Expr.ZerosLike)
            .isPresent();
  }

  /**
   * The live statements of {@code statements}; {@code live} is what is live after them, and then
   * before them.
   */
  private List<Stmt> block(List<Stmt> statements, Set<Var> live) {
    Set<Var> outer = dereferenced;
    dereferenced = new HashSet<>();
    List<Stmt> out = new ArrayList<>();
    for (int i = Exits.reached(statements) - 1; i >= 0; i--) {
      Optional<Stmt> kept = statement(statements.get(i), live);
      kept.ifPresent(out::add);
      kept.ifPresent(s -> Variables.evaluated(s).forEach(this::addDereferenced));
    }
    dereferenced = outer;
    Collections.reverse(out);
    return out;
  }

  private void addDereferenced(Expr e) {
    if (e instanceof Expr.Length length && length.array() instanceof Expr.Read read) {
      dereferenced.add(read.variable());
    }
    boolean conditional =
        e instanceof Expr.Conditional
            || e instanceof Expr.ZeroGuard
            || e instanceof Expr.Binary b
                && (b.op() == BinaryOp.COND_AND || b.op() == BinaryOp.COND_OR);
    List<Expr> operands = Children.of(e);
    (conditional ? operands.subList(0, 1) : operands).forEach(this::addDereferenced);
  }

  /**
   * Whether a bound, or the size of a new array, may throw what nothing later in the block throws
   * as well.
   */
  private boolean mayThrowAlone(Expr e) {
    return e instanceof Expr.Length length && length.array() instanceof Expr.Read read
        ? !dereferenced.contains(read.variable())
        : Throwing.throwsItself(e) || Children.of(e).stream().anyMatch(this::mayThrowAlone);
  }

  private Optional<Stmt> statement(Stmt s, Set<Var> live) {
    if (s instanceof Stmt.Declare d) {
      return declare(d, live);
    }
    if (s instanceof Stmt.Assign a) {
      return assign(a, live);
    }
    if (s instanceof Stmt.If branch) {
      return branch(branch, live);
    }
    if (s instanceof Stmt.CountedFor loop) {
      return counted(loop, live);
    }
    if (s instanceof Stmt.Loop loop) {
      return Optional.of(general(loop, live));
    }
    if (s instanceof Stmt.Push p && !live.contains(p.stack())) {
      return Optional.empty();
    }
    if (s instanceof Stmt.Block b) {
      List<Stmt> inner = block(b.statements(), live);
      return inner.isEmpty() ? Optional.empty() : Optional.of(new Stmt.Block(inner, b.origin()));
    }
    if (s instanceof Stmt.Call call
        && call.callee().isOwn()
        && call.results().stream().noneMatch(r -> live.contains(r) || mentioned.contains(r))) {
      Variables.evaluated(s).forEach(e -> live.addAll(Variables.readBy(e)));
      return Optional.of(new Stmt.Call(List.of(), call.callee(), call.arguments(), call.origin()));
    }
    Variables.declared(s).forEach(live::remove);
    if (s instanceof Stmt.Opaque opaque) {
      live.addAll(opaque.code().assigned());
    }
    Variables.evaluated(s).forEach(e -> live.addAll(Variables.readBy(e)));
    return Optional.of(s);
  }

  private Optional<Stmt> declare(Stmt.Declare d, Set<Var> live) {
    Var v = d.variable();
    boolean needed = live.remove(v);
    if (d.value().isEmpty()) {
      return mentioned.contains(v) ? Optional.of(d) : Optional.empty();
    }
    Expr value = d.value().get();
    if (needed || mayThrow(value, d)) {
      live.addAll(Variables.readBy(value));
      return Optional.of(d);
    }
    if (mentioned.contains(v)) {
      // Assigned before it is read: Java may want a value all the same.
      live.addAll(Variables.readBy(value));
      return Optional.of(d);
    }
    return Optional.empty();
  }

  private boolean mayThrow(Expr value, Stmt s) {
    if (s.origin() == Origin.NONE) {
      return false; // The method itself does not do this.
    }
    if (value instanceof Expr.NewArray n
        && n.dimensions().stream().allMatch(DeadCode::isNotNegative)) {
      return n.dimensions().stream().anyMatch(this::mayThrowAlone);
    }
    return !isAllocation(value) && safe.mayThrow(value);
  }

  private static boolean isNotNegative(Expr size) {
    return size instanceof Expr.Length
        || size instanceof Expr.Literal literal && (Integer) literal.value() >= 0;
  }

  private static boolean isAllocation(Expr e) {
    return e instanceof Expr.ArrayLiteral || e instanceof Expr.Pop || e instanceof Expr.NewStack;
  }

  private Optional<Stmt> assign(Stmt.Assign a, Set<Var> live) {
    if (a.target() instanceof Expr.Read target) {
      boolean needed = live.contains(target.variable());
      if (!needed && !mayThrow(a.value(), a)) {
        return Optional.empty();
      }
      live.remove(target.variable());
    } else if (a.target() instanceof Expr.Element e
        && e.array() instanceof Expr.Read array
        && unread.contains(array.variable())
        && isHarmless(a)) {
      return Optional.empty();
    }
    Variables.evaluated(a).forEach(e -> live.addAll(Variables.readBy(e)));
    return Optional.of(a);
  }

  /** Whether no exception is lost with the store into an array that nobody reads. */
  private boolean isHarmless(Stmt.Assign a) {
    boolean ours = a.origin() == Origin.NONE;
    return ours || !safe.mayThrow(a.target()) && !safe.mayThrow(a.value());
  }

  private Optional<Stmt> branch(Stmt.If s, Set<Var> live) {
    Set<Var> other = new LinkedHashSet<>(live);
    List<Stmt> then = block(s.then(), live);
    List<Stmt> otherwise = block(s.otherwise(), other);
    live.addAll(other);
    if (isEmpty(then) && isEmpty(otherwise) && !safe.mayThrow(s.condition())) {
      return Optional.empty();
    }
    live.addAll(Variables.readBy(s.condition()));
    return Optional.of(new Stmt.If(s.condition(), then, otherwise, s.origin()));
  }

  private Optional<Stmt> counted(Stmt.CountedFor s, Set<Var> live) {
    List<Stmt> body = loop(s, List.of(s.body()), live).get(0);
    live.remove(s.counter());
    if (isEmpty(body) && !mayThrowAlone(s.from()) && !mayThrowAlone(s.bound())) {
      return Optional.empty();
    }
    live.addAll(Variables.readBy(s.from()));
    live.addAll(Variables.readBy(s.bound()));
    return Optional.of(
        new Stmt.CountedFor(
            s.counter(), s.from(), s.compare(), s.bound(), s.step(), body, s.origin()));
  }

  /** A general loop stays, because it may not end. */
  private Stmt general(Stmt.Loop s, Set<Var> live) {
    live.addAll(Variables.readBy(s.condition()));
    List<List<Stmt>> blocks = loop(s, List.of(s.head(), s.tail()), live);
    return new Stmt.Loop(blocks.get(0), s.condition(), blocks.get(1), s.origin());
  }

  /**
   * The blocks of a loop, which runs them in this order again and again. What is live around a loop
   * only grows from one visit to the next; beginning with what was found before makes the time grow
   * with the depth of nested loops, and not with a power of it.
   */
  private List<List<Stmt>> loop(Stmt s, List<List<Stmt>> blocks, Set<Var> live) {
    List<List<Stmt>> out = new ArrayList<>(blocks);
    live.addAll(around.getOrDefault(s, Set.of()));
    boolean grew = true;
    while (grew) {
      Set<Var> inside = new LinkedHashSet<>(live);
      for (int i = blocks.size() - 1; i >= 0; i--) {
        out.set(i, block(blocks.get(i), inside));
        inside.addAll(live);
      }
      grew = live.addAll(inside);
    }
    around.put(s, Set.copyOf(live));
    return out;
  }

  private static boolean isEmpty(List<Stmt> statements) {
    return statements.stream().allMatch(s -> s instanceof Stmt.Comment);
  }
}
