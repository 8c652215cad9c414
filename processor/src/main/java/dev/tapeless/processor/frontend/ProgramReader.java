package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.frontend.ClosedCalls.Closed;
import dev.tapeless.processor.frontend.MethodReading.TypeError;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LinkedDerivative;
import dev.tapeless.processor.ir.LocalClass;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import dev.tapeless.processor.problems.Problem.NotProcessed;
import dev.tapeless.processor.problems.Problem.NotProcessed.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the annotated methods of one class and whatever they call, each method once. */
final class ProgramReader implements CalleeSource {

  /** So many ways to call a method come from a recursion that makes new functions. */
  private static final int MANY = 64;

  private final OuterCompiler outer;
  private final TypedSources sources;
  private final SourceMap places;
  private final String packageName;
  private final MethodEffects effects;
  private final CalleeEffects calleeEffects;
  private final Map<Specialisation, MethodBody> bodies = new HashMap<>();
  private final Set<Specialisation> called = new LinkedHashSet<>();
  private final Map<ExecutableElement, Set<Specialisation>> special = new HashMap<>();
  private final Map<Specialisation, Callee> names = new HashMap<>();
  private final Set<List<Object>> taken = new HashSet<>();
  private final List<Function> lambdas = new ArrayList<>();
  private final Set<String> lambdaNames = new HashSet<>();
  private final Map<Callee, LinkedDerivative> linked = new LinkedHashMap<>();
  private final LocalClasses locals = new LocalClasses();
  private final CustomDerivatives custom;
  private final Set<String> awaited = new LinkedHashSet<>();

  ProgramReader(
      OuterCompiler outer,
      TypedSources sources,
      SourceMap places,
      String packageName,
      CustomDerivatives custom) {
    this.outer = outer;
    this.custom = custom;
    this.sources = sources;
    this.places = places;
    this.packageName = packageName;
    this.effects = new MethodEffects(sources);
    this.calleeEffects = new CalleeEffects(effects);
  }

  /** What came of reading one method, and the methods that it calls. */
  private record MethodBody(
      Optional<Function> function,
      List<Finding> findings,
      List<TypeError> errors,
      List<Specialisation> calls,
      List<Function> lambdas) {}

  /** Reads {@code method} and the methods that it calls, directly or through others. */
  MethodReading read(ExecutableElement method) {
    Map<Callee, Function> functions = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    List<TypeError> errors = new ArrayList<>();
    for (Specialisation s : reached(Specialisation.plain(method))) {
      MethodBody body = bodies.get(s);
      body.function().ifPresent(f -> functions.put(f.callee(), f));
      body.lambdas().forEach(f -> functions.put(f.callee(), f));
      errors.addAll(body.errors());
      if (s.method().equals(method) || !canStayClosed(s)) {
        findings.addAll(body.findings());
      }
    }
    if (!errors.isEmpty()) {
      return new MethodReading.Waiting(errors);
    }
    if (!findings.isEmpty()) {
      return new MethodReading.Refused(findings);
    }
    Map<Callee, Closed> closed = closed(functions, method);
    functions.keySet().removeAll(closed.keySet());
    functions.replaceAll((callee, f) -> ClosedCalls.copied(f, closed));
    Program program = new Program(functions, linked, locals.all());
    return new MethodReading.Read(functions.get(Callees.of(method)), program);
  }

  /**
   * The methods that are called as they stand, and of which the functions do not tell what they
   * change: with what that may be.
   */
  private Map<Callee, Closed> closed(
      Map<Callee, Function> functions, ExecutableElement differentiated) {
    Map<Callee, Closed> closed = new LinkedHashMap<>();
    for (Specialisation s : reached(Specialisation.plain(differentiated))) {
      ExecutableElement method = s.method();
      if (method.equals(differentiated) || !canStayClosed(s)) {
        continue;
      }
      Callee callee = Callees.of(method);
      Effect effect = effects.of(method);
      boolean isTold =
          functions.containsKey(callee)
              && !effects.writesForeignArrays(method)
              && !(effect.includes(Effect.OBJECTS) && callsItself(s));
      if (!isTold && effect.includes(Effect.ARRAYS)) {
        closed.put(callee, new Closed(effect, Callees.describe(method)));
      }
    }
    return closed;
  }

  /** Whether the method calls itself, directly or through others: then its calls stay. */
  private boolean callsItself(Specialisation method) {
    return bodies.get(method).calls().stream().anyMatch(c -> reached(c).contains(method));
  }

