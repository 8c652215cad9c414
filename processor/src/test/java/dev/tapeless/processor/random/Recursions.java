package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes helpers that call themselves in loops, and add up what they get, while a table of integers
 * changes on the way, and perhaps an array of numbers.
 */
final class Recursions {

  private static final Name W = Name.fixed("w", Sort.DOUBLES);

  private final Workshop workshop;
  private final Dice dice;
  private final String prefix;
  private final boolean writes;

  Recursions(Workshop workshop, String prefix) {
    this.workshop = workshop;
    this.dice = workshop.dice();
    this.prefix = prefix;
    this.writes = dice.chance(0.3);
  }

  /** A method of an array and an int, which from now on can be called, and the one behind it. */
  Code helper() {
    String name = workshop.fresh(prefix + "Sum");
    Code step = step(name + "Step");
    String last =
        dice.among(
            "r", "r + 0.1 * w[0] * t[0]", "Math.sin(r) * w[t[1] % w.length]", "2 * r - w[0]");
    String text =
        "private static double "
            + name
            + "(double[] w, int n) {\nint[] t = {1, 0, 2};\ndouble[] o = {0.4, w[0]};\ndouble r = "
            + name
            + "Step(w, Math.floorMod(n, 4), t"
            + (writes ? ", o" : "")
            + ");\nreturn "
            + last
            + (writes ? " + 0.3 * o[0] - o[1] * w[0]" : "")
            + ";\n}\n$";
    workshop.addRecursive(
        new Callee(name, Sort.DOUBLE, List.of(Sort.DOUBLES, Sort.INT), false, false));
    return Code.statement(text, step);
  }

  private Code step(String name) {
    Expressions all = new Expressions(workshop, new Scope(List.of(W)));
    List<Code> code = new ArrayList<>();
    if (dice.chance(0.3)) {
      code.add(change());
    }
    String leaf = dice.among("w[t[0] % w.length]", "w[0] * w[t[1] % w.length]", "0.5 * $");
    code.add(Code.statement("if (depth <= 0) {\nreturn " + leaf + ";\n}", holes(leaf, all)));
    code.add(
        Code.statement(
            "double sum = " + dice.among("0", "0.3 * w[0]", "w[t[2] % w.length]") + ";"));
    code.add(Code.statement("double sign = 1;"));
    if (writes) {
      code.add(written());
    }
    if (dice.chance(0.2)) {
      code.add(Code.statement("double y = w[0] * w[t[0] % w.length];\nsum += y * y;"));
    }
    Code loop = loop(name, all);
    code.add(
        dice.chance(0.25)
            ? Code.statement(
                "if ($) {\n$\n} else {\nsum = 0.3 * w[0];\n}", all.ints().condition(1), loop)
            : loop);
    String result =
        dice.among(
            "sum", "sum", "0.5 * sum", "sum - w[0]", "sum * w[depth % w.length]", "Math.cos(sum)");
    code.add(Code.statement("return " + result + ";"));
    return Code.statement(
        "private static double "
            + name
            + "(double[] w, int depth, int[] t"
            + (writes ? ", double[] o) {" : ") {")
            + "\n$\n}",
        Code.block(code));
  }

  private static Code[] holes(String text, Expressions all) {
    return text.contains("$") ? new Code[] {all.reals().unit(1)} : new Code[0];
  }

  private Code loop(String name, Expressions all) {
    List<Code> code = new ArrayList<>();
    if (dice.chance(0.4)) {
      code.add(dice.chance(0.5) ? change() : Code.statement("int old = t[2];\nt[2] = i;"));
    }
    String call = name + "(w, depth - 1, t" + (writes ? ", o)" : ")");
    String factor =
        dice.among(
            "0.4", "sign * 0.3", "0.5 * w[i % w.length]", "0.3 * w[t[0] % w.length]", "sign * $");
    String added =
        dice.among(
            "sum += % * @;",
            "sum += % * @;",
            "sum -= @ * %;",
            "double r = @;\nsum += % * r;",
            "double r = @;\nsum += % * r - 0.2 * r * w[0];",
            "double r = @;\nsum += Math.sin(r) * %;",
            "double v = % * w[0];\nsum += v * @;",
            "double r = @;\nif (sign > 0) {\nsum += % * r;\n}");
    String text = added.replace("%", "(" + factor + ")").replace("@", call);
    code.add(Code.statement(text, holes(text, all)));
    if (dice.chance(0.3)) {
      code.add(Code.statement("sum += sign * w[t[0] % w.length] * w[0];"));
    }
    if (dice.chance(0.6)) {
      code.add(
          Code.statement("sign = " + dice.among("-sign", "-0.5 * sign", "0.5 * sign + 0.2") + ";"));
    }
    if (dice.chance(0.4)) {
      code.add(change());
    }
    boolean isWhile = dice.chance(0.4);
    String step = dice.among("i++", "i += 1 + t[1] % 2");
    String head =
        isWhile
            ? "int i = 0;\nwhile (i < 2) {\n$\n" + step + ";\n}"
            : "for (int i = 0; i < 2; i++) {\n$\n}";
    return Code.statement(head, Code.block(code));
  }

  /** A change of the array of numbers. */
  private Code written() {
    return Code.statement(
        dice.among(
            "o[depth % 2] = 0.4 * w[0];",
            "o[0] += 0.3 * w[t[0] % w.length];",
            "o[1] = 0.5 * o[0] * w[0];",
            "double kept = o[0];\no[0] = o[1];\no[1] = kept;"));
  }

  /** A change of the table, whose elements stay small and not negative. */
  private Code change() {
    return Code.statement(
        dice.among(
            "t[0] = (t[0] + 1) % 3;",
            "t[1] = (t[1] + t[0] + 2) % 4;",
            "t[t[2] % 3] = t[0];",
            "t[2] = depth % 3 + t[2] / 2;"));
  }
}
