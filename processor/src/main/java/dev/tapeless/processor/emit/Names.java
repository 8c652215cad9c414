package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.Var;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names of variables while one method is written: the wanted ones, with {@code _} appended, and
 * a number when there are many, where Java or a variable in scope does not allow them.
 */
final class Names {

  /** So many variables of one name are told apart without a number. */
  private static final int UNDERSCORES = 4;

  private final Map<Var, String> names = new HashMap<>();
  private final Deque<Set<String>> scopes = new ArrayDeque<>();
  private final Set<String> reserved;

  /**
   * Names for a method.
   *
   * @param reserved simple names of classes that the method uses, which a variable would hide
   */
  Names(Set<String> reserved) {
    this.reserved = Set.copyOf(reserved);
    enter();
  }

  /** Begins a nested scope. */
  void enter() {
    scopes.push(new HashSet<>());
  }

  /** Ends the innermost scope. */
  void leave() {
    scopes.pop();
  }

  /** Gives {@code variable} its name in the innermost scope. */
  String declare(Var variable) {
    String name = variable.name();
    for (int tries = 1; isTaken(name); tries++) {
      name = tries <= UNDERSCORES ? name + "_" : variable.name() + "_" + tries;
    }
    scopes.getFirst().add(name);
    names.put(variable, name);
    return name;
  }

  /** The name of a variable that has been declared. */
  String of(Var variable) {
    String name = names.get(variable);
    if (name == null) {
      throw new IllegalStateException("variable " + variable + " is used outside its scope");
    }
    return name;
  }

  private boolean isTaken(String name) {
    return !SourceVersion.isIdentifier(name)
        || SourceVersion.isKeyword(name, SourceVersion.RELEASE_17)
        || name.equals("yield")
        || reserved.contains(name)
        || scopes.stream().anyMatch(scope -> scope.contains(name));
  }
}
