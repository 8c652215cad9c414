package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.frontend.LoweredSource;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.simplify.Canonical;
import dev.tapeless.processor.simplify.Inline;
import dev.tapeless.processor.simplify.NameSubexpressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A function read from Java source, at one of the stages before its transforms, as input for tests
 * of facts and rewritings.
 */
public record Primal(Function function, Program program) {

  /** The method {@code f} among {@code members}, with all that it calls. */
  public static Primal of(String members) {
    LoweredSource source = LoweredSource.of(members.replace("@Constant", "@dev.tapeless.Constant"));
    return new Primal(source.function(), new Program(source.functions(), Map.of()));
  }

  /** The same function after calls have been inlined. */
  public Primal inlined() {
    return new Primal(Inline.of(function, program), program);
  }

  /** The same function in canonical form. */
  public Primal canonical() {
    return new Primal(
        Canonical.of(function, Effects.writtenParameters(function, program)), program);
  }

  /** The same function as the transforms get it. */
  public Primal prepared() {
    Function canonical = inlined().canonical().function();
    Memory memory = Memory.of(canonical);
    Activity activity = Activity.of(canonical, memory, program, Activity.Scope.METHOD);
    NamingFacts facts = NamingFacts.of(canonical, activity, memory);
    return new Primal(NameSubexpressions.of(canonical, facts), program);
  }

  /** Its statements. */
  public List<Stmt> body() {
    return function.body();
  }

  /** Its result as a list, which is empty for {@code void}. */
  public List<Expr> results() {
    return function.result().map(List::of).orElse(List.of());
  }

  /** The variable of that name; the one declared last, where there are several. */
  public Var variable(String name) {
    return function.variables().stream()
        .filter(v -> v.name().equals(name))
        .reduce((a, b) -> b)
        .orElseThrow(() -> new AssertionError("no " + name + " in\n" + text()));
  }

  /** The statement, at any depth, that is printed on one line as {@code text}, or whose head is. */
  public Stmt statement(String text) {
    List<Stmt> found = new ArrayList<>();
    Variables.forEachStatement(body(), found::add);
    return found.stream()
        .filter(s -> firstLine(s).equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + text + " in\n" + text()));
  }

  /** The first line of the text of {@code statement}. */
  public static String firstLine(Stmt statement) {
    return Printer.print(List.of(statement)).lines().findFirst().orElse("");
  }

  /** The whole function as text. */
  public String text() {
    return Printer.print(function);
  }
}
