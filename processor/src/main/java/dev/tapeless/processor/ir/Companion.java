package dev.tapeless.processor.ir;

import java.util.List;

/**
 * A derivative of a helper that cannot be inlined, wanted as a function of its own in the generated
 * class.
 *
 * @param primal the helper
 * @param active for each of its parameters whether it is active
 * @param derivative how the wanted function is called
 * @param returnsValue whether the wanted function does all that the helper does, and returns what
 *     it returns; else it leaves the arguments as they are
 */
public record Companion(
    Callee primal, List<Boolean> active, Callee derivative, boolean returnsValue) {

  /** One that leaves the arguments as they are. */
  public Companion(Callee primal, List<Boolean> active, Callee derivative) {
    this(primal, active, derivative, false);
  }

  public Companion {
    active = List.copyOf(active);
  }

  /** The name of a function derived from {@code primal} for a class of {@code home}. */
  public static String name(Callee primal, String home, String suffix, List<Boolean> active) {
    StringBuilder name = new StringBuilder();
    // The generated class's own functions have no owner.
    if (!primal.owner().equals(home) && !primal.owner().isEmpty()) {
      name.append(primal.owner().substring(primal.owner().lastIndexOf('.') + 1)).append('_');
    }
    name.append(primal.name()).append(suffix);
    boolean all = true;
    StringBuilder mask = new StringBuilder("_");
    for (int i = 0; i < active.size(); i++) {
      all &= active.get(i) || !primal.parameters().get(i).isDifferentiable();
      mask.append(active.get(i) ? '1' : '0');
    }
    return all ? name.toString() : name.append(mask).toString();
  }
}
