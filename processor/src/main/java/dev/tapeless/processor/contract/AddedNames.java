package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The parameters of one operation: those of the user's method, and added ones whose names do not
 * clash with them.
 */
final class AddedNames {

  private final List<Var> parameters = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private int next;

  /** The parameters of the method that {@code signature} describes. */
  AddedNames(MethodSignature signature) {
    signature.parameters().forEach(p -> parameters.add(p.variable()));
    parameters.forEach(v -> taken.add(v.name()));
    next = parameters.stream().mapToInt(Var::id).max().orElse(-1) + 1;
  }

  /** Adds one parameter. */
  AddedNames with(String wanted, Type type) {
    String name = wanted;
    while (SourceVersion.isKeyword(name) || !taken.add(name)) {
      name += "_";
    }
    parameters.add(new Var(next++, name, type));
    return this;
  }

  /** Adds one parameter for each of {@code variables}, of the same type. */
  AddedNames with(List<Var> variables, String suffix) {
    variables.forEach(v -> with(v.name() + suffix, v.type()));
    return this;
  }

  /** All parameters. */
  List<Var> all() {
    return List.copyOf(parameters);
  }
}
