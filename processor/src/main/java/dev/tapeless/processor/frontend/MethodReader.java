package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LookAlikes;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads one method from typed trees. */
final class MethodReader {

  private final Trees trees;
  private final Specialisation specialisation;
  private final ExecutableElement method;
  private final TreePath path;
  private final Reading reading;
  private final CalleeSource callees;

  private MethodReader(
      Trees trees,
      Specialisation specialisation,
      CalleeSource callees,
      SourceMap sources,
      List<Finding> findings) {
    this.trees = trees;
    this.specialisation = specialisation;
    this.method = specialisation.method();
    this.callees = callees;
    this.path = trees.getPath(method);
    this.reading = new Reading(trees, path.getCompilationUnit(), callees, sources, findings);
    reading.types(specialisation.types());
  }

  /**
   * Reads {@code method}, which is static and has a body in source.
   *
   * @param findings gets what cannot be read, in source order; the result is empty then
   */
  static Optional<Function> read(
      Trees trees,
      Specialisation method,
      CalleeSource callees,
      SourceMap sources,
      List<Finding> findings) {
    List<Finding> found = new ArrayList<>();
    Optional<Function> function =
        new MethodReader(trees, method, callees, sources, found).function();
    found.sort(Comparator.comparingLong(finding -> position(trees, sources, finding)));
    findings.addAll(found);
    return found.isEmpty() ? function : Optional.empty();
  }

  private static long position(Trees trees, SourceMap sources, Finding finding) {
    SourceMap.Located place = sources.find(finding.origin()).orElseThrow();
    return trees.getSourcePositions().getStartPosition(place.unit(), place.tree());
  }

  private Optional<Function> function() {
    MethodTree tree = (MethodTree) path.getLeaf();
    Origin origin = reading.start(path, reading.text().head(tree, tree.getBody()));
    List<Parameter> parameters = parameters(tree);
    Optional<Type> type = resultType(tree);
    reading.nullable(Nullables.in(Reading.within(path, tree.getBody()), reading));
    ExitReader.Body body =
        callees
            .custom(method)
            .map(found -> asCall(found, parameters))
            .orElseGet(() -> body(type, parameters));
    Optional<Expr> result = body.result();
    if (type.isPresent() && result.isEmpty() && reading.refusals() == 0) {
      if (SignatureReader.isAnnotated(method)) {
        reading.refuse(path, new Problem.NoReturn(Callees.describe(method)));
      }
      // A helper that always throws: nobody sees what it returns.
      result = type.map(Initialisation::nothing);
    }
    boolean callable =
        specialisation.isPlain()
            && !Receivers.has(method)
            && method.getKind() == ElementKind.METHOD
            && Visibility.isVisible(method, callees.packageName());
    return Optional.of(
        new Function(
            specialisation.isPlain() ? Callees.of(method) : callees.specialised(specialisation),
            callable,
            parameters,
            Initialisation.of(body.statements(), result, reading.needValues()),
            result,
            body.exit().orElse(origin)));
  }

  private ExitReader.Body body(Optional<Type> type, List<Parameter> parameters) {
    if (isKnown()) {
      return known(parameters, reading.origin());
    }
    TreePath body = Reading.within(path, ((MethodTree) path.getLeaf()).getBody());
    return method.getKind() == ElementKind.CONSTRUCTOR
        ? RecordConstructor.read(method, path, reading)
        : ExitReader.read(body, type, reading);
  }

  /** In the place of a body that has a custom derivative stands a call of the method itself. */
  private ExitReader.Body asCall(CustomDerivatives.Found found, List<Parameter> parameters) {
    found.obstacle().ifPresent(problem -> reading.refuse(path, problem));
    Var result = reading.vars().make("result", found.callee().result().orElseThrow());
    List<Expr> arguments = parameters.stream().<Expr>map(p -> p.variable().read()).toList();
    Stmt call = new Stmt.Call(Optional.of(result), found.callee(), arguments, reading.origin());
    return new ExitReader.Body(
        List.of(call), Optional.of(result.read()), Optional.of(reading.origin()));
  }

