package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a function that has been cut, and what is left of it, as a tree: a part lies in the
 * region that calls it. A region is known by that call.
 */
final class Regions {

  /** What is left of the function. */
  static final Callee REST = new Callee("", "", List.of(), Optional.empty());

  private final Map<Callee, List<Stmt>> statements = new LinkedHashMap<>();
  private final Map<Callee, Callee> parents = new HashMap<>();
  private final Map<Callee, Uses> uses = new HashMap<>();
  private final Map<Var, List<Callee>> mentioning = new LinkedHashMap<>();
  private final Map<Var, Callee> homes = new HashMap<>();
  private final Map<Callee, List<Callee>> children = new HashMap<>();

  private Regions(Function function, Cutting.Cut cut) {
    statements.put(REST, cut.rest());
    order(cut.rest(), cut, REST);
    statements.forEach((region, list) -> uses.put(region, Uses.of(list)));
    Uses rest = uses.get(REST);
    for (Parameter p : function.parameters()) {
      rest.declared().add(p.variable());
      rest.written().add(p.variable());
    }
    function.result().ifPresent(rest::add);
    for (Callee region : statements.keySet()) {
      for (Var v : uses.get(region).mentioned()) {
        mentioning.computeIfAbsent(v, k -> new ArrayList<>()).add(region);
      }
    }
  }

  /** The regions of {@code function}, which has been cut like that. */
  static Regions of(Function function, Cutting.Cut cut) {
    return new Regions(function, cut);
  }

  /** Puts the parts in the order of the text. */
  private void order(List<Stmt> list, Cutting.Cut cut, Callee region) {
    Variables.forEachStatement(
        list,
        s -> {
          if (s instanceof Stmt.Call call && cut.parts().containsKey(call.callee())) {
            Callee part = call.callee();
            parents.put(part, region);
            children.computeIfAbsent(region, k -> new ArrayList<>()).add(part);
            statements.put(part, cut.parts().get(part));
            order(cut.parts().get(part), cut, part);
          }
        });
  }

  /** All regions in the order of the text, the rest of the function first. */
  Set<Callee> all() {
    return statements.keySet();
  }

  /** The statements of {@code region}, with calls for the parts in it. */
  List<Stmt> statements(Callee region) {
    return at(statements, region);
  }

  /** What {@code region} itself does, without the parts in it. */
  Uses uses(Callee region) {
    return at(uses, region);
  }

  /** All variables whose values matter somewhere. */
  Set<Var> variables() {
    return mentioning.keySet();
  }

  /** The regions that mention {@code v} themselves. */
  List<Callee> mentioning(Var v) {
    return mentioning.getOrDefault(v, List.of());
  }

  /** The parts directly in {@code region}. */
  List<Callee> parts(Callee region) {
    return children.getOrDefault(region, List.of());
  }

  /** The smallest region in which all uses of {@code v} lie. */
  Callee home(Var v) {
    return homes.computeIfAbsent(v, this::findHome);
  }

  private Callee findHome(Var v) {
    List<Callee> regions = mentioning(v);
    Callee home = regions.get(0);
    for (Callee region : regions) {
      while (!isWithin(region, home)) {
        home = at(parents, home);
      }
    }
    return home;
  }

  /** Whether {@code inner} is {@code outer} or lies in it. */
  boolean isWithin(Callee inner, Callee outer) {
    for (Callee region = inner; !region.equals(REST); region = at(parents, region)) {
      if (region.equals(outer)) {
        return true;
      }
    }
    return outer.equals(REST);
  }

  /** {@code region} and what it lies in, up to {@code home} and without that. */
  List<Callee> way(Callee region, Callee home) {
    List<Callee> way = new ArrayList<>();
    for (Callee at = region; !at.equals(home); at = at(parents, at)) {
      way.add(at);
    }
    return way;
  }

  private static <T> T at(Map<Callee, T> map, Callee region) {
    T value = map.get(region);
    if (value == null) {
      throw new IllegalStateException("no region " + region);
    }
    return value;
  }
}
