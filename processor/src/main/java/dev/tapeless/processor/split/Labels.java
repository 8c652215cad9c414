package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names and descriptions of the parts of one function. */
final class Labels {

  /** A statement is quoted up to here. */
  private static final int QUOTE = 60;

  private final Function function;
  private final Regions regions;
  private final Set<String> taken;
  private final Map<Callee, String> names = new LinkedHashMap<>();

  private Labels(Function function, Regions regions, Set<String> taken) {
    this.function = function;
    this.regions = regions;
    this.taken = new HashSet<>(taken);
    Map<Callee, Sweeps> sweeps = new HashMap<>();
    regions.all().forEach(r -> sweeps.put(r, Sweeps.of(regions.statements(r))));
    boolean hasReverse = sweeps.containsValue(Sweeps.REVERSE);
    Map<String, Integer> count = new HashMap<>();
    for (Callee region : regions.all()) {
      if (!region.equals(Regions.REST)) {
        Sweeps sweep = hasReverse ? sweeps.getOrDefault(region, Sweeps.BOTH) : Sweeps.BOTH;
        names.put(region, name(function.name() + sweep.word, count));
      }
    }
  }

  /** Labels for the parts of {@code function} that differ from those that are taken. */
  static Labels of(Function function, Regions regions, Set<String> taken) {
    return new Labels(function, regions, taken);
  }

  /** Of which sweep most statements are. */
  private enum Sweeps {
    FORWARD("Forward"),
    REVERSE("Reverse"),
    BOTH("Part");

    private final String word;

    Sweeps(String word) {
      this.word = word;
    }

    /** Statements of the reverse sweep stand below comments that quote the user's. */
    static Sweeps of(List<Stmt> statements) {
      int[] count = {0, 0};
      Variables.forEachStatement(
          statements,
          s -> {
            count[0] += s.origin().equals(Origin.NONE) ? 0 : 1;
            count[1] += s instanceof Stmt.Comment ? 1 : 0;
          });
      int statementsOfUser = count[0];
      int quotes = count[1];
      if (4 * quotes <= statementsOfUser) {
        return statementsOfUser == 0 ? BOTH : FORWARD;
      }
      return quotes >= statementsOfUser ? REVERSE : BOTH;
    }
  }

  private String name(String wanted, Map<String, Integer> count) {
    String name;
    do {
      name = wanted + count.merge(wanted, 1, Integer::sum);
    } while (!taken.add(name));
    return name;
  }

  /** The names of the parts, by their place. */
  Map<Callee, String> names() {
    return names;
  }

  /** The name of the class of what the parts share. */
  String state() {
    String name = function.name();
    String wanted = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "State";
    while (taken.contains(wanted)) {
      wanted += "_";
    }
    return wanted;
  }

  /** What the part at that place is. */
  String description(Callee place) {
    List<String> quotes = new ArrayList<>();
    Variables.forEachStatement(regions.statements(place), s -> quote(s).ifPresent(quotes::add));
    String part = "A part of {@link #" + function.name() + "}";
    if (quotes.isEmpty()) {
      return part + ".";
    }
    String first = quotes.get(0);
    String last = quotes.get(quotes.size() - 1);
    return part
        + (first.equals(last)
            ? ": {@code " + first + "}."
            : ", from {@code " + first + "} to {@code " + last + "}.");
  }

  /** The statement in the user's words, if they can stand in a documentation comment. */
  private static Optional<String> quote(Stmt s) {
    String text = s instanceof Stmt.Comment comment ? comment.text() : s.origin().text();
    boolean isPlain =
        !text.isBlank()
            && text.length() <= QUOTE
            && !text.contains("*/")
            && text.chars().noneMatch(c -> "{}@\\".indexOf(c) >= 0);
    return isPlain ? Optional.of(text) : Optional.empty();
  }
}
