package dev.tapeless.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.frontend.CalleeSource.FunctionType;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Reads lambda expressions, method references and the like as functions, whose first parameters are
 * what they capture: calling them is an ordinary call.
 */
final class LambdaReader {

  private final Reading reading;

  /** What has been read already. */
  private final Map<Tree, Optional<Closure>> known = new IdentityHashMap<>();

  LambdaReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * The function that the expression at {@code path} stands for, if it is known.
   *
   * @param name a name for it
   */
  Optional<Closure> read(TreePath path, String name) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree parentheses) {
      return read(Reading.within(path, parentheses.getExpression()), name);
    }
    if (tree instanceof TypeCastTree cast
        && reading.callees().function(reading.mirror(path)).isPresent()) {
      return read(Reading.within(path, cast.getExpression()), name);
    }
    if (tree instanceof IdentifierTree || isOfClass(tree, path)) {
      return Optional.ofNullable(reading.element(path))
          .flatMap(e -> reading.closure(e).or(() -> constant(e, name)));
    }
    if (known.containsKey(tree)) {
      return known.get(tree);
    }
    Optional<Closure> read = function(tree, path, name);
    known.put(tree, read);
    return read;
  }

  /** Whether the name of a class stands in front: nothing is evaluated to get there. */
  private boolean isOfClass(Tree tree, TreePath path) {
    return tree instanceof MemberSelectTree select
        && reading.element(Reading.within(path, select.getExpression())) instanceof TypeElement;
  }

  /** The function that a constant of a class stands for: it needs nothing from where it is used. */
  private Optional<Closure> constant(Element element, String name) {
    boolean isConstant =
        element.getKind() == ElementKind.FIELD
            && element.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL));
    boolean isOfReals =
        isConstant
            && reading.callees().function(element.asType()).stream()
                .anyMatch(f -> f.parameters().stream().anyMatch(Type::isDifferentiable));
    return isOfReals
        ? reading
            .declaration(element)
            .filter(p -> ((VariableTree) p.getLeaf()).getInitializer() != null)
            .flatMap(p -> reading.constants().of(element, reading.in(p), p, name))
        : Optional.empty();
  }

  private Optional<Closure> function(Tree tree, TreePath path, String name) {
    Optional<FunctionText> text = FunctionText.of(path, reading);
    if (text.isPresent()) {
      return Optional.of(lambda(text.get(), path, name));
    }
    Optional<FunctionType> type = reading.callees().function(reading.mirror(path));
    return type.isPresent() && tree instanceof MemberReferenceTree reference
        ? reference(reference, path, type.get(), name)
        : Optional.empty();
  }

  /** What a function captures: its parameters, and the values that they get. */
  private static final class Captures {

    private final List<Var> parameters = new ArrayList<>();
    private final List<Expr> values = new ArrayList<>();

    void add(Var parameter, Expr value) {
      parameters.add(parameter);
      values.add(value);
    }
  }

  private Closure lambda(FunctionText text, TreePath path, String name) {
    Reading inner = reading.another();
    Captures captures = new Captures();
    for (Element e : CapturedVariables.of(path, reading)) {
      capture(e, inner, captures);
    }
    reading
        .receiver()
        .ifPresent(
            self -> {
              Var own = inner.vars().make(Receivers.NAME, self.type());
              inner.receiver(own.read(), reading.receiverType());
              captures.add(own, self);
            });
    List<Var> parameters = new ArrayList<>(captures.parameters);
    for (TreePath at : text.parameters()) {
      Var variable = inner.variable(inner.element(at));
      if (!TypeReader.isReadable(variable.type())) {
        inner.refuse(at, Refusals.type(inner.element(at).asType()));
      }
      parameters.add(variable);
    }
    Tree tree = text.body().getLeaf();
    Optional<Type> result = text.result().map(r -> result(r, text.body()));
    inner.start(text.body(), reading.text().of(tree));
    inner.nullable(Nullables.in(text.body(), inner));
    ExitReader.Body read =
        tree instanceof BlockTree
            ? ExitReader.read(text.body(), result, inner)
            : ExitReader.expression(text.body(), result, inner);
    Lambda lambda =
        added(owner(path), name, captures, parameters, result, text.exceptions(), read, inner);
    return new Closure(lambda, captures.values);
  }

  /** An interface of type variables says less of the result than the expression. */
  private Type result(Type declared, TreePath body) {
    boolean isKnown =
        TypeReader.isReadable(declared) && !declared.equals(new Type.Reference("java.lang.Object"));
    return isKnown || !(body.getLeaf() instanceof ExpressionTree)
        ? declared
        : Callees.parameter(reading.mirror(body), reading.types());
  }

  private void capture(Element element, Reading inner, Captures captures) {
    Optional<Closure> closure = reading.closure(element);
    if (closure.isEmpty()) {
      captures.add(inner.variable(element), reading.variable(element).read());
      return;
    }
    List<Expr> own = new ArrayList<>();
    for (int i = 0; i < closure.get().values().size(); i++) {
      Expr value = closure.get().values().get(i);
      Var parameter = inner.vars().make(closure.get().lambda().captured().get(i), value.type());
      captures.add(parameter, value);
      own.add(parameter.read());
    }
    inner.closure(element, new Closure(closure.get().lambda(), own));
  }

  private TypeElement owner(TreePath path) {
    TreePath at = path;
    while (!(at.getLeaf() instanceof com.sun.source.tree.ClassTree)) {
      at = at.getParentPath();
    }
    return (TypeElement) reading.element(at);
  }

  private Lambda added(
      TypeElement owner,
      String name,
      Captures captures,
      List<Var> parameters,
      Optional<Type> result,
      List<Type> exceptions,
      ExitReader.Body body,
      Reading inner) {
    List<Type> types = parameters.stream().map(Var::type).toList();
    String free = reading.callees().lambdaName(Callees.free(name, owner));
    Callee callee = new Callee(ClassNames.of(owner), free, types, result).throwing(exceptions);
    // What always throws returns nothing that anybody sees.
    Optional<Expr> value = body.result().or(() -> result.map(Initialisation::nothing));
    List<Stmt> statements = Initialisation.of(body.statements(), value, inner.needValues());
    List<Parameter> all = parameters.stream().map(v -> new Parameter(v, false)).toList();
    Origin origin = body.exit().orElse(inner.origin());
    reading.callees().add(new Function(callee, false, all, statements, value, origin));
    return new Lambda(callee, captures.parameters.stream().map(Var::name).toList());
  }

  private Optional<Closure> reference(
      MemberReferenceTree tree, TreePath path, FunctionType type, String name) {
    if (!(reading.element(path) instanceof ExecutableElement method)
        || method.getKind() != ElementKind.METHOD
        || !method.getTypeParameters().isEmpty()
        || !type.parameters().stream().allMatch(TypeReader::isReadable)) {
      return Optional.empty();
    }
    TreePath qualifier = Reading.within(path, tree.getQualifierExpression());
    Optional<Expr> object = Optional.empty();
    if (Receivers.has(method)) {
      object = reading.simpleObject(qualifier);
      if (object.isEmpty()) {
        return Optional.empty();
      }
    }
    boolean isKnown = Library.isPure(method) || reading.callees().custom(method).isPresent();
    if (!isKnown && !FunctionUses.isRead(method, reading.callees())
        || method.getParameters().size() != type.parameters().size()) {
      return Optional.empty();
    }
    return Optional.of(reference(method, path, type, object, name));
  }

  private Closure reference(
      ExecutableElement method,
      TreePath path,
      FunctionType type,
      Optional<Expr> object,
      String name) {
    Reading inner = reading.another();
    inner.start(path, reading.text().of(path.getLeaf()));
    Captures captures = new Captures();
    object.ifPresent(o -> captures.add(inner.vars().make(Receivers.NAME, o.type()), o));
    List<Var> parameters = new ArrayList<>(captures.parameters);
    type.parameters().forEach(t -> parameters.add(inner.vars().make("t", t)));
    List<Expr> values = parameters.stream().<Expr>map(Var::read).toList();
    ExitReader.Body body = ExitReader.call(method, values, type.result(), path, inner);
    Lambda lambda =
        added(
            owner(path), name, captures, parameters, type.result(), type.exceptions(), body, inner);
    return new Closure(lambda, captures.values);
  }
}