  private Set<Specialisation> reached(Specialisation method) {
    Set<Specialisation> reached = new LinkedHashSet<>(List.of(method));
    Deque<Specialisation> open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Specialisation next = open.removeFirst();
      if (!bodies.containsKey(next)) {
        bodies.put(next, body(next));
      }
      bodies.get(next).calls().stream().filter(reached::add).forEach(open::addLast);
    }
    return reached;
  }

  private MethodBody body(Specialisation specialisation) {
    ExecutableElement method = specialisation.method();
    TreePath path = source(method).orElseThrow();
    List<TypeError> errors =
        TypeErrors.in(path, sources).stream()
            .map(e -> new TypeError(e.message(), new SourcePlace(outer, e.tree(), e.unit())))
            .toList();
    if (!errors.isEmpty()) {
      return new MethodBody(Optional.empty(), List.of(), errors, List.of(), List.of());
    }
    called.clear();
    awaited.clear();
    lambdas.clear();
    List<Finding> findings = new ArrayList<>();
    Optional<Function> function =
        MethodReader.read(sources.trees(), specialisation, this, places, findings);
    if (!awaited.isEmpty()) {
      SourcePlace place = new SourcePlace(outer, path.getLeaf(), path.getCompilationUnit());
      List<TypeError> waiting =
          awaited.stream()
              .map(
                  words -> new TypeError("the derivative " + words + " has an unknown type", place))
              .toList();
      return new MethodBody(Optional.empty(), List.of(), waiting, List.of(), List.of());
    }
    return new MethodBody(function, findings, List.of(), List.copyOf(called), List.copyOf(lambdas));
  }

  /**
   * Whether generated code can call {@code method} without knowing what it does: no derivative
   * passes through it.
   */
  private boolean canStayClosed(Specialisation specialisation) {
    ExecutableElement method = specialisation.method();
    return specialisation.isPlain()
        && Visibility.isVisible(method, packageName)
        && !Receivers.has(method)
        && Callees.of(method).result().filter(Type.RecordOf.class::isInstance).isEmpty()
        && Callees.of(method).parameters().stream()
            .allMatch(type -> TypeReader.isReadable(type) && !type.isDifferentiable());
  }

  @Override
  public Optional<TreePath> declaration(ExecutableElement method) {
    return source(method)
        .filter(path -> path.getLeaf() instanceof MethodTree tree && tree.getBody() != null);
  }

  private Optional<TreePath> source(ExecutableElement method) {
    return locals.declaration(method).or(() -> sources.declaration(method));
  }

  @Override
  public void declare(Element member, TreePath path) {
    locals.declare(member, path);
  }

  @Override
  public boolean add(LocalClass type) {
    return locals.add(type);
  }

  @Override
  public Optional<TypeElement> type(String qualifiedName) {
    return locals.type(qualifiedName).or(() -> sources.type(qualifiedName));
  }

  @Override
  public boolean hasSource(TypeElement type) {
    return locals.declaration(type).isPresent() || sources.trees().getTree(type) != null;
  }

  @Override
  public Optional<ExecutableElement> implementation(TypeElement type, ExecutableElement method) {
    for (TypeElement t = type; t != null; t = Receivers.superclass(t)) {
      for (ExecutableElement m : ElementFilter.methodsIn(t.getEnclosedElements())) {
        boolean isIt = m.equals(method) || sources.elements().overrides(m, method, type);
        if (isIt && !m.getModifiers().contains(Modifier.ABSTRACT)) {
          return Optional.of(m);
        }
      }
    }
    return Optional.of(method)
        .filter(ExecutableElement::isDefault)
        .filter(m -> !isOverriddenByDefault(m, type, type));
  }

  /** Whether an interface of {@code type} has another body for a default method. */
  private boolean isOverriddenByDefault(
      ExecutableElement method, TypeElement type, TypeElement exact) {
    boolean isHere =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .anyMatch(m -> sources.elements().overrides(m, method, exact));
    return isHere
        || Receivers.supertypes(type)
            .anyMatch(s -> isOverriddenByDefault(method, (TypeElement) s.asElement(), exact));
  }

  @Override
  public Callee specialised(Specialisation specialisation) {
    called.add(specialisation);
    special.computeIfAbsent(specialisation.method(), m -> new HashSet<>()).add(specialisation);
    Callee callee = names.computeIfAbsent(specialisation, s -> named(s.callee()));
    calleeEffects.add(callee, specialisation);
    return callee;
  }

  /** Java tells methods apart by the erased types of their parameters. */
  private Callee named(Callee wanted) {
    Callee callee = wanted;
    for (int i = 2; !taken.add(List.of(callee.name(), erased(callee.parameters()))); i++) {
      String name = wanted.name() + i;
      callee =
          new Callee(wanted.owner(), name, wanted.parameters(), wanted.result())
              .throwing(wanted.exceptions());
    }
    return callee;
  }

  private static List<Type> erased(List<Type> types) {
    return types.stream().map(ProgramReader::erased).toList();
  }

  private static Type erased(Type type) {
    if (type instanceof Type.Array array) {
      return new Type.Array(erased(array.element()));
    }
    return type instanceof Type.Reference r ? new Type.Reference(r.name()) : type;
  }

  @Override
  public boolean isEndless(ExecutableElement method) {
    return special.getOrDefault(method, Set.of()).size() > MANY;
  }

  @Override
  public String lambdaName(String wanted) {
    String name = wanted;
    for (int i = 2; !lambdaNames.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  @Override
  public void add(Function lambda) {
    lambdas.add(lambda);
    calleeEffects.add(lambda);
  }

  @Override
  public Optional<FunctionType> function(TypeMirror type) {
    return FunctionTypes.of(type, sources.task());
  }

  @Override
  public Optional<TypeMirror> element(TypeMirror type) {
    return IterableTypes.element(type, sources.task().getTypes());
  }

  @Override
  public boolean isPure(ExecutableElement method) {
    return effects.isPure(method);
  }

  @Override
  public Effect effect(ExecutableElement method) {
    return effects.of(method);
  }

  @Override
  public Effect effect(Callee callee) {
    return calleeEffects.of(callee);
  }

  @Override
  public String packageName() {
    return packageName;
  }

  @Override
  public Answer find(ExecutableElement method) {
    Optional<TreePath> path = source(method);
    if (path.isPresent()) {
      if (((MethodTree) path.get().getLeaf()).getBody() == null) {
        return new Unknown();
      }
      Specialisation plain = Specialisation.plain(method);
      called.add(plain);
      calleeEffects.add(Callees.of(method), plain);
      return new Body();
    }
    return SignatureReader.isAnnotated(method) ? link(method) : new Unknown();
  }

  @Override
  public Optional<CustomDerivatives.Found> custom(ExecutableElement method) {
    Callee callee = DerivativeForm.callee(method);
    custom.awaited(callee).ifPresent(awaited::add);
    Optional<CustomDerivatives.Found> found =
        custom.find(callee, packageName).or(() -> new NestedOperations(sources).find(method));
    found.ifPresent(f -> f.derivative().ifPresent(d -> linked.put(f.callee(), d)));
    return found;
  }

  @Override
  public Optional<ExecutableElement> prelude(String owner, String name, List<Type> arguments) {
    return Optional.ofNullable(PreludeSource.CLASSES.get(owner))
        .flatMap(ours -> sources.type(PreludeSource.PACKAGE + "." + ours))
        .stream()
        .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
        .filter(m -> m.getSimpleName().contentEquals(name))
        .filter(m -> Callees.of(m).parameters().equals(arguments))
        .findFirst();
  }

  private static Problem writing(ExecutableElement method) {
    return new Problem.NotSupportedYet(
        "a call of " + Callees.describe(method) + ", which writes into its arguments,",
        "copy the source of the method into this project");
  }

  /** The generated operations of an annotated method from a jar. */
  private Answer link(ExecutableElement method) {
    if (!(SignatureReader.read(method) instanceof Signature.Valid valid)) {
      return new Unknown();
    }
    if (valid.method().result().isEmpty()) {
      return new Unusable(writing(method));
    }
    DerivativeLinker linker = new DerivativeLinker(sources);
    Optional<Reason> obstacle = linker.obstacle(valid.method());
    Optional<LinkedDerivative> found =
        obstacle.isPresent() ? Optional.empty() : linker.link(valid.method());
    if (found.isEmpty()) {
      String generated = DerivativeLinker.generatedClass(valid.method());
      Reason reason = obstacle.orElse(Reason.NO_OPERATION);
      return new Unusable(new NotProcessed(Callees.describe(method), generated, reason));
    }
    if (linker.writesArguments(valid.method(), found.get())) {
      return new Unusable(writing(method));
    }
    linked.put(Callees.of(method), found.get());
    return new Linked(found.get());
  }
}
