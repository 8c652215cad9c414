package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Java text of the user's, an expression or statements, that is copied into generated code as it
 * stands: no derivative passes through it. It has holes for what generated code names otherwise.
 *
 * @param operands the values that go into the holes, evaluated where they stand in the text
 * @param words what messages call it
 * @param declaration of a derivative of what it calls, for the user to complete; empty if there can
 *     be none
 */
public record Snippet(List<Piece> pieces, List<Expr> operands, String words, String declaration) {

  public Snippet {
    pieces = List.copyOf(pieces);
    operands = List.copyOf(operands);
  }

  /** A text of which nobody can write a derivative. */
  public Snippet(List<Piece> pieces, List<Expr> operands, String words) {
    this(pieces, operands, words, "");
  }

  /** A part of the text. */
  public sealed interface Piece {}

  /** Text that stays as it is. */
  public record Text(String text) implements Piece {}

  /** The name of a class; type arguments are text. */
  public record TypeName(Type type) implements Piece {}

  /**
   * A hole for a value.
   *
   * @param index of the operand
   * @param isCaptured whether it stands in a lambda expression or a class body, where Java wants a
   *     variable that does not change
   */
  public record Operand(int index, boolean isCaptured) implements Piece {}

  /** A variable of the method that the text assigns. */
  public record Target(Var variable) implements Piece {}

  /** The name of a variable that the text itself declares. */
  public record Local(Var variable) implements Piece {}

  /** Whether the text is a statement or several; otherwise it is an expression. */
  public boolean isStatement() {
    Piece last = pieces.get(pieces.size() - 1);
    return last instanceof Text text && text.text().strip().matches("(?s).*[;}]");
  }

  /** The variables of the method that the text assigns, in order. */
  public Set<Var> assigned() {
    Set<Var> found = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      if (piece instanceof Target target) {
        found.add(target.variable());
      }
    }
    return found;
  }

  /** The variables that the text itself declares, in order. */
  public Set<Var> locals() {
    Set<Var> found = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      if (piece instanceof Local local) {
        found.add(local.variable());
      }
    }
    return found;
  }

  /** The same text with other operands. */
  public Snippet map(UnaryOperator<Expr> mapper) {
    return new Snippet(pieces, operands.stream().map(mapper).toList(), words, declaration);
  }

  /** The same text with other variables for those that it assigns. */
  public Snippet renamed(UnaryOperator<Var> names) {
    List<Piece> renamed = new ArrayList<>();
    for (Piece piece : pieces) {
      renamed.add(piece instanceof Target t ? new Target(names.apply(t.variable())) : piece);
    }
    return new Snippet(renamed, operands, words, declaration);
  }
}
