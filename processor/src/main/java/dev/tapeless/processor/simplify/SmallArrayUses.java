package dev.tapeless.processor.simplify;

import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the small arrays of numbers that nobody would miss: of constant size, of which only
 * elements with constant indexes are used. An array may be handed on to another name, in the block
 * that declares it, when its own name is not used any more.
 */
final class SmallArrayUses {

  /** Longer arrays stay what they are. */
  private static final int LONGEST = 16;

  private final Map<Var, Integer> sizes = new HashMap<>();
  private final Set<Var> others = new HashSet<>();
  private final List<Var[]> copies = new ArrayList<>();
  private final Map<Var, Set<Integer>> indexes = new HashMap<>();

  private SmallArrayUses() {}

  /** The sizes of the arrays in {@code function} that can be taken apart. */
  static Map<Var, Integer> sizes(Function function) {
    SmallArrayUses pass = new SmallArrayUses();
    function.parameters().stream().map(Parameter::variable).forEach(pass.others::add);
    function.result().ifPresent(pass::uses);
    pass.block(function.body(), Set.of());
    return pass.agreed();
  }

  private static boolean isSmall(Var v) {
    return v.type() instanceof Type.Array array && array.element() instanceof Type.Primitive;
  }

  /** The index of {@code element}, if it is a constant. */
  static Optional<Integer> index(Expr.Element element) {
    return element.index() instanceof Expr.Literal literal
            && literal.value() instanceof Integer index
        ? Optional.of(index)
        : Optional.empty();
  }

  /**
   * Looks at a block.
   *
   * @param later what is read after it, though it may be declared in it
   */
  private void block(List<Stmt> statements, Set<Var> later) {
    Set<Var> here = new HashSet<>();
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      List<Stmt> rest = statements.subList(i + 1, statements.size());
      if (s instanceof Stmt.Declare d && isSmall(d.variable())) {
        if (!later.contains(d.variable())) {
          here.add(d.variable());
        }
        d.value().ifPresent(e -> value(d.variable(), e, here, rest));
      } else if (s instanceof Stmt.Assign a
          && a.target() instanceof Expr.Read read
          && isSmall(read.variable())) {
        value(read.variable(), a.value(), here, rest);
      } else {
        Variables.declared(s).forEach(others::add);
        Children.expressions(s).forEach(this::uses);
        if (s instanceof Stmt.Opaque o) {
          others.addAll(o.code().assigned());
        }
        Children.blocks(s).forEach(b -> block(b, Variables.usedAfter(b, s)));
      }
    }
  }

  private void value(Var target, Expr value, Set<Var> here, List<Stmt> rest) {
    if (value instanceof Expr.ArrayLiteral literal) {
      literal.elements().forEach(this::uses);
      size(target, literal.elements().size());
    } else if (value instanceof Expr.NewArray made
        && made.dimensions().get(0) instanceof Expr.Literal literal
        && literal.value() instanceof Integer size
        && size >= 0) {
      size(target, size);
    } else if (value instanceof Expr.CloneArray clone
        && clone.array() instanceof Expr.Read source) {
      copies.add(new Var[] {target, source.variable()});
    } else if (value instanceof Expr.Read source && isLast(source.variable(), here, rest)) {
      copies.add(new Var[] {target, source.variable()});
    } else {
      others.add(target);
      uses(value);
    }
  }

  /** Whether {@code v} is declared in this block and not mentioned in its {@code rest}. */
  private static boolean isLast(Var v, Set<Var> here, List<Stmt> rest) {
    return here.contains(v)
        && !Variables.readBy(rest).contains(v)
        && !Variables.assignedIn(rest).contains(v);
  }

  private void size(Var array, int size) {
    if (size > LONGEST || sizes.getOrDefault(array, size) != size) {
      others.add(array);
    }
    sizes.put(array, size);
  }

  private void uses(Expr e) {
    if (e instanceof Expr.Element element && element.array() instanceof Expr.Read read) {
      Optional<Integer> index = index(element);
      if (index.isEmpty()) {
        others.add(read.variable());
        uses(element.index());
      } else {
        indexes.computeIfAbsent(read.variable(), v -> new HashSet<>()).add(index.get());
      }
    } else if (e instanceof Expr.Read read && isSmall(read.variable())) {
      others.add(read.variable());
    } else if (!(e instanceof Expr.Length length && length.array() instanceof Expr.Read)) {
      Children.of(e).forEach(this::uses);
    }
  }

  /** The sizes, where all that is known of an array and of those that it is handed on to agrees. */
  private Map<Var, Integer> agreed() {
    while (sizesSpread()) {
      // Until all that are handed on have one.
    }
    indexes.forEach(
        (v, used) -> {
          int size = sizes.getOrDefault(v, 0);
          if (used.stream().anyMatch(i -> i < 0 || i >= size)) {
            others.add(v);
          }
        });
    while (exclusionsSpread()) {
      // Until all that are handed on agree.
    }
    sizes.keySet().removeAll(others);
    return sizes;
  }

  private boolean sizesSpread() {
    boolean changed = false;
    for (Var[] copy : copies) {
      for (int i = 0; i < 2; i++) {
        Integer size = sizes.get(copy[1 - i]);
        changed |= size != null && sizes.putIfAbsent(copy[i], size) == null;
      }
    }
    return changed;
  }

  private boolean exclusionsSpread() {
    boolean changed = false;
    for (Var[] copy : copies) {
      boolean isOne = sizes.containsKey(copy[0]) && sizes.get(copy[0]).equals(sizes.get(copy[1]));
      if (!isOne || others.contains(copy[0]) || others.contains(copy[1])) {
        changed |= others.add(copy[0]) | others.add(copy[1]);
      }
    }
    return changed;
  }
}
