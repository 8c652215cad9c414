package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Stmt.Effect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;

/**
 * What methods can change that their callers can see. Their source says so, and that of what they
 * call; a method without source, or one that can be overridden, may do anything.
 */
final class MethodEffects {

  private final TypedSources sources;
  private final Map<ExecutableElement, BodyEffects> bodies = new HashMap<>();
  private final Map<ExecutableElement, Effect> known = new HashMap<>();

  MethodEffects(TypedSources sources) {
    this.sources = sources;
  }

  /** Whether a call of {@code method} is known to change nothing but text. */
  boolean isPure(ExecutableElement method) {
    return method.getKind() == ElementKind.METHOD
        && !Receivers.canBeOverridden(method)
        && Effect.TEXT.includes(of(method));
  }

  /** What {@code method} itself can do, whose parameters may be functions that do anything. */
  Effect of(ExecutableElement method) {
    Effect effect = known.get(method);
    if (effect == null) {
      effect = of(method, Effect.STATE);
      known.put(method, effect);
    }
    return effect;
  }

  /**
   * What {@code method} itself can do.
   *
   * @param functions what the functions can do that it gets
   */
  Effect of(ExecutableElement method, Effect functions) {
    Effect effect = Effect.NONE;
    for (BodyEffects body : reached(method)) {
      effect = effect.and(body.calls());
      effect = body.callsParameters() ? effect.and(functions) : effect;
      effect = body.writesArrays() ? effect.and(Effect.ARRAYS) : effect;
    }
    return writesForeignArrays(method) ? Effect.STATE : effect;
  }

  /**
   * Whether {@code method} may write into an array that it has found elsewhere than among its
   * arguments.
   */
  boolean writesForeignArrays(ExecutableElement method) {
    List<BodyEffects> reached = reached(method);
    boolean writes = reached.stream().anyMatch(BodyEffects::writesArrays);
    return reached.stream()
        .anyMatch(b -> b.writesForeignArrays() || writes && b.namesForeignArrays());
  }

  /** The bodies that a call of {@code method} may run. */
  private List<BodyEffects> reached(ExecutableElement method) {
    Set<ExecutableElement> reached = new LinkedHashSet<>(List.of(method));
    Deque<ExecutableElement> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      ExecutableElement next = open.removeFirst();
      if (!bodies.containsKey(next)) {
        bodies.put(next, body(next));
      }
      bodies.get(next).called().stream().filter(reached::add).forEach(open::addLast);
    }
    return reached.stream().map(bodies::get).toList();
  }

  private BodyEffects body(ExecutableElement method) {
    Optional<TreePath> path = sources.declaration(method);
    if (path.isEmpty()) {
      return withoutSource(method);
    }
    return path.get().getLeaf() instanceof MethodTree tree && tree.getBody() != null
        ? BodyScanner.scan(path.get(), method, sources)
        : BodyEffects.unknown();
  }

  /** The accessors of a record, and its canonical constructor, have no source of their own. */
  private static BodyEffects withoutSource(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    boolean isGenerated =
        owner.getKind() == ElementKind.RECORD
            && (method.getParameters().isEmpty() || method.getKind() == ElementKind.CONSTRUCTOR);
    return isGenerated
        ? BodyEffects.nothing(method.getReturnType() instanceof ArrayType)
        : BodyEffects.unknown();
  }
}
