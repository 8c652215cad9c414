package dev.tapeless.processor.reference;

import java.util.List;
import java.util.stream.Stream;

/** All functions that are compared. */
final class Functions {

  private Functions() {}

  static List<Function> all() {
    return Stream.of(
            PowerFunctions.all(),
            CircularFunctions.all(),
            PiecewiseFunctions.all(),
            OtherLibraries.all())
        .flatMap(List::stream)
        .toList();
  }
}
