package dev.tapeless.processor.random;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Makes expressions of all types from what can be seen at a place. */
final class Expressions {

  private final Workshop workshop;
  private final Scope scope;
  private final RealExpressions reals;
  private final IntExpressions ints;
  private final ArrayExpressions arrays;

  Expressions(Workshop workshop, Scope scope) {
    this.workshop = workshop;
    this.scope = scope;
    this.reals = new RealExpressions(this);
    this.ints = new IntExpressions(this);
    this.arrays = new ArrayExpressions(this);
  }

  Workshop workshop() {
    return workshop;
  }

  Dice dice() {
    return workshop.dice();
  }

  Scope scope() {
    return scope;
  }

  RealExpressions reals() {
    return reals;
  }

  IntExpressions ints() {
    return ints;
  }

  ArrayExpressions arrays() {
    return arrays;
  }

  /** A value of that type, small if it is a real number. */
  Code of(Sort sort, int depth) {
    if (sort.isArray()) {
      return arrays.of(sort, depth);
    }
    if (sort.isRecord()) {
      return new RecordExpressions(this).of(sort, depth);
    }
    if (sort.equals(Sort.FUNCTION)) {
      return new FunctionExpressions(this).function(depth);
    }
    if (sort.equals(Sort.BOOLEAN)) {
      return ints.condition(depth);
    }
    return sort.equals(Sort.INT) ? ints.integer(depth) : reals.bounded(sort, depth);
  }

  /** An element of an array of that type, if there is one. */
  List<Name> arraysOf(Sort element) {
    return scope.names().stream()
        .filter(
            n ->
                n.sort().isArray()
                    && n.sort().base().equals(element.base())
                    && n.sort().rank() > element.rank())
        .toList();
  }

  /** The name with as many indices as lead to that type. */
  Code element(Name array, Sort element) {
    Code at = array.read();
    for (Sort sort = array.sort(); sort.rank() > element.rank(); sort = sort.element()) {
      at = Code.value(sort.element(), "$[$]", at, ints.index());
    }
    return at;
  }

  /** Code of that kind, in some programs often what was made before. */
  Code again(Object kind, Supplier<Code> fresh) {
    return scope.repeats().again(dice(), workshop.repetition(), kind, fresh);
  }

  /** A call of a helper for arrays of any length: of an array, or of a size. */
  Code callOfAnyLength(Callee callee, String first) {
    return Code.value(callee.result(), callee.name() + "(" + first + ", $)", of(Sort.DOUBLE, 1));
  }

  /** A call, its depth small or less than the caller's; in some programs often an equal one. */
  Code call(Callee callee, int depth) {
    double share = 2.5 * workshop.repetition();
    return scope.repeats().again(dice(), share, callee, () -> freshCall(callee, depth));
  }

  private Code freshCall(Callee callee, int depth) {
    List<Code> arguments =
        new java.util.ArrayList<>(callee.parameters().stream().map(p -> of(p, depth - 1)).toList());
    if (callee.hasDepth()) {
      arguments.add(
          callee.inner() ? Code.value(Sort.INT, "(depth - 1)") : ints.below(workshop.length()));
    }
    int first = callee.isInstance() ? 1 : 0;
    String holes = arguments.stream().skip(first).map(a -> "$").collect(Collectors.joining(", "));
    String receiver = callee.isInstance() ? "($)." : "";
    return new Code(callee.result(), receiver + callee.name() + "(" + holes + ")", arguments);
  }
}
