package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/** Makes switches of both kinds, over a few numbers. */
final class Switches {

  private final Statements around;
  private final Dice dice;

  Switches(Statements around, Dice dice) {
    this.around = around;
    this.dice = dice;
  }

  /** A statement whose groups are nested no deeper than {@code depth - 1}. */
  Code statement(int depth) {
    return dice.chance(0.5) ? old(depth) : rules(depth);
  }

  /** Groups that fall into the next one, unless they end with a break. */
  private Code old(int depth) {
    List<String> labels = labels();
    StringBuilder text = new StringBuilder("switch (Math.floorMod($, 4)) {\n");
    List<Code> parts = new ArrayList<>();
    parts.add(around.expressions().ints().integer(2));
    for (String label : labels) {
      text.append(label.equals("default") ? "default" : "case " + label).append(":\n$\n");
      parts.add(around.inSwitch().block(depth - 1, 2));
      if (dice.chance(0.6)) {
        text.append("break;\n");
      }
    }
    return Code.statement(text.append("}").toString(), parts.toArray(Code[]::new));
  }

  private Code rules(int depth) {
    List<String> labels = labels();
    StringBuilder text = new StringBuilder("switch (Math.floorMod($, 4)) {\n");
    List<Code> parts = new ArrayList<>();
    parts.add(around.expressions().ints().integer(2));
    for (String label : labels) {
      text.append(label.equals("default") ? "default" : "case " + label).append(" -> {\n$\n}\n");
      parts.add(around.inSwitch().block(depth - 1, 2));
    }
    return Code.statement(text.append("}").toString(), parts.toArray(Code[]::new));
  }

  private List<String> labels() {
    List<String> labels =
        new ArrayList<>(
            dice.among(List.of("0", "2"), List.of("1", "0", "3"), List.of("3, 1", "2")));
    if (dice.chance(0.7)) {
      labels.add(dice.below(labels.size() + 1), "default");
    }
    return labels;
  }
}
