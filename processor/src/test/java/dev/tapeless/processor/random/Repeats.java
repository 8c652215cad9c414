package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Code that was made before and means something here too, to be made again by kind. */
final class Repeats {

  private static final int SMALLEST = 2;
  private static final int LARGEST = 16;

  private final Map<Object, List<Code>> made = new HashMap<>();

  /** Those of a place inside. */
  Repeats inner() {
    Repeats inner = new Repeats();
    made.forEach((kind, codes) -> inner.made.put(kind, new ArrayList<>(codes)));
    return inner;
  }

  /** Code of that kind: in that share of the cases what was made before, if there is any. */
  Code again(Dice dice, double share, Object kind, Supplier<Code> fresh) {
    List<Code> before = made.getOrDefault(kind, List.of());
    if (!before.isEmpty() && dice.chance(share)) {
      return dice.among(before);
    }
    Code code = fresh.get();
    if (code.size() >= SMALLEST && code.size() <= LARGEST) {
      made.computeIfAbsent(kind, k -> new ArrayList<>()).add(code);
    }
    return code;
  }
}
