package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Callee;
import java.util.List;

/**
 * A function that a lambda expression or method reference stands for: its first parameters are the
 * variables that it captures.
 *
 * @param captured the names of these variables
 */
record Lambda(Callee callee, List<String> captured) {

  Lambda {
    captured = List.copyOf(captured);
  }
}
