package dev.tapeless.processor.adjoint;

import dev.tapeless.processor.Primal;
import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Effects;
import dev.tapeless.processor.analysis.FreshArrays;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.analysis.Recording;
import dev.tapeless.processor.analysis.RenewedArrays;
import dev.tapeless.processor.analysis.ReversedOnTheSpot;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Shadows;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Term;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.ir.Vars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What the reverse sweep of a function keeps, as lines of text: the facts of a {@link Recording}.
 */
public final class Recorded {

  private final List<String> lines = new ArrayList<>();

  private Recorded() {}

  /**
   * What is recorded for the method {@code f} among {@code members}, in the order of its
   * statements: {@code save s} where the value that {@code s} overwrites is saved, {@code invert
   * s}, and at the end of a block {@code keep v} or {@code recompute s} for its locals.
   */
  public static List<String> in(String members) {
    return in(members, false);
  }

  /** What is recorded when everything is saved. */
  public static List<String> inAllOf(String members) {
    return in(members, true);
  }

  private static List<String> in(String members, boolean saveAll) {
    Primal primal = Primal.of(members).prepared();
    Function function = primal.function();
    Program program = primal.program();
    Memory memory = Memory.of(function);
    Activity activity = Activity.of(function, memory, program, Activity.Scope.METHOD);
    Vars vars = Vars.after(function);
    Shadows shadows = new Shadows(vars, "Bar");
    ForwardSweep.Prepared forward =
        ForwardSweep.of(
            function.body(), activity, Effects.of(memory, program), shadows, vars, false);
    Function prepared = function.withBody(forward.statements());
    Effects effects = Effects.of(Memory.of(prepared), program);
    Set<Stmt> later = Collections.newSetFromMap(new IdentityHashMap<>());
    Recording recording;
    NeededValues needs;
    do {
      ReversedOnTheSpot loops =
          function.result().filter(r -> r.type().isReal()).isPresent()
              ? ReversedOnTheSpot.of(
                  prepared,
                  Term.number(1, function.result().get().type()),
                  activity,
                  effects,
                  c -> false,
                  later)
              : ReversedOnTheSpot.none(activity, effects);
      StatementAdjoints adjoints =
          StatementAdjoints.of(
              prepared.body(),
              activity,
              shadows,
              vars,
              loops,
              new CallAdjoint(program, activity, shadows, vars, "Sample", FiniteChecks.NONE),
              FiniteChecks.NONE);
      needs = new NeededValues(adjoints, loops, effects, forward);
      recording =
          Recording.of(
              prepared.body(),
              needs,
              needs.roles(
                  shadows,
                  prepared.body(),
                  FreshArrays.in(prepared, Memory.of(prepared)),
                  RenewedArrays.none()),
              effects,
              Set.of(),
              saveAll);
    } while (later.addAll(needs.reversedLater(prepared.body(), recording)));
    Recorded recorded = new Recorded();
    recorded.statements(prepared.body(), recording);
    return recorded.lines;
  }

  private void statements(List<Stmt> statements, Recording recording) {
    for (Stmt s : statements) {
      if (recording.isSaved(s)) {
        lines.add("save " + Primal.firstLine(s));
      }
      if (recording.isInverted(s)) {
        lines.add("invert " + Primal.firstLine(s));
      }
      for (List<Stmt> block : Children.blocks(s)) {
        statements(block, recording);
        Recording.Recovery recovery = recording.recovery(block);
        recovery.saved().forEach(v -> lines.add("keep " + v.name()));
        recovery.recomputed().forEach(d -> lines.add("recompute " + Primal.firstLine(d)));
      }
    }
  }

  /** The heads of the loops of {@code f} among {@code members} that are reversed on the spot. */
  public static List<String> fused(String members) {
    Primal primal = Primal.of(members).prepared();
    Function function = primal.function();
    Memory memory = Memory.of(function);
    Activity activity = Activity.of(function, memory, primal.program(), Activity.Scope.METHOD);
    ReversedOnTheSpot loops =
        ReversedOnTheSpot.of(
            function,
            Term.number(1, function.result().orElseThrow().type()),
            activity,
            Effects.of(memory, primal.program()),
            c -> false,
            Set.of());
    List<String> heads = new ArrayList<>();
    Variables.forEachStatement(
        function.body(),
        s -> {
          if (loops.isFused(s)) {
            heads.add(Primal.firstLine(s).replace(" {", "") + known(loops, s));
          }
        });
    return heads;
  }

  private static String known(ReversedOnTheSpot loops, Stmt s) {
    StringBuilder text = new StringBuilder();
    loops.adjoints(s).entrySet().stream()
        .sorted((a, b) -> a.getKey().id() - b.getKey().id())
        .forEach(
            e ->
                text.append(", ")
                    .append(e.getKey().name())
                    .append("Bar == ")
                    .append(Printer.print(e.getValue())));
    return text.toString();
  }
}
