package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Var;
import java.util.Collection;
import java.util.List;

/** Names for the indices of for-each loops. */
final class IndexNames {

  private static final List<String> CUSTOMARY = List.of("i", "j", "k", "l", "m", "n");

  private IndexNames() {}

  /** The first of the customary names, from {@code depth} on, that no variable has. */
  static String at(int depth, Collection<Var> variables) {
    return CUSTOMARY.stream()
        .skip(depth)
        .filter(name -> variables.stream().noneMatch(v -> v.name().equals(name)))
        .findFirst()
        .orElse("index");
  }
}
