package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.frontend.SwitchGroups.Group;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells at which group a switch is entered. An {@code int} is compared with the labels; of strings
 * and enum constants Java's own switch makes the number of the group.
 *
 * @param before what runs first
 * @param entry the number of the group, where there is one
 * @param conditions for each group the condition under which the switch is entered there
 */
record Selector(List<Stmt> before, Expr entry, Map<Group, Expr> conditions) {

  /** The condition under which the switch is entered at {@code group}. */
  Expr is(Group group) {
    return conditions.get(group);
  }

  /**
   * Reads the selector of a switch.
   *
   * @param numbered whether the number of the group is wanted
   * @param isExhaustive whether Java knows that there is a group for every value
   */
  static Selector read(
      TreePath path,
      ExpressionTree tree,
      SwitchGroups groups,
      boolean numbered,
      boolean isExhaustive,
      Reading reading,
      ExpressionReader expressions) {
    Lowered value = expressions.number(path, tree);
    Type type = value.value().type();
    boolean isNumber =
        type instanceof Type.Primitive && Conversions.promoted(type) == Type.Primitive.INT;
    if (!isNumber) {
      return entered(reading.kept(value, "selector"), groups, isExhaustive, reading);
    }
    Lowered number = reading.kept(value.map(Selector::promoted), "selector");
    Selector compared = compared(number, groups, expressions);
    return numbered ? compared.numbered(groups, reading) : compared;
  }

  /** The number of the group as a variable. */
  private Selector numbered(SwitchGroups groups, Reading reading) {
    int others = groups.all().size();
    for (Group group : groups.all()) {
      others = group.isDefault() ? group.number() : others;
    }
    Expr number = Exprs.num(others);
    for (Group group : groups.all()) {
      if (conditions.containsKey(group) && group.number() != others) {
        number = new Expr.Conditional(is(group), Exprs.num(group.number()), number);
      }
    }
    Var entry = reading.vars().make("entry", Type.Primitive.INT);
    List<Stmt> all = new ArrayList<>(before);
    all.add(new Stmt.Declare(entry, Optional.of(number), reading.origin()));
    return new Selector(all, entry.read(), conditions);
  }

  private static Expr promoted(Expr e) {
    return Conversions.convert(e, Type.Primitive.INT);
  }

  private static Selector compared(
      Lowered selector, SwitchGroups groups, ExpressionReader expressions) {
    Map<Group, Expr> conditions = new HashMap<>();
    List<Stmt> before = new ArrayList<>(selector.before());
    for (Group group : groups.all()) {
      group.labels().stream()
          .map(label -> label(label, before, expressions))
          .map(constant -> Exprs.binary(BinaryOp.EQ, selector.value(), constant))
          .reduce((a, b) -> new Expr.Binary(BinaryOp.COND_OR, a, b, Type.Primitive.BOOLEAN))
          .ifPresent(condition -> conditions.put(group, condition));
    }
    return new Selector(before, selector.value(), conditions);
  }

  private static Expr label(TreePath label, List<Stmt> before, ExpressionReader expressions) {
    Lowered constant = expressions.read(label).map(Selector::promoted);
    before.addAll(constant.before());
    return constant.value();
  }

  private static Selector entered(
      Lowered selector, SwitchGroups groups, boolean isExhaustive, Reading reading) {
    List<Snippet.Piece> pieces = new ArrayList<>();
    List<Expr> operands = new ArrayList<>(List.of(selector.value()));
    pieces.add(new Snippet.Text("switch ("));
    pieces.add(new Snippet.Operand(0, false));
    pieces.add(new Snippet.Text(") {"));
    int others = groups.all().size();
    for (Group group : groups.all()) {
      if (group.isDefault()) {
        others = group.number();
      }
      for (TreePath label : group.labels()) {
        pieces.add(new Snippet.Text(" case "));
        pieces.addAll(CopiedLabel.of(label, operands, reading));
        pieces.add(new Snippet.Text(" -> " + group.number() + ";"));
      }
    }
    boolean needsDefault = !isExhaustive || groups.hasDefault();
    pieces.add(new Snippet.Text(needsDefault ? " default -> " + others + "; }" : " }"));
    Var entry = reading.vars().make("entry", Type.Primitive.INT);
    Snippet code = new Snippet(pieces, operands, "switch");
    List<Stmt> before = new ArrayList<>(selector.before());
    before.add(new Stmt.Opaque(Optional.of(entry), code, Stmt.Effect.NONE, true, reading.origin()));
    Map<Group, Expr> conditions = new HashMap<>();
    groups
        .all()
        .forEach(
            g -> conditions.put(g, Exprs.binary(BinaryOp.EQ, entry.read(), Exprs.num(g.number()))));
    return new Selector(before, entry.read(), conditions);
  }
}
