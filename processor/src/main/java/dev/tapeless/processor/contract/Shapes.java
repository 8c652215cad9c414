package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** What operations demand of the arrays that they take beside the primal's parameters. */
final class Shapes {

  private Shapes() {}

  /** Each array of {@code added} has the shape of the parameter that it belongs to. */
  static List<Requirement> same(List<Var> added, List<Var> active) {
    List<Requirement> requirements = new ArrayList<>();
    for (int i = 0; i < added.size(); i++) {
      Var actual = added.get(i);
      Var expected = active.get(i);
      if (actual.type().rank() > 0) {
        requirements.add(
            new Requirement.SameShape(
                actual.read(), actual.name(), expected.read(), expected.name()));
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
