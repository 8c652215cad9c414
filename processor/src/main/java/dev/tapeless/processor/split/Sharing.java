package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How variables get into the parts of a function and out of them. A part gets what it reads as
 * parameters, and returns the one variable that it changes. Where it changes several, or would have
 * too many parameters, they become fields of an object that all parts share.
 */
final class Sharing {

  /** A part with more parameters is hard to read. */
  private static final int PARAMETERS = 12;

  /** The JVM allows 255 slots; one is for the shared object. */
  private static final int SLOTS = 240;

  /** A field that is named more often is copied into a variable. */
  private static final int FEW = 2;

  private final Regions regions;
  private final Set<Var> own = new LinkedHashSet<>();
  private final Set<Var> counters = new LinkedHashSet<>();
  private final Map<Var, Callee> declaring = new HashMap<>();
  private final Map<Var, Callee> bare = new HashMap<>();
  private final Map<Callee, Set<Var>> inputs = new LinkedHashMap<>();
  private final Map<Callee, Set<Var>> outputs = new LinkedHashMap<>();
  private final Set<Var> shared = new LinkedHashSet<>();

  private Sharing(Function function, Regions regions) {
    this.regions = regions;
    function.parameters().stream().map(Parameter::variable).forEach(own::add);
    for (Callee region : regions.all()) {
      Uses uses = regions.uses(region);
      counters.addAll(uses.counters());
      uses.declared().forEach(v -> declaring.put(v, region));
      uses.bare().forEach(v -> bare.put(v, region));
      inputs.put(region, new LinkedHashSet<>());
      outputs.put(region, new LinkedHashSet<>());
    }
  }

  /** The ways of all variables of {@code function} that several of its regions mention. */
  static Sharing of(Function function, Regions regions) {
    Sharing sharing = new Sharing(function, regions);
    sharing.changed();
    sharing.passed();
    sharing.bounded();
    return sharing;
  }

  private List<Var> crossing() {
    return regions.variables().stream().filter(v -> regions.mentioning(v).size() > 1).toList();
  }

  /** Decides how what a part changes gets out of it. */
  private void changed() {
    for (Var v : crossing()) {
      for (Callee writer : writers(v)) {
        regions.way(writer, regions.home(v)).forEach(part -> set(outputs, part).add(v));
      }
    }
    for (Set<Var> several : outputs.values()) {
      if (several.size() > 1) {
        shared.addAll(several);
      }
    }
    outputs.values().forEach(o -> o.removeAll(shared));
  }

  /** The regions that give {@code v} a value, but for the one around all its uses. */
  private List<Callee> writers(Var v) {
    Callee home = regions.home(v);
    return regions.mentioning(v).stream()
        .filter(r -> !r.equals(home) && regions.uses(r).written().contains(v))
        .toList();
  }

  /** Decides which parts get a variable as a parameter. */
  private void passed() {
    for (Var v : crossing()) {
      if (!shared.contains(v)) {
        for (Callee region : regions.mentioning(v)) {
          for (Callee part : regions.way(region, regions.home(v))) {
            if (!isMade(v, part)) {
              set(inputs, part).add(v);
            }
          }
        }
      }
    }
  }

  /** Whether {@code v} comes into being in {@code part}, so that the call declares it. */
  boolean isMade(Var v, Callee part) {
    Callee place = declaring.get(v);
    if (place == null && !isDisplaced(v)) {
      place = bare.get(v);
    }
    return place != null && regions.isWithin(place, part);
  }

  /** Shares more variables where there would be too many parameters. */
  private void bounded() {
    for (Callee part : regions.all()) {
      if (isTooMuch(part)) {
        share(set(inputs, part), v -> !own.contains(v));
      }
      if (slots(part) > SLOTS) {
        share(set(inputs, part), v -> true);
      }
    }
  }

  private boolean isTooMuch(Callee part) {
    return slots(part) > SLOTS
        || set(inputs, part).stream().filter(v -> !own.contains(v)).count() > PARAMETERS;
  }

  private int slots(Callee part) {
    return set(inputs, part).stream().mapToInt(v -> CodeSize.slots(v.type())).sum();
  }

  private void share(Set<Var> variables, Predicate<Var> which) {
    List<Var> more = variables.stream().filter(which).filter(v -> !counters.contains(v)).toList();
    shared.addAll(more);
    inputs.values().forEach(i -> more.forEach(i::remove));
    outputs.values().forEach(o -> more.forEach(o::remove));
  }

  private static Set<Var> set(Map<Callee, Set<Var>> map, Callee part) {
    return map.computeIfAbsent(part, k -> new LinkedHashSet<>());
  }

  /** The fields of the shared object. */
  Set<Var> shared() {
    return shared;
  }

  /** Whether {@code region}, or a part in it, uses the shared object. */
  boolean usesShared(Callee region) {
    return shared.stream()
        .anyMatch(v -> regions.mentioning(v).stream().anyMatch(r -> regions.isWithin(r, region)));
  }

  /** The shared variables that {@code region} copies into variables of its own. */
  List<Var> copied(Callee region) {
    return shared.stream().filter(v -> isCopied(v, region)).toList();
  }

  /** Those that it uses again and again, and no part in it does. */
  private boolean isCopied(Var v, Callee region) {
    return regions.uses(region).times().getOrDefault(v, 0) > FEW && !isUsedWithin(v, region);
  }

  /** The shared variables that {@code region} uses where they are. */
  Set<Var> direct(Callee region) {
    Set<Var> direct = new LinkedHashSet<>(shared);
    direct.removeAll(copied(region));
    return direct;
  }

  private boolean isUsedWithin(Var v, Callee region) {
    return regions.mentioning(v).stream()
        .anyMatch(r -> !r.equals(region) && regions.isWithin(r, region));
  }

  /** The parameters of {@code part}: those of the function first. */
  List<Var> inputs(Callee part) {
    List<Var> sorted = new ArrayList<>(set(inputs, part));
    sorted.sort(Comparator.comparing(v -> !own.contains(v)));
    return sorted;
  }

  /** What {@code part} returns. */
  Optional<Var> returned(Callee part) {
    return set(outputs, part).stream().findFirst();
  }

  /**
   * Whether the declaration of {@code v} without a value stands where its uses do not see it, since
   * it is in another part.
   */
  boolean isDisplaced(Var v) {
    Callee place = bare.get(v);
    if (place == null || shared.contains(v) || regions.mentioning(v).isEmpty()) {
      return false;
    }
    List<Callee> writers = writers(v);
    return !place.equals(regions.home(v)) && !(writers.size() == 1 && writers.get(0).equals(place));
  }

  /** The variables whose displaced declarations belong to {@code region}. */
  List<Var> displaced(Callee region) {
    return bare.keySet().stream()
        .filter(v -> isDisplaced(v) && regions.home(v).equals(region))
        .sorted(Comparator.comparing(Var::id))
        .toList();
  }

  /** Whether {@code region} keeps a declaration of {@code v} without a value. */
  boolean keepsBare(Var v, Callee region) {
    return shared.contains(v) ? isCopied(v, region) : !isDisplaced(v);
  }
}
