package dev.tapeless.processor.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Names put together by what is known of them. */
final class Groups {

  private Groups() {}

  /** Each group's names, separated by spaces, in the order of the first ones. */
  static <T> List<String> of(Function<String, T> key, String... names) {
    Map<T, String> groups = new LinkedHashMap<>();
    for (String name : names) {
      groups.merge(key.apply(name), name, (a, b) -> a + " " + b);
    }
    return List.copyOf(groups.values());
  }
}
