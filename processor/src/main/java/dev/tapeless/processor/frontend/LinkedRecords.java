package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * Records whose constructors have no source. One is made like the others, of its components. An
 * object is made as well, so that the constructor can refuse its arguments, and is asked whether it
 * has kept them.
 */
final class LinkedRecords {

  private LinkedRecords() {}

  /** Whether {@code constructor} may be the one that takes the components of {@code type}. */
  static boolean isCanonical(ExecutableElement constructor, Type.RecordOf type) {
    return Callees.of(constructor)
        .parameters()
        .equals(type.components().stream().map(Type.Component::type).toList());
  }

  /** The record {@code made}, a value that is a variable's. */
  static Lowered create(Lowered made, Type.RecordOf type, Reading reading) {
    List<Stmt> before = new ArrayList<>(made.before());
    List<Expr> operands = new ArrayList<>();
    List<Snippet.Piece> pieces =
        RecordText.of(
            made.value(),
            e -> {
              operands.add(unshared(e, before, reading));
              return new Snippet.Operand(operands.size() - 1, false);
            });
    Var object = reading.vars().make(TemporaryNames.ofClass(type.name()), type.object());
    Snippet code = new Snippet(pieces, operands, "a record of a library");
    // No derivative passes through an object that is only looked at.
    before.add(
        new Stmt.Opaque(Optional.of(object), code, Stmt.Effect.NONE, true, reading.origin()));
    Iterator<Expr> leaves = Leaf.reads(made.value()).iterator();
    String name = type.name().substring(type.name().lastIndexOf('.') + 1);
    for (Leaf leaf : Leaf.of(type)) {
      String words = name + "." + String.join("().", leaf.path()) + "()";
      Requirement kept = new Requirement.Kept(object.read(), leaf.path(), leaves.next(), words);
      before.add(new Stmt.Require(kept, reading.origin()));
    }
    return new Lowered(before, made.value());
  }

  /** A copy of an array: a constructor that writes into what it gets is found out. */
  private static Expr unshared(Expr leaf, List<Stmt> before, Reading reading) {
    if (!leaf.type().isPrimitiveArray()) {
      return leaf;
    }
    Var copy = reading.vars().make("copy", leaf.type());
    before.add(new Stmt.Declare(copy, Optional.of(new Expr.DeepCopy(leaf)), reading.origin()));
    return copy.read();
  }
}
