package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** What operations demand of the arrays that they take beside the primal's parameters. */
final class Shapes {

  private Shapes() {}

  /** A number or array, and what messages call it: {@code p.x} for a component of a record. */
  record Part(Expr value, String name) {

    /** The leaves of a parameter that can have a derivative. */
    static List<Part> of(Var parameter) {
      List<Leaf> leaves = Leaf.of(parameter.type());
      List<Expr> values = Leaf.reads(parameter.read());
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < leaves.size(); i++) {
        if (leaves.get(i).type().isDifferentiable()) {
          parts.add(new Part(values.get(i), leaves.get(i).words(parameter.name())));
        }
      }
      return parts;
    }

    /** The leaves of all of {@code parameters}. */
    static List<Part> of(List<Var> parameters) {
      return parameters.stream().flatMap(p -> of(p).stream()).toList();
    }
  }

  /** Each array of {@code added} has the shape of the one that it belongs to. */
  static List<Requirement> same(List<Part> added, List<Part> active) {
    List<Requirement> requirements = new ArrayList<>();
    for (int i = 0; i < added.size(); i++) {
      Part actual = added.get(i);
      Part expected = active.get(i);
      if (actual.value().type().rank() > 0) {
        requirements.add(
            new Requirement.SameShape(
                actual.value(), actual.name(), expected.value(), expected.name()));
      }
    }
    return requirements;
  }

  /** No array of {@code written} is one of {@code parameters} or written twice. */
  static List<Requirement> distinct(List<Var> written, List<Var> parameters) {
    List<Requirement> requirements = new ArrayList<>();
    List<Var> others = new ArrayList<>(parameters);
    for (Var target : written) {
      for (Var other : others) {
        if (other.type().equals(target.type())) {
          requirements.add(
              new Requirement.Distinct(target.read(), target.name(), other.read(), other.name()));
        }
      }
      others.add(target);
    }
    return requirements;
  }
}
