package dev.tapeless.processor.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A method and the operations that were generated for it, as functions of flat vectors of numbers.
 */
public final class Operations {

  private final Class<?> owner;
  private final Class<?> generated;
  private final String name;
  private final List<Boolean> active;
  private final Invocation primal;

  public Operations(Class<?> owner, Class<?> generated, String name, List<Boolean> active) {
    this.owner = owner;
    this.generated = generated;
    this.name = name;
    this.primal = Invocation.of(owner, name);
    this.active = new ArrayList<>(primal.isInstance() ? List.of(owner.isRecord()) : List.of());
    this.active.addAll(active);
  }

  /** The class of the method. */
  Class<?> owner() {
    return owner;
  }

  private Class<?> owned(String name) {
    return Arrays.stream(owner.getDeclaredClasses())
        .filter(c -> c.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A record that the class of the method declares. */
  public Object make(String record, Object... components) {
    return Components.make(owned(record), components);
  }

  /** Whether the result is one number. */
  public boolean isScalar() {
    return !primal.result().isArray() && !isRecord();
  }

  /** Whether the result is a record. */
  public boolean isRecord() {
    return primal.result().isRecord();
  }

  /** The method itself, on copies of the arguments. */
  public Object primal(Object... arguments) {
    return primal.call(known(Reals.copy(arguments)));
  }

  /** The active arguments, in order. */
  public List<Object> active(Object... arguments) {
    List<Object> found = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (active.get(i)) {
        found.add(arguments[i]);
      }
    }
    return found;
  }

  /** The types of the active parameters, in order. */
  public List<Class<?>> activeTypes() {
    List<Class<?>> found = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        found.add(primal.types().get(i));
      }
    }
    return found;
  }

  /** The arguments with other active ones. */
  public Object[] withActive(Object[] arguments, List<Object> others) {
    Object[] all = arguments.clone();
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      if (active.get(i)) {
        all[i] = others.get(next++);
      }
    }
    return all;
  }

  /** The operation {@code f + suffix} with the primal's arguments and then {@code further} ones. */
  public Object call(
      String suffix, List<Class<?>> furtherTypes, Object[] arguments, Object... further) {
    return find(suffix, furtherTypes)
        .orElseThrow(
            () ->
                new AssertionError(generated.getName() + " has no " + name + suffix + furtherTypes))
        .call(known(concat(arguments, further)));
  }

  /** The arguments with the records of these classes. */
  private Object[] known(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(a -> Components.movedTo(generated.getClassLoader(), a))
        .toArray();
  }

  /** Whether there is an operation {@code f + suffix} with these parameters after the primal's. */
  public boolean has(String suffix, List<Class<?>> furtherTypes) {
    return find(suffix, furtherTypes).isPresent();
  }

  private Optional<Invocation> find(String suffix, List<Class<?>> furtherTypes) {
    List<Class<?>> types = new ArrayList<>(primal.types());
    types.addAll(furtherTypes);
    return Invocation.find(generated, name + suffix, types);
  }

  private static Object[] concat(Object[] first, Object[] second) {
    Object[] all = Arrays.copyOf(first, first.length + second.length, Object[].class);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** {@code Jvp}: the derivative along tangents of the active parameters. */
  public Object jvp(Object[] arguments, List<Object> tangents) {
    return call("Jvp", activeTypes(), arguments, tangents.toArray());
  }

  /** {@code Vjp} with a seed: one adjoint for each active parameter. */
  public List<Object> vjp(Object[] arguments, Object seed) {
    return parts(call("Vjp", List.of(primal.result()), arguments, seed));
  }

  /** {@code Hvp}: the Hessian times tangents of the active parameters, one part for each. */
  public List<Object> hvp(Object[] arguments, List<Object> tangents) {
    return parts(call("Hvp", activeTypes(), arguments, tangents.toArray()));
  }

  /** {@code Gradient}: one part for each active parameter. */
  public List<Object> gradient(Object[] arguments) {
    return parts(call("Gradient", List.of(), arguments));
  }

  /** A gradient, or a Jacobian, as a list with one part for each active parameter. */
  public List<Object> parts(Object gradient) {
    return activeTypes().size() == 1 ? List.of(gradient) : components(gradient);
  }

  /** The components of a generated record, in order. */
  public static List<Object> components(Object record) {
    return Components.of(record);
  }

  /** The result's type. */
  public Class<?> result() {
    return primal.result();
  }
}
