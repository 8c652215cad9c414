package dev.tapeless.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.NonNull;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes statements, one line for each; {@link Layout} breaks the long ones. */
final class StatementWriter implements Stmt.Visitor<Void> {

  private final CodeBlock.Builder out = CodeBlock.builder();
  private final Names names;
  private final TypeNames types;
  private final ExpressionWriter expressions;
  private final AssignmentWriter assignments;
  private final RequirementWriter requirements;
  private final Inlining inlining;
  private final Support support;
  private final NonNull nonNull;
  private final SnippetWriter snippets;

  StatementWriter(
      Names names,
      TypeNames types,
      ExpressionWriter expressions,
      Inlining inlining,
      Support support,
      NonNull nonNull,
      Set<Var> changing) {
    this.names = names;
    this.types = types;
    this.expressions = expressions;
    this.assignments = new AssignmentWriter(expressions);
    this.requirements = new RequirementWriter(expressions, types, support);
    this.inlining = inlining;
    this.support = support;
    this.nonNull = nonNull;
    this.snippets = new SnippetWriter(names, types, expressions, changing);
  }

  /** The body of a method: {@code statements}, and then {@code result} when there is one. */
  CodeBlock body(List<Stmt> statements, Optional<Expr> result) {
    list(Scopes.opened(statements), result.map(List::of).orElse(List.of()));
    result.ifPresent(e -> out.add("return $L;\n", expressions.assigned(e)));
    return out.build();
  }

  /** Statements with a scope of their own. */
  private void block(List<Stmt> statements) {
    names.enter();
    list(Scopes.opened(statements), List.of());
    names.leave();
  }

  private void list(List<Stmt> statements, List<Expr> after) {
    for (int i = 0; i < statements.size(); i++) {
      Stmt statement = statements.get(i);
      boolean isLast = i + 1 == statements.size();
      if (statement instanceof Stmt.Call call
          && inlining.allows(call, isLast ? after : Inlining.firstIn(statements.get(i + 1)))) {
        expressions.inline(call.result().orElseThrow(), callText(call));
      } else if (statement instanceof Stmt.Comment comment) {
        boolean continues = i == 0 || statements.get(i - 1) instanceof Stmt.Comment;
        out.add(continues ? "" : "\n");
        comment(comment);
      } else {
        statement.accept(this);
      }
    }
  }

  @Override
  public Void declare(Stmt.Declare s) {
    // The value first: it does not see the variable.
    Optional<CodeBlock> value =
        s.value()
            .map(
                e ->
                    e instanceof Expr.ArrayLiteral a
                        ? expressions.initializer(a)
                        : expressions.assigned(e));
    Object type = types.of(s.variable().type());
    String name = names.declare(s.variable());
    if (value.isPresent()) {
      out.add(
          "$T $L =$L;\n", type, name, Marks.group(CodeBlock.of("$L$L", Marks.SPACE, value.get())));
    } else {
      out.add("$T $L;\n", type, name);
    }
    return null;
  }

  @Override
  public Void assign(Stmt.Assign s) {
    out.add("$L;\n", assignments.text(s));
    return null;
  }

  @Override
  public Void call(Stmt.Call s) {
    CodeBlock text = callText(s);
    if (s.result().isPresent()) {
      Var result = s.result().get();
      CodeBlock value = Marks.group(CodeBlock.of("$L$L", Marks.SPACE, text));
      out.add("$T $L =$L;\n", types.of(result.type()), names.declare(result), value);
    } else {
      out.add("$L;\n", text);
    }
    return null;
  }

  private CodeBlock callText(Stmt.Call s) {
    boolean isOnObject = s.callee().isOnObject();
    List<Expr> arguments = s.arguments().subList(isOnObject ? 1 : 0, s.arguments().size());
    CodeBlock list = Marks.listed("(", arguments.stream().map(expressions::argument).toList(), ")");
    if (isOnObject) {
      CodeBlock object = expressions.loose(s.arguments().get(0)).atLeast(Code.PRIMARY);
      return CodeBlock.of("$L.$L$L", object, s.callee().name(), list);
    }
    return s.callee().isOwn()
        ? CodeBlock.of("$L$L", s.callee().name(), list)
        : CodeBlock.of("$T.$L$L", types.named(s.callee().owner()), s.callee().name(), list);
  }

  @Override
  public Void branch(Stmt.If s) {
    branch(s, "if");
    return null;
  }

  private void branch(Stmt.If s, String keyword) {
    boolean isInverted = s.then().isEmpty() && !s.otherwise().isEmpty();
    CodeBlock condition =
        isInverted ? expressions.negated(s.condition()) : expressions.loose(s.condition()).text();
    out.add("$L ($L) {\n", keyword, condition).indent();
    block(isInverted ? s.otherwise() : s.then());
    out.unindent();
    if (isInverted || s.otherwise().isEmpty()) {
      out.add("}\n");
    } else if (s.otherwise().size() == 1 && s.otherwise().get(0) instanceof Stmt.If next) {
      branch(next, "} else if");
    } else {
      out.add("} else {\n").indent();
      block(s.otherwise());
      out.unindent().add("}\n");
    }
  }

