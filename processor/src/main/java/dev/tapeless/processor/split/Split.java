package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.simplify.Substitution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A function as several: the JVM never compiles a method of more than 8000 bytes of bytecode, and
 * refuses one of more than 64 KB. A function that is small enough stays as it is.
 *
 * @param function what is called, with the name that it had
 * @param parts what it calls
 * @param state what they share, if anything
 */
public record Split(Function function, List<Part> parts, Optional<State> state) {

  /** Parts of parts that are smaller consist of calls. */
  private static final int SMALLEST = 24;

  public Split {
    parts = List.copyOf(parts);
  }

  /**
   * A part.
   *
   * @param description what it is a part of, and of which statements it consists
   */
  public record Part(Function function, String description) {}

  /**
   * {@code function} in parts that are small enough.
   *
   * @param size the bytes that a method may have, more or less
   * @param taken the names of methods and classes that must not be used
   */
  public static Split of(Function function, int size, Set<String> taken) {
    if (CodeSize.of(function) <= size) {
      return new Split(function, List.of(), Optional.empty());
    }
    // Getting what is shared with other parts makes a part longer.
    Split first = cut(function, size * 5 / 6, taken);
    Split split = first;
    for (int part = size / 2; part > size / SMALLEST; part /= 2) {
      if (split.fits(size)) {
        return split;
      }
      split = cut(function, part, taken);
    }
    // There is a statement that cannot be cut.
    return split.fits(size) ? split : first;
  }

  private boolean fits(int size) {
    return CodeSize.of(function) <= size
        && parts.stream().allMatch(p -> CodeSize.of(p.function()) <= size);
  }

  private static Split cut(Function original, int limit, Set<String> taken) {
    Function function = LongExpressions.named(named(original), limit / 4);
    Regions regions = Regions.of(function, Cutting.of(function.body(), limit));
    Sharing sharing = Sharing.of(function, regions);
    Labels labels = Labels.of(function, regions, taken);
    State state = State.of(labels.state(), sharing.shared());
    Map<Callee, Function> made =
        new LinkedHashMap<>(Assembly.of(function, regions, sharing, state, labels.names()));
    Function rest = Optional.ofNullable(made.remove(Regions.REST)).orElseThrow();
    List<Part> parts = new ArrayList<>();
    made.forEach(
        (place, part) -> parts.add(new Part(state.named(part), labels.description(place))));
    Optional<State> used = sharing.shared().isEmpty() ? Optional.empty() : Optional.of(state);
    return new Split(rest, parts, used);
  }

  /** The function with one name for each parameter, the one that it is declared with. */
  private static Function named(Function function) {
    Map<Var, Expr> names = new LinkedHashMap<>();
    function.parameters().forEach(p -> names.put(p.variable(), p.variable().read()));
    return function
        .withBody(Substitution.apply(names, function.body()))
        .withResult(function.result().map(e -> Substitution.apply(names, e)));
  }
}
