package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes the checks of the caller's arguments. */
final class RequirementWriter {

  private final ExpressionWriter expressions;
  private final TypeNames types;
  private final Support support;

  RequirementWriter(ExpressionWriter expressions, TypeNames types, Support support) {
    this.expressions = expressions;
    this.types = types;
    this.support = support;
  }

  /** The statements that check {@code requirement}. */
  CodeBlock text(Requirement requirement) {
    if (requirement instanceof Requirement.SameShape shape) {
      String method = support.requireSameShape((Type.Array) shape.actual().type());
      return call(
          method, shape.actual(), shape.actualName(), shape.expected(), shape.expectedName());
    }
    if (requirement instanceof Requirement.Distinct distinct) {
      String method = support.requireDistinct();
      return call(
          method, distinct.first(), distinct.firstName(), distinct.second(), distinct.secondName());
    }
    if (requirement instanceof Requirement.DistinctRows rows) {
      List<CodeBlock> arguments =
          List.of(expressions.argument(rows.array()), CodeBlock.of("$S", rows.name()));
      CodeBlock list = Marks.listed("(", arguments, ")");
      return CodeBlock.of(
          "$T.requireDistinct$L;\n", types.named("dev.tapeless.runtime.Rows"), list);
    }
    if (requirement instanceof Requirement.NotNull notNull) {
      List<CodeBlock> arguments = new ArrayList<>();
      arguments.add(expressions.argument(notNull.object()));
      notNull.name().ifPresent(name -> arguments.add(CodeBlock.of("$S", name)));
      CodeBlock list = Marks.listed("(", arguments, ")");
      return CodeBlock.of("$T.requireNonNull$L;\n", Objects.class, list);
    }
    if (requirement instanceof Requirement.OfClass ofClass) {
      return ofClass(ofClass);
    }
    if (requirement instanceof Requirement.OfLength ofLength) {
      return ofLength(ofLength);
    }
    if (requirement instanceof Requirement.Kept kept) {
      return kept(kept);
    }
    Requirement.NonZero nonZero = (Requirement.NonZero) requirement;
    Expr zero = Exprs.real(0, nonZero.value().type());
    CodeBlock isZero = expressions.loose(Exprs.binary(BinaryOp.EQ, nonZero.value(), zero)).text();
    CodeBlock message = Marks.listed("(", List.of(CodeBlock.of("$S", nonZero.message())), ")");
    return CodeBlock.of(
        "if ($L) {\n$>throw new $T$L;\n$<}\n", isZero, IllegalArgumentException.class, message);
  }

  private CodeBlock ofClass(Requirement.OfClass requirement) {
    CodeBlock object = expressions.loose(requirement.object()).atLeast(Code.PRIMARY);
    CodeBlock message =
        CodeBlock.of(
            "$S +$L$L.getClass().getName()",
            requirement.method() + " may be another method in ",
            Marks.SPACE,
            object);
    CodeBlock arguments = Marks.listed("(", List.of(message), ")");
    return CodeBlock.of(
        "if ($L.getClass() != $T.class) {\n$>throw new $T$L;\n$<}\n",
        object,
        types.named(requirement.type()),
        IllegalArgumentException.class,
        arguments);
  }

  private CodeBlock ofLength(Requirement.OfLength requirement) {
    CodeBlock length =
        CodeBlock.of("$L.length", expressions.loose(requirement.array()).atLeast(Code.PRIMARY));
    CodeBlock message =
        CodeBlock.of(
            "$S +$L$L +$L$S",
            requirement.words() + " has length ",
            Marks.SPACE,
            length,
            Marks.SPACE,
            " instead of " + requirement.length());
    return CodeBlock.of(
        "if ($L != $L) {\n$>throw new $T$L;\n$<}\n",
        length,
        requirement.length(),
        IllegalArgumentException.class,
        Marks.listed("(", List.of(message), ")"));
  }

  private CodeBlock kept(Requirement.Kept requirement) {
    CodeBlock accessor =
        CodeBlock.of(
            "$L.$L()",
            expressions.loose(requirement.object()).atLeast(Code.PRIMARY),
            String.join("().", requirement.path()));
    return CodeBlock.of(
        "$T.require$L;\n",
        types.named("dev.tapeless.runtime.Kept"),
        Marks.listed(
            "(",
            List.of(
                accessor,
                expressions.argument(requirement.given()),
                CodeBlock.of("$S", requirement.words())),
            ")"));
  }

  private CodeBlock call(
      String method, Expr first, String firstName, Expr second, String secondName) {
    List<CodeBlock> arguments =
        List.of(
            expressions.argument(first),
            CodeBlock.of("$S", firstName),
            expressions.argument(second),
            CodeBlock.of("$S", secondName));
    return CodeBlock.of("$L$L;\n", method, Marks.listed("(", arguments, ")"));
  }
}
