package dev.tapeless.processor.ir;

import java.util.List;
import java.util.stream.Collectors;

/** Writes statements as Java does, one to a line. */
record StmtText(VariableNames names, ExprText exprs, String margin)
    implements Stmt.Visitor<String> {

  /** The statements, each line ended by a line feed and preceded by {@code margin}. */
  static String of(List<Stmt> statements, VariableNames names, String margin) {
    StmtText writer = new StmtText(names, new ExprText(names), margin);
    return statements.stream().map(s -> s.accept(writer)).collect(Collectors.joining());
  }

  private String line(String line) {
    return margin + line + "\n";
  }

  private String inner(List<Stmt> statements) {
    return of(statements, names, margin + "  ");
  }

  private String declared(Var variable) {
    return TypeText.of(variable.type()) + " " + names.of(variable);
  }

  @Override
  public String declare(Stmt.Declare s) {
    return line(declared(s.variable()) + s.value().map(v -> " = " + exprs.of(v)).orElse("") + ";");
  }

  @Override
  public String assign(Stmt.Assign s) {
    return line(exprs.of(s.target()) + " = " + exprs.of(s.value()) + ";");
  }

  @Override
  public String call(Stmt.Call s) {
    String owner = s.callee().isOwn() ? "" : TypeText.simpleName(s.callee().owner()) + ".";
    String results =
        s.results().isEmpty()
            ? ""
            : s.results().stream().map(this::declared).collect(Collectors.joining(", ")) + " = ";
    return line(results + owner + s.callee().name() + "(" + exprs.list(s.arguments()) + ");");
  }

  @Override
  public String branch(Stmt.If s) {
    String otherwise = s.otherwise().isEmpty() ? "" : line("} else {") + inner(s.otherwise());
    return line("if (" + exprs.of(s.condition()) + ") {") + inner(s.then()) + otherwise + line("}");
  }

  @Override
  public String countedFor(Stmt.CountedFor s) {
    String counter = names.of(s.counter());
    String init = declared(s.counter()) + " = " + exprs.of(s.from());
    String test = exprs.of(Exprs.binary(s.compare(), s.counter().read(), s.bound()));
    String head = "for (" + init + "; " + test + "; " + counter + step(s.step()) + ") {";
    return line(head) + inner(s.body()) + line("}");
  }

  private static String step(int step) {
    if (Math.abs(step) == 1) {
      return step > 0 ? "++" : "--";
    }
    return step > 0 ? " += " + step : " -= " + -(long) step;
  }

  @Override
  public String loop(Stmt.Loop s) {
    String condition = exprs.of(s.condition());
    if (s.head().isEmpty()) {
      return line("while (" + condition + ") {") + inner(s.tail()) + line("}");
    }
    if (s.tail().isEmpty()) {
      return line("do {") + inner(s.head()) + line("} while (" + condition + ");");
    }
    String exit = line("  if (!(" + condition + ")) break;");
    return line("while (true) {") + inner(s.head()) + exit + inner(s.tail()) + line("}");
  }

  @Override
  public String block(Stmt.Block s) {
    return line("{") + inner(s.statements()) + line("}");
  }

  @Override
  public String push(Stmt.Push s) {
    return line(names.of(s.stack()) + ".push(" + exprs.of(s.value()) + ");");
  }

  @Override
  public String clear(Stmt.Clear s) {
    return line("clear(" + exprs.of(s.array()) + ");");
  }

  @Override
  public String opaque(Stmt.Opaque s) {
    String result = s.result().map(r -> declared(r) + " = ").orElse("");
    return line(result + "`" + text(s.code()) + "`;");
  }

  @Override
  public String raise(Stmt.Throw s) {
    return line("throw `" + text(s.exception()) + "`;");
  }

  private String text(Snippet snippet) {
    StringBuilder text = new StringBuilder();
    for (Snippet.Piece piece : snippet.pieces()) {
      if (piece instanceof Snippet.Text t) {
        text.append(t.text());
      } else if (piece instanceof Snippet.TypeName t) {
        text.append(TypeText.of(t.type()));
      } else if (piece instanceof Snippet.Operand o) {
        text.append(exprs.of(snippet.operands().get(o.index())));
      } else if (piece instanceof Snippet.Target t) {
        text.append(names.of(t.variable()));
      } else if (piece instanceof Snippet.Local l) {
        text.append(l.variable().name());
      }
    }
    return text.toString();
  }

  @Override
  public String require(Stmt.Require s) {
    String check = s.requirement().getClass().getSimpleName();
    return line("require " + check + "(" + exprs.list(s.requirement().operands()) + ");");
  }

  @Override
  public String comment(Stmt.Comment s) {
    return line("// " + s.text());
  }
}
