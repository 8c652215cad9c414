package dev.tapeless.processor.split;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Exits;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds which statements become parts: sequences of statements, those within large loops and
 * branches first, until what is left is small enough. In their place stands a call without
 * arguments.
 */
final class Cutting {

  /** What the call of a part costs, more or less. */
  private static final int CALL = 20;

  /** The bytes that it takes to get a variable into a part, or out of it. */
  private static final int SHARING = 8;

  private final CodeSize sizes = CodeSize.small();
  private final int limit;
  private final Map<Callee, Segment> parts = new LinkedHashMap<>();

  private Cutting(int limit) {
    this.limit = limit;
  }

  /**
   * A function in pieces.
   *
   * @param rest what is left of it
   * @param parts by the calls that stand in their place, those within others before them
   */
  record Cut(List<Stmt> rest, Map<Callee, List<Stmt>> parts) {}

  /**
   * A part.
   *
   * @param mentioned all variables in it
   * @param declared those that are visible after it
   */
  private record Segment(List<Stmt> statements, Set<Var> mentioned, Set<Var> declared) {}

  /** Cuts {@code statements}, so that each part and the rest are not larger than {@code limit}. */
  static Cut of(List<Stmt> statements, int limit) {
    Cutting cutting = new Cutting(limit);
    List<Stmt> rest = cutting.block(statements, limit);
    Map<Callee, List<Stmt>> parts = new LinkedHashMap<>();
    cutting.parts.forEach((call, part) -> parts.put(call, part.statements()));
    return new Cut(rest, parts);
  }

  private List<Stmt> block(List<Stmt> statements, int room) {
    List<Stmt> out = statements.stream().map(this::fitted).toList();
    int size = sizes.of(out);
    while (size > room) {
      List<Stmt> grouped = grouped(out);
      int smaller = sizes.of(grouped);
      if (smaller >= size) {
        break;
      }
      out = grouped;
      size = smaller;
    }
    return out;
  }

  /** The statement with so many parts taken out of it that it fits into a part. */
  private Stmt fitted(Stmt s) {
    int room = limit / 2;
    long blocks = Children.blocks(s).stream().filter(b -> !b.isEmpty()).count();
    return blocks == 0 || sizes.of(s) <= room
        ? s
        : Children.map(s, e -> e, b -> block(b, room / (int) blocks));
  }

  private List<Stmt> grouped(List<Stmt> statements) {
    Windows windows = new Windows(statements);
    List<Stmt> out = new ArrayList<>();
    int start = 0;
    while (start < statements.size()) {
      int end = Exits.leaves(statements.get(start)) ? start : windows.end(start);
      List<Stmt> segment = statements.subList(start, end);
      if (segment.isEmpty()) {
        // What never ends has nothing to return to.
        out.add(statements.get(start));
        end = start + 1;
      } else if (sizes.of(segment) <= 2 * CALL) {
        out.addAll(segment);
      } else {
        out.add(part(segment));
      }
      start = end;
    }
    return out;
  }

  private Stmt part(List<Stmt> statements) {
    Set<Var> mentioned = new LinkedHashSet<>();
    Set<Var> declared = new LinkedHashSet<>();
    for (Stmt s : statements) {
      mentioned.addAll(mentioned(s));
      declared.addAll(declared(s));
    }
    Callee place = new Callee("", "part " + parts.size(), List.of(), Optional.empty());
    parts.put(place, new Segment(List.copyOf(statements), mentioned, declared));
    return new Stmt.Call(Optional.empty(), place, List.of(), Origin.NONE);
  }

  private Set<Var> mentioned(Stmt statement) {
    Set<Var> all = Uses.of(List.of(statement)).mentioned();
    Variables.forEachStatement(
        List.of(statement), s -> segment(s).ifPresent(p -> all.addAll(p.mentioned())));
    return all;
  }

  /** What {@code s} declares for the statements after it. */
  private Set<Var> declared(Stmt s) {
    if (s instanceof Stmt.CountedFor) {
      return Set.of();
    }
    return segment(s).map(Segment::declared).orElseGet(() -> Set.copyOf(Variables.declared(s)));
  }

  private Optional<Segment> segment(Stmt s) {
    return s instanceof Stmt.Call call
        ? Optional.ofNullable(parts.get(call.callee()))
        : Optional.empty();
  }

  /** Where a list of statements can be cut, and how many variables are alive there. */
  private final class Windows {

    private final List<Stmt> statements;
    private final List<Set<Var>> mentioned = new ArrayList<>();
    private final Set<Var> declared = new LinkedHashSet<>();
    private final Map<Var, Integer> first = new LinkedHashMap<>();
    private final Map<Var, Integer> last = new LinkedHashMap<>();

    Windows(List<Stmt> statements) {
      this.statements = statements;
      for (int i = 0; i < statements.size(); i++) {
        Set<Var> here = mentioned(statements.get(i));
        mentioned.add(here);
        declared.addAll(declared(statements.get(i)));
        for (Var v : here) {
          first.putIfAbsent(v, i);
          last.put(v, i);
        }
      }
    }

    /**
     * The end of the segment that begins at {@code start}: between half the limit and the limit,
     * where the fewest variables are alive.
     */
    int end(int start) {
      int size = 0;
      int best = start + 1;
      int fewest = Integer.MAX_VALUE;
      Set<Var> shared = new HashSet<>();
      for (int i = start; i < statements.size(); i++) {
        Stmt s = statements.get(i);
        if (Exits.leaves(s)) {
          return i;
        }
        cross(i, start, shared);
        size += sizes.of(s);
        int whole = size + shared.size() * SHARING;
        if (whole > limit && i > start) {
          return best;
        }
        boolean isLate = whole > limit / 2;
        if (!(s instanceof Stmt.Comment) && (!isLate || shared.size() <= fewest)) {
          fewest = isLate ? shared.size() : Integer.MAX_VALUE;
          best = i + 1;
        }
      }
      return statements.size();
    }

    /** Notes which variables cross a boundary of the segment from {@code start} to {@code i}. */
    private void cross(int i, int start, Set<Var> shared) {
      for (Var v : mentioned.get(i)) {
        boolean isInside = declared.contains(v) && first.getOrDefault(v, i) >= start;
        if (isInside && last.getOrDefault(v, i) == i) {
          shared.remove(v);
        } else {
          shared.add(v);
        }
      }
    }
  }
}