  /** Whether there are rules for the method, which say more of it than its source. */
  private boolean isKnown() {
    return Library.isPure(method)
        && LookAlikes.knows(
            Callees.owner(method),
            method.getSimpleName().toString(),
            method.getParameters().size());
  }

  private ExitReader.Body known(List<Parameter> parameters, Origin origin) {
    List<Expr> arguments = parameters.stream().<Expr>map(p -> p.variable().read()).toList();
    Expr value =
        new Expr.LibraryCall(
            Callees.owner(method),
            method.getSimpleName().toString(),
            arguments,
            TypeReader.type(method.getReturnType()),
            reading.originOf(path));
    return new ExitReader.Body(List.of(), Optional.of(value), Optional.of(origin));
  }

  private Optional<Type> resultType(MethodTree tree) {
    Optional<Type> type = Callees.result(method, specialisation.types());
    if (type.filter(t -> !TypeReader.isReadable(t)).isPresent()) {
      reading.refuse(
          Reading.within(path, tree.getReturnType()), Refusals.type(method.getReturnType()));
    }
    if (type.isPresent()) {
      checkRecord(type.get(), method.getReturnType(), path);
    }
    return type;
  }

  /** A record that operations make of derivatives must hold what its constructor gets. */
  private void checkRecord(Type type, TypeMirror mirror, TreePath at) {
    if (type instanceof Type.RecordOf
        && SignatureReader.isAnnotated(method)
        && mirror instanceof DeclaredType declared) {
      TypeElement record = (TypeElement) declared.asElement();
      FaithfulRecords.changed(record, reading)
          .ifPresent(c -> reading.refuse(at, Refusals.changedComponent(record, c)));
    }
  }

  private List<Parameter> parameters(MethodTree tree) {
    List<Parameter> parameters = new ArrayList<>();
    if (Receivers.has(method)) {
      Type type =
          specialisation.exact().map(Receivers::type).orElseGet(() -> Receivers.type(method));
      Var self = reading.vars().make(Receivers.NAME, type);
      reading.exactReceiver(specialisation.exact());
      checkRecord(self.type(), method.getEnclosingElement().asType(), path);
      TypeElement owner = (TypeElement) method.getEnclosingElement();
      reading.receiver(self.read(), specialisation.exact().orElse(owner));
      parameters.add(new Parameter(self, self.type().isDifferentiable()));
    }
    for (int i = 0; i < tree.getParameters().size(); i++) {
      TreePath at = Reading.within(path, tree.getParameters().get(i));
      Element element = trees.getElement(at);
      Lambda lambda = specialisation.lambdas().get(i);
      if (lambda != null) {
        parameters.addAll(captured(element, lambda));
        continue;
      }
      Var variable = reading.variable(element);
      if (!TypeReader.isReadable(variable.type())) {
        reading.refuse(at, Refusals.type(element.asType()));
      }
      checkRecord(variable.type(), element.asType(), at);
      boolean isBox = Boxes.isReal(element.asType());
      boolean active = variable.type().isDifferentiable() && !isBox && !isConstant(element);
      parameters.add(new Parameter(variable, active));
    }
    return parameters;
  }

  /** In the place of a function object stand the values that it has captured. */
  private List<Parameter> captured(Element element, Lambda lambda) {
    List<Parameter> parameters = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < lambda.captured().size(); i++) {
      Var v = reading.vars().make(lambda.captured().get(i), lambda.callee().parameters().get(i));
      parameters.add(new Parameter(v, v.type().isDifferentiable()));
      values.add(v.read());
    }
    reading.closure(element, new Closure(lambda, values));
    return parameters;
  }

  /** Whether {@code parameter} is marked {@code @Constant}. */
  static boolean isConstant(Element parameter) {
    return parameter.getAnnotationMirrors().stream()
        .anyMatch(a -> a.getAnnotationType().toString().equals("dev.tapeless.Constant"));
  }
}