  @Override
  public Void countedFor(Stmt.CountedFor s) {
    Optional<ForEach> each = ForEach.of(s);
    names.enter();
    if (each.isPresent()) {
      Var element = each.get().element();
      CodeBlock array = expressions.loose(each.get().array()).text();
      out.add("for ($T $L : $L) {\n", types.of(element.type()), names.declare(element), array);
    } else {
      CodeBlock from = expressions.assigned(s.from());
      String counter = names.declare(s.counter());
      Expr test =
          new Expr.Binary(s.compare(), s.counter().read(), s.bound(), Type.Primitive.BOOLEAN);
      forHead(
          CodeBlock.of("int $L = $L", counter, from),
          test,
          CodeBlock.of("$L", step(counter, s.step())));
    }
    out.indent();
    block(each.map(ForEach::body).orElse(s.body()));
    out.unindent().add("}\n");
    names.leave();
    return null;
  }

  private void forHead(CodeBlock init, Expr condition, CodeBlock update) {
    CodeBlock parts =
        CodeBlock.of(
            "$L;$L$L;$L$L",
            init,
            Marks.SPACE,
            expressions.loose(condition).text(),
            Marks.SPACE,
            update);
    out.add("for ($L) {\n", Marks.group(parts));
  }

  private static String step(String counter, int step) {
    if (step == 1 || step == -1) {
      return counter + (step > 0 ? "++" : "--");
    }
    return step == Integer.MIN_VALUE || step > 0
        ? counter + " += " + step
        : counter + " -= " + -step;
  }

  @Override
  public Void loop(Stmt.Loop s) {
    boolean headIsSeen =
        Variables.readBy(s.condition()).stream().anyMatch(Variables.declaredIn(s.head())::contains);
    if (s.head().isEmpty()) {
      out.add("while ($L) {\n", expressions.loose(s.condition()).text()).indent();
      block(s.tail());
      out.unindent().add("}\n");
    } else if (s.tail().isEmpty() && !headIsSeen) {
      out.add("do {\n").indent();
      block(s.head());
      out.unindent().add("} while ($L);\n", expressions.loose(s.condition()).text());
    } else {
      out.add("while (true) {\n").indent();
      names.enter();
      list(Scopes.opened(s.head()), List.of());
      out.add("if ($L) {\n$>break;\n$<}\n", expressions.negated(s.condition()));
      list(Scopes.opened(s.tail()), List.of());
      names.leave();
      out.unindent().add("}\n");
    }
    return null;
  }

  @Override
  public Void block(Stmt.Block s) {
    Optional<GeneralFor> general = GeneralFor.of(s);
    if (general.isEmpty()) {
      out.add("{\n").indent();
      block(s.statements());
      out.unindent().add("}\n");
      return null;
    }
    GeneralFor loop = general.get();
    names.enter();
    CodeBlock from = expressions.assigned(loop.init().value().orElseThrow());
    Var counter = loop.init().variable();
    CodeBlock init =
        CodeBlock.of("$T $L = $L", types.of(counter.type()), names.declare(counter), from);
    forHead(init, loop.condition(), assignments.text(loop.update()));
    out.indent();
    block(loop.body());
    out.unindent().add("}\n");
    names.leave();
    return null;
  }

  @Override
  public Void push(Stmt.Push s) {
    CodeBlock value = Marks.listed("(", List.of(expressions.assigned(s.value())), ")");
    out.add("$L.push$L;\n", names.of(s.stack()), value);
    return null;
  }

  @Override
  public Void clear(Stmt.Clear s) {
    CodeBlock array = expressions.loose(s.array()).text();
    if (s.array().type().rank() == 1 && nonNull.isSure(s.array())) {
      out.add("$T.fill($L, 0);\n", Arrays.class, array);
    } else {
      out.add("$L($L);\n", support.clear((Type.Array) s.array().type()), array);
    }
    return null;
  }

  @Override
  public Void opaque(Stmt.Opaque s) {
    CodeBlock text = snippets.text(s.code(), out);
    if (s.result().isPresent()) {
      Var result = s.result().get();
      CodeBlock value = Marks.group(CodeBlock.of("$L$L", Marks.SPACE, text));
      out.add("$T $L =$L;\n", types.of(result.type()), names.declare(result), value);
    } else {
      out.add(s.code().isStatement() ? "$L\n" : "$L;\n", text);
    }
    return null;
  }

  @Override
  public Void raise(Stmt.Throw s) {
    out.add("throw $L;\n", snippets.text(s.exception(), out));
    return null;
  }

  @Override
  public Void require(Stmt.Require s) {
    out.add("$L", requirements.text(s.requirement()));
    return null;
  }

  @Override
  public Void comment(Stmt.Comment s) {
    // What looks like a Unicode escape would be read as one, even in a comment.
    out.add("// $L\n", s.text().replace("\\u", "\\\\u"));
    return null;
  }
}
