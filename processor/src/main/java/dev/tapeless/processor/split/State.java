package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.simplify.Substitution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The variables that the parts of one function share: fields of an object that lives as long as a
 * call of the function.
 *
 * @param name of the class
 * @param fields names of their own for the variables
 */
public record State(String name, Map<Var, String> fields) {

  /** Variables named as they wish, with a number where several wish the same. */
  static State of(String name, Set<Var> variables) {
    Map<Var, String> fields = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    Map<String, Integer> last = new HashMap<>();
    for (Var v : variables) {
      String wanted = SourceVersion.isName(v.name()) ? v.name() : v.name() + "_";
      String free = wanted;
      while (!taken.add(free)) {
        free = wanted + last.merge(wanted, 1, Integer::sum);
      }
      fields.put(v, free);
    }
    return new State(name, fields);
  }

  /** The class of the object. */
  public Type.Reference type() {
    return new Type.Reference(name);
  }

  /** The fields with their types. */
  public List<Type.Component> components() {
    List<Type.Component> components = new ArrayList<>();
    fields.forEach((v, field) -> components.add(new Type.Component(field, v.type())));
    return components;
  }

  /** {@code part}, with the variables that are copies of fields named like these. */
  Function named(Function part) {
    Map<Var, Expr> renamed = new HashMap<>();
    fields.forEach((v, field) -> renamed.put(v, new Var(v.id(), field, v.type()).read()));
    return part.withBody(Substitution.apply(renamed, part.body()));
  }

  /** The field for {@code v} of the object that {@code state} refers to. */
  Expr.Member field(Var state, Var v) {
    String field = Optional.ofNullable(fields.get(v)).orElseThrow();
    return new Expr.Member(state.read(), field, v.type());
  }
}
