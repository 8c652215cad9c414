package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * What a {@link Stmt.Call} calls.
 *
 * @param owner the qualified name of the class of a Java method that exists; empty for a function
 *     of the class that is being generated
 * @param result empty for {@code void}
 */
public record Callee(String owner, String name, List<Type> parameters, Optional<Type> result) {

  public Callee {
    parameters = List.copyOf(parameters);
  }

  /** Whether this is a function of the class that is being generated. */
  public boolean isOwn() {
    return owner.isEmpty();
  }
}
