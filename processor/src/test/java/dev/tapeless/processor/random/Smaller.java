package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * The programs that have one piece less than a given one, or a simpler one, those first that lack
 * most. Not all of them compile.
 */
final class Smaller {

  private Smaller() {}

  static List<RandomProgram> than(RandomProgram program) {
    List<RandomProgram> smaller = new ArrayList<>();
    if (program.points().size() > 1) {
      program.points().forEach(p -> smaller.add(program.withPoints(List.of(p))));
    }
    List<Code> helpers = program.helpers();
    for (int i = 0; i < helpers.size(); i++) {
      smaller.add(program.withHelpers(without(helpers, i, i + 1)));
    }
    than(program.body()).forEach(b -> smaller.add(program.withBody(b)));
    for (int i = 0; i < helpers.size(); i++) {
      for (Code helper : than(helpers.get(i))) {
        List<Code> others = new ArrayList<>(helpers);
        others.set(i, helper);
        smaller.add(program.withHelpers(others));
      }
    }
    program.parameters().forEach(p -> smaller.add(program.without(p)));
    return smaller;
  }

  private static List<Code> than(Code code) {
    List<Code> smaller = new ArrayList<>();
    if (code.isBlock()) {
      shorter(code, smaller);
    } else if (code.sort().isValue()) {
      simpler(code, smaller);
    }
    for (int i = 0; i < code.parts().size(); i++) {
      Code part = code.parts().get(i);
      if (part.sort().equals(Sort.STATEMENT)) {
        for (Code inner : part.parts()) {
          if (inner.isBlock()) {
            smaller.add(code.with(i, inner));
          }
        }
      }
      for (Code other : than(part)) {
        smaller.add(code.with(i, other));
      }
    }
    return smaller;
  }

  /** Without runs of statements, the long runs first. */
  private static void shorter(Code block, List<Code> smaller) {
    int size = block.parts().size();
    for (int run = size; run > 0; run /= 2) {
      for (int i = 0; i + run <= size; i += run) {
        smaller.add(Code.block(without(block.parts(), i, i + run)));
      }
    }
  }

  /** A literal, or a part of the same type. */
  private static void simpler(Code value, List<Code> smaller) {
    if (value.parts().isEmpty()) {
      return;
    }
    String literal =
        switch (value.sort().toString()) {
          case "double" -> "0.5";
          case "float" -> "0.5f";
          case "int" -> "1";
          case "boolean" -> "true";
          default -> "";
        };
    List<Code> inside = new ArrayList<>();
    collect(value, value.sort(), inside);
    smaller.addAll(inside);
    if (!literal.isEmpty()) {
      smaller.add(Code.value(value.sort(), literal));
    }
  }

  private static void collect(Code code, Sort sort, List<Code> found) {
    for (Code part : code.parts()) {
      if (part.sort().equals(sort)) {
        found.add(part);
      } else {
        collect(part, sort, found);
      }
    }
  }

  private static List<Code> without(List<Code> all, int from, int to) {
    List<Code> rest = new ArrayList<>(all.subList(0, from));
    rest.addAll(all.subList(to, all.size()));
    return rest;
  }
}
