package dev.tapeless.processor;

import dev.tapeless.processor.analysis.Activity;
import dev.tapeless.processor.analysis.Memory;
import dev.tapeless.processor.frontend.SignatureReader;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.rules.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/** Finds what is right in a method, but may not be what its author had in mind. */
final class Warnings {

  private final Function function;
  private final Program program;
  private final Memory memory;
  private final Activity activity;
  private final Set<Warning> found = new LinkedHashSet<>();
  private boolean inLoopCondition;

  private Warnings(Function function, Program program) {
    this.function = function;
    this.program = program;
    this.memory = Memory.of(function, program);
    this.activity = Activity.of(function, memory, program, Activity.Scope.METHOD);
  }

  /**
   * Something worth a warning.
   *
   * @param parameter the index of the parameter that it is about; empty for a place in the body
   */
  record Warning(Problem problem, Origin origin, Optional<Integer> parameter) {}

  /**
   * The warnings about {@code function}.
   *
   * @param written the parameters whose arrays it writes
   * @param outputs the indexes of those that are its results
   * @param signature of the method, whose parameters may be records of several of the function's
   */
  static List<Warning> of(
      Function function,
      Program program,
      Set<Var> written,
      List<Integer> outputs,
      MethodSignature signature) {
    Warnings warnings = new Warnings(function, program);
    for (int i = 0; i < function.parameters().size(); i++) {
      // An array that is there for the result is meant to be written, and may be overwritten.
      if (!outputs.contains(i)) {
        warnings.parameter(i, written);
      }
    }
    Variables.forEachStatement(
        function.body(),
        s -> {
          // A loop that runs until nothing changes any longer is differentiated as it ran.
          warnings.inLoopCondition = s instanceof Stmt.Loop;
          Children.expressions(s).forEach(e -> warnings.places(e, s.origin()));
        });
    warnings.inLoopCondition = false;
    function.result().ifPresent(e -> warnings.places(e, function.origin()));
    return warnings.found.stream().map(w -> ofParameter(w, signature)).distinct().toList();
  }

  /** The warnings about parameters of {@code method} that are marked as constant. */
  static List<Warning> ofConstants(ExecutableElement method) {
    int receivers = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
    List<Warning> warnings = new ArrayList<>();
    for (int i : SignatureReader.needlessConstants(method)) {
      VariableElement parameter = method.getParameters().get(i);
      Problem problem =
          new Problem.NeedlessConstant(
              parameter.getSimpleName().toString(), SignatureReader.describe(parameter.asType()));
      warnings.add(new Warning(problem, Origin.NONE, Optional.of(i + receivers)));
    }
    return warnings;
  }

  private static Warning ofParameter(Warning w, MethodSignature signature) {
    return new Warning(w.problem(), w.origin(), w.parameter().map(signature::parameterOf));
  }

  private void parameter(int index, Set<Var> written) {
    Parameter parameter = function.parameters().get(index);
    Var v = parameter.variable();
    if (written.contains(v)) {
      about(index, new Problem.ModifiesArgument(v.name()));
    }
    if (parameter.active() && !activity.isActive(v)) {
      about(
          index,
          entersStep(index)
              ? new Problem.OnlyThroughSteps(v.name())
              : new Problem.NoDependence(v.name()));
    }
  }

  private void about(int parameter, Problem problem) {
    found.add(new Warning(problem, Origin.NONE, Optional.of(parameter)));
  }

  /** Whether a value that depends on the parameter goes into a step or a condition. */
  private boolean entersStep(int index) {
    List<Parameter> only = new ArrayList<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      only.add(new Parameter(function.parameters().get(i).variable(), i == index));
    }
    Function alone =
        new Function(
            function.callee(),
            function.callable(),
            only,
            function.body(),
            function.result(),
            function.origin());
    Activity own = Activity.of(alone, memory, program, Activity.Scope.METHOD);
    boolean[] enters = {false};
    List<Expr> all = new ArrayList<>();
    Variables.forEachStatement(function.body(), s -> all.addAll(Children.expressions(s)));
    function.result().ifPresent(all::add);
    for (Expr e : all) {
      Variables.forEachNode(
          e, x -> enters[0] |= isStep(x) && Children.of(x).stream().anyMatch(own::isVaried));
    }
    return enters[0];
  }

  /** Whether the value of {@code e} changes in jumps only. */
  private static boolean isStep(Expr e) {
    return !e.type().isReal() && Children.of(e).stream().anyMatch(x -> x.type().isReal())
        || e instanceof Expr.LibraryCall call && Rules.isStep(call);
  }

  private void places(Expr root, Origin statement) {
    Variables.forEachNode(
        root,
        e -> {
          if (Children.of(e).stream().anyMatch(activity::isVaried)) {
            step(e, statement);
            remedy(e, statement);
          }
        });
  }

  private void step(Expr e, Origin statement) {
    if (e instanceof Expr.LibraryCall call && (isStep(call) || isRounding(call))) {
      at(call.origin(), new Problem.LostInStep(simple(call)));
    } else if (e instanceof Expr.Cast cast && isStep(cast)) {
      String type = ((Type.Primitive) cast.type()).keyword();
      at(statement, new Problem.LostInStep("the cast to " + type));
    } else if (e instanceof Expr.Binary b
        && (b.op() == BinaryOp.EQ || b.op() == BinaryOp.NE)
        && b.left().type().isReal()
        && !inLoopCondition) {
      at(statement, new Problem.ExactComparison(b.op().symbol()));
    }
  }

  private static boolean isRounding(Expr.LibraryCall call) {
    return call.type() != Type.Primitive.BOOLEAN
        && !call.type().isReal()
        && call.method().equals("round");
  }

  private static String simple(Expr.LibraryCall call) {
    return call.owner().substring(call.owner().lastIndexOf('.') + 1) + "." + call.method();
  }

  /** Formulas that are inexact or have no derivative where a function of the library has both. */
  private void remedy(Expr e, Origin statement) {
    if (e instanceof Expr.LibraryCall sqrt
        && sqrt.method().equals("sqrt")
        && sqrt.arguments().get(0) instanceof Expr.Binary sum
        && sum.op() == BinaryOp.ADD
        && isSquare(sum.left())
        && isSquare(sum.right())) {
      at(sqrt.origin(), new Problem.KnownRemedy("the root of a sum of two squares", "Math.hypot"));
    } else if (e instanceof Expr.LibraryCall log
        && log.method().equals("log")
        && log.arguments().get(0) instanceof Expr.Binary sum
        && sum.op() == BinaryOp.ADD
        && (Exprs.isNumber(sum.left(), 1) || Exprs.isNumber(sum.right(), 1))) {
      at(log.origin(), new Problem.KnownRemedy("the logarithm of one plus a value", "Math.log1p"));
    } else if (e instanceof Expr.Binary difference
        && difference.op() == BinaryOp.SUB
        && difference.left() instanceof Expr.LibraryCall exp
        && exp.method().equals("exp")
        && Exprs.isNumber(difference.right(), 1)) {
      at(statement, new Problem.KnownRemedy("the exponential minus one", "Math.expm1"));
    }
  }

  private static boolean isSquare(Expr e) {
    return e instanceof Expr.Binary b && b.op() == BinaryOp.MUL && b.left().equals(b.right());
  }

  private void at(Origin origin, Problem problem) {
    found.add(new Warning(problem, origin, Optional.empty()));
  }
}
