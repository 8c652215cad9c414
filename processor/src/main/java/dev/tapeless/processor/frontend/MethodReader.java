package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.DefiniteAssignment;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Reads one method from typed trees. */
final class MethodReader {

  private final Trees trees;
  private final ExecutableElement method;
  private final TreePath path;
  private final Reading reading;
  private final CalleeSource callees;

  private MethodReader(
      Trees trees,
      ExecutableElement method,
      CalleeSource callees,
      SourceMap sources,
      List<Finding> findings) {
    this.trees = trees;
    this.method = method;
    this.callees = callees;
    this.path = trees.getPath(method);
    this.reading = new Reading(trees, path.getCompilationUnit(), callees, sources, findings);
  }

  /**
   * Reads {@code method}, which is static and has a body in source.
   *
   * @param findings gets what cannot be read, in source order; the result is empty then
   */
  static Optional<Function> read(
      Trees trees,
      ExecutableElement method,
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
    ExitReader.Body body = ExitReader.read(Reading.within(path, tree.getBody()), type, reading);
    Optional<Expr> result = body.result();
    if (type.isPresent() && result.isEmpty() && reading.refusals() == 0) {
      if (SignatureReader.isAnnotated(method)) {
        reading.refuse(path, new Problem.NoReturn(Callees.describe(method)));
      }
      // A helper that always throws: nobody sees what it returns.
      result = type.map(MethodReader::zero);
    }
    boolean callable =
        !Receivers.has(method) && Visibility.isVisible(method, callees.packageName());
    return Optional.of(
        new Function(
            Callees.of(method),
            callable,
            parameters,
            initialised(body.statements(), result),
            result,
            body.exit().orElse(origin)));
  }

  /** With values for the variables that are read where javac cannot see that they have one. */
  private List<Stmt> initialised(List<Stmt> statements, Optional<Expr> result) {
    Set<Var> without = new HashSet<>(reading.needValues());
    without.addAll(DefiniteAssignment.missing(statements, result));
    return without.isEmpty() ? statements : initialised(statements, without);
  }

  private List<Stmt> initialised(List<Stmt> statements, Set<Var> without) {
    List<Stmt> out = new ArrayList<>();
    for (Stmt s : statements) {
      if (s instanceof Stmt.Declare d && d.value().isEmpty() && without.contains(d.variable())) {
        out.add(new Stmt.Declare(d.variable(), Optional.of(zero(d.variable().type())), d.origin()));
      } else {
        out.add(Children.map(s, e -> e, block -> initialised(block, without)));
      }
    }
    return out;
  }

  private static Expr zero(Type type) {
    if (type == Type.Primitive.BOOLEAN) {
      return Exprs.bool(false);
    }
    return type instanceof Type.Primitive
        ? Conversions.convert(Exprs.num(0), type)
        : Exprs.nothing(type);
  }

  private Optional<Type> resultType(MethodTree tree) {
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    Type type = Callees.parameter(method.getReturnType());
    if (!TypeReader.isReadable(type)) {
      reading.refuse(
          Reading.within(path, tree.getReturnType()), Refusals.type(method.getReturnType()));
    }
    return Optional.of(type);
  }

  private List<Parameter> parameters(MethodTree tree) {
    List<Parameter> parameters = new ArrayList<>();
    if (Receivers.has(method)) {
      Var self = reading.vars().make(Receivers.NAME, Receivers.type(method));
      reading.receiver(self.read(), (TypeElement) method.getEnclosingElement());
      parameters.add(new Parameter(self, false));
    }
    for (VariableTree parameter : tree.getParameters()) {
      TreePath at = Reading.within(path, parameter);
      Element element = trees.getElement(at);
      Var variable = reading.variable(element);
      if (!TypeReader.isReadable(variable.type())) {
        reading.refuse(at, Refusals.type(element.asType()));
      }
      boolean isBox = Boxes.isReal(element.asType());
      boolean active = variable.type().isDifferentiable() && !isBox && !isConstant(element);
      parameters.add(new Parameter(variable, active));
    }
    return parameters;
  }

  /** Whether {@code parameter} is marked {@code @Constant}. */
  static boolean isConstant(Element parameter) {
    return parameter.getAnnotationMirrors().stream()
        .anyMatch(a -> a.getAnnotationType().toString().equals("dev.tapeless.Constant"));
  }
}
