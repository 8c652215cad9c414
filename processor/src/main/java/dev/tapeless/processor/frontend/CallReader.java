package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;

/** Reads calls: pure library methods stay expressions, all others become statements. */
final class CallReader {

  // A void call stands only where its value is not used.
  static final Expr NOTHING = new Expr.Literal(new Type.Reference("void"), Expr.Literal.NULL, "");

  private final Reading reading;
  private final ExpressionReader expressions;
  private final StreamReader streams;

  CallReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
    this.streams = new StreamReader(reading, expressions, this);
  }

  /** A call as a value. */
  Lowered read(MethodInvocationTree tree, TreePath path) {
    if (isArrayClone(tree, path)) {
      MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
      TreePath selectPath = Reading.within(path, select);
      Lowered array = expressions.read(selectPath, select.getExpression());
      return reading.named(array, "array").map(Expr.CloneArray::new);
    }
    Optional<Lowered> stream = streams.read(tree, path);
    if (stream.isPresent()) {
      return stream.get();
    }
    Optional<Closure> function = function(tree, path);
    if (function.isPresent()) {
      return call(function.get(), tree, path);
    }
    Optional<CustomDerivatives.Found> custom = reading.callees().custom(method(tree, path));
    if (custom.isPresent()) {
      return asItStands(custom.get(), tree, path);
    }
    if (Boxes.converts(method(tree, path))) {
      return conversion(tree, path);
    }
    RecordReader records = expressions.records();
    Optional<Lowered> ofRecord =
        records
            .accessed(method(tree, path), tree, path)
            .or(() -> records.checked(method(tree, path), tree, path));
    if (ofRecord.isPresent()) {
      return ofRecord.get();
    }
    Specialised special =
        Specialised.of(known(method(tree, path), tree, path), tree, path, reading, expressions);
    ExecutableElement method = special.method();
    if (special.isPlain() ? CallCheck.isOpaque(method, reading) : special.isOpaque()) {
      return expressions.opaque().value(path, method.getSimpleName().toString());
    }
    Optional<Problem> problem =
        special.isPlain() ? CallCheck.of(method, reading) : special.problem();
    if (problem.isPresent()) {
      reading.refuse(Reading.within(path, tree.getMethodSelect()), problem.get());
      readForFindings(method, tree, path);
      return reading.standIn(path);
    }
    if (Receivers.has(method)) {
      return onObject(special, tree, path);
    }
    Operands.Arranged arguments = reading.arrange(operands(special, tree, path));
    if (isWholeCopy(method, arguments.values())) {
      return new Lowered(arguments.before(), new Expr.CloneArray(arguments.values().get(0)));
    }
    return Library.isPure(method)
        ? new Lowered(arguments.before(), library(method, arguments.values(), path))
        : call(special.callee(reading), arguments);
  }

  /** {@code Double.valueOf(x)} or {@code box.floatValue()}: the number itself, converted. */
  private Lowered conversion(MethodInvocationTree tree, TreePath path) {
    ExecutableElement method = method(tree, path);
    if (FieldReader.isStatic(method)) {
      Type type = TypeReader.type(method.getParameters().get(0).asType());
      return expressions.read(path, tree.getArguments().get(0), type);
    }
    TreePath select = Reading.within(path, tree.getMethodSelect());
    Lowered number =
        expressions.number(select, ((MemberSelectTree) tree.getMethodSelect()).getExpression());
    Type type = TypeReader.type(method.getReturnType());
    return number.map(e -> Conversions.convert(e, type));
  }

  /** The function that is called through an object, if it is known. */
  private Optional<Closure> function(MethodInvocationTree tree, TreePath path) {
    boolean isCall =
        tree.getMethodSelect() instanceof MemberSelectTree
            && FunctionUses.isFunctionOf(method(tree, path));
    if (!isCall) {
      return Optional.empty();
    }
    MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
    TreePath at = Reading.within(path, select);
    return expressions.lambdas().read(Reading.within(at, select.getExpression()), "function");
  }

  private Lowered call(Closure function, MethodInvocationTree tree, TreePath path) {
    Callee callee = function.lambda().callee();
    List<Lowered> operands = new ArrayList<>();
    function.values().forEach(v -> operands.add(Lowered.pure(v)));
    for (ExpressionTree argument : tree.getArguments()) {
      Type type = callee.parameters().get(operands.size());
      operands.add(reading.named(expressions.read(path, argument, type), "array"));
    }
    return call(callee, reading.arrange(operands));
  }

  /** A call of a known function with values. */
  Lowered call(Closure function, List<Expr> values) {
    Callee callee = function.lambda().callee();
    List<Lowered> operands = new ArrayList<>();
    function.values().forEach(v -> operands.add(Lowered.pure(v)));
    for (Expr value : values) {
      Type type = callee.parameters().get(operands.size());
      operands.add(reading.named(expressions.converted(Lowered.pure(value), type), "array"));
    }
    return call(callee, reading.arrange(operands));
  }

  /** A call of the method of the prelude that stands for one of {@code owner}. */
  Lowered prelude(String owner, String name, List<Expr> values) {
    List<Type> types = values.stream().map(Expr::type).toList();
    ExecutableElement method = reading.callees().prelude(owner, name, types).orElseThrow();
    reading.callees().find(method);
    return call(Callees.of(method), reading.arrange(values.stream().map(Lowered::pure).toList()));
  }

  /** A call of a method that is read, or of one of the library's functions. */
  Lowered of(ExecutableElement method, List<Expr> arguments, TreePath path) {
    List<Lowered> operands = new ArrayList<>();
    int receivers = Receivers.has(method) ? 1 : 0;
    for (int i = 0; i < arguments.size(); i++) {
      Lowered argument = Lowered.pure(arguments.get(i));
      operands.add(
          i < receivers
              ? argument
              : expressions.converted(
                  argument,
                  Callees.parameter(method.getParameters().get(i - receivers), Map.of())));
    }
    Operands.Arranged arranged = reading.arrange(operands);
    Optional<CustomDerivatives.Found> custom = reading.callees().custom(method);
    if (custom.isPresent()) {
      custom.get().obstacle().ifPresent(problem -> reading.refuse(path, problem));
      return call(custom.get().callee(), arranged);
    }
    return Library.isPure(method)
        ? new Lowered(arranged.before(), library(method, arranged.values(), path))
        : call(reading.callees().specialised(Specialisation.plain(method)), arranged);
  }

  /** A call whose value nobody wants. */
  List<Stmt> statement(MethodInvocationTree tree, TreePath path) {
    String called = tree.getMethodSelect().toString();
    if (called.equals("super")) {
      return List.of(); // Nothing happens in the constructor of Record.
    }
    if (called.equals("this")) {
      return expressions.records().delegate(tree, path);
    }
    if (!isArrayClone(tree, path)
        && !streams.isRead(tree, path)
        && reading.callees().custom(method(tree, path)).isEmpty()) {
      ExecutableElement method = method(tree, path);
      Optional<Lowered> record = expressions.records().checked(method, tree, path);
      if (record.isPresent()) {
        return record.get().before();
      }
      boolean isCheck = Callees.owner(method).equals("java.util.Objects");
      Dispatch.Target target =
          isCheck ? new Dispatch.Target(method, Optional.empty()) : known(method, tree, path);
      Specialised special = Specialised.of(target, tree, path, reading, expressions);
      ExecutableElement meant = special.method();
      boolean isOpaque =
          special.isPlain() ? CallCheck.isOpaque(meant, reading) : special.isOpaque();
      if (function(tree, path).isEmpty() && isOpaque) {
        return expressions.opaque().statement(path);
      }
    }
    Lowered call = read(tree, path);
    List<Stmt> statements = new ArrayList<>(call.before());
    if (isResult(call)) {
      Stmt.Call last = (Stmt.Call) statements.remove(statements.size() - 1);
      statements.add(
          new Stmt.Call(Optional.empty(), last.callee(), last.arguments(), last.origin()));
    } else if (Effects.mayThrow(call.value())) {
      return reading.kept(call, TemporaryNames.of(call.value())).before();
    }
    return statements;
  }

  /** {@code T target = value}: a call's result goes there without a detour. */
  List<Stmt> declare(Var target, Lowered value) {
    List<Stmt> statements = new ArrayList<>(value.before());
    if (isResult(value) && value.value().type().equals(target.type())) {
      Stmt.Call last = (Stmt.Call) statements.remove(statements.size() - 1);
      statements.add(
          new Stmt.Call(Optional.of(target), last.callee(), last.arguments(), last.origin()));
      return statements;
    }
    Lowered converted = expressions.converted(value, target.type());
    if (!converted.isPure()
        && converted.before().get(converted.before().size() - 1) instanceof Stmt.Opaque last
        && last.result().map(Var::read).equals(Optional.of(converted.value()))
        && converted.value().type().equals(target.type())) {
      statements.clear();
      statements.addAll(converted.before().subList(0, converted.before().size() - 1));
      statements.add(
          new Stmt.Opaque(
              Optional.of(target), last.code(), last.effect(), last.isText(), last.origin()));
      return statements;
    }
    statements.clear();
    statements.addAll(converted.before());
    statements.add(new Stmt.Declare(target, Optional.of(converted.value()), reading.origin()));
    return statements;
  }

  private static boolean isResult(Lowered value) {
    return !value.isPure()
        && value.before().get(value.before().size() - 1) instanceof Stmt.Call call
        && value.value() instanceof Expr.Read read
        && call.result().equals(Optional.of(read.variable()));
  }

  private ExecutableElement method(MethodInvocationTree tree, TreePath path) {
    return (ExecutableElement) reading.element(Reading.within(path, tree.getMethodSelect()));
  }

  /**
   * The method that runs, on the class of its object; or whose source says what a method of the JDK
   * does with arrays.
   */
  private Dispatch.Target known(
      ExecutableElement method, MethodInvocationTree tree, TreePath path) {
    if (!FieldReader.isStatic(method)
        || !PreludeSource.CLASSES.containsKey(Callees.owner(method))) {
      return Dispatch.of(method, tree, path, reading);
    }
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < tree.getArguments().size(); i++) {
      Type declared =
          i < method.getParameters().size()
              ? TypeReader.type(method.getParameters().get(i).asType())
              : TypeReader.UNREADABLE;
      boolean isPlain = declared instanceof Type.Array a && a.innermost() instanceof Type.Primitive;
      types.add(
          isPlain || declared instanceof Type.Primitive
              ? declared
              : reading.type(Reading.within(path, tree.getArguments().get(i))));
    }
    String name = method.getSimpleName().toString();
    return new Dispatch.Target(
        reading.callees().prelude(Callees.owner(method), name, types).orElse(method),
        Optional.empty());
  }

  private boolean isArrayClone(MethodInvocationTree tree, TreePath path) {
    return tree.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("clone")
        && reading.mirror(Reading.within(Reading.within(path, select), select.getExpression()))
            instanceof ArrayType;
  }

  /** A call of a method with a custom derivative. */
  private Lowered asItStands(
      CustomDerivatives.Found custom, MethodInvocationTree tree, TreePath path) {
    ExecutableElement method = method(tree, path);
    TreePath select = Reading.within(path, tree.getMethodSelect());
    Optional<Problem> problem =
        custom
            .obstacle()
            .or(() -> CallCheck.checked(method, reading))
            .or(
                () ->
                    custom.callee().isOnObject() ? objectProblem(tree, method) : Optional.empty());
    if (problem.isPresent()) {
      reading.refuse(select, problem.get());
      readForFindings(method, tree, path);
      return reading.standIn(path);
    }
    List<Lowered> operands = operands(Specialised.plain(method, reading), tree, path);
    if (custom.callee().isOnObject()) {
      operands.add(0, receiver(object(tree, select), method));
    }
    return call(custom.callee(), reading.arrange(operands));
  }

  /** What is wrong with the object that {@code method} is called on, if anything. */
  private Optional<Problem> objectProblem(MethodInvocationTree tree, ExecutableElement method) {
    if (tree.getMethodSelect() instanceof MemberSelectTree) {
      return isSuper(tree) ? Optional.of(Refusals.superCall(method)) : Optional.empty();
    }
    return reading.receiver(method).isEmpty()
        ? Optional.of(Refusals.instanceMethod(method))
        : Optional.empty();
  }

  /** The object that a method is called on. */
  private Lowered object(MethodInvocationTree tree, TreePath select) {
    return tree.getMethodSelect() instanceof MemberSelectTree member
        ? expressions.read(Reading.within(select, member.getExpression()))
        : Lowered.pure(reading.receiver().orElseThrow());
  }

  /** The same as what {@code method} wants, in a variable. */
  private Lowered receiver(Lowered object, ExecutableElement method) {
    Lowered converted = expressions.converted(object, Receivers.type(method));
    boolean isNamed =
        converted.value() instanceof Expr.Read || converted.value() instanceof Expr.Component;
    return isNamed ? converted : reading.kept(converted, "object");
  }

  /** A call of an instance method whose body is read: the object is a first argument. */
  private Lowered onObject(Specialised special, MethodInvocationTree tree, TreePath path) {
    ExecutableElement method = special.method();
    TreePath select = Reading.within(path, tree.getMethodSelect());
    if (special.exact().isEmpty() || !isSuper(tree)) {
      Optional<Problem> problem = objectProblem(tree, method);
      if (problem.isPresent()) {
        return reading.refused(select, problem.get());
      }
    }
    Lowered object =
        isSuper(tree) ? Lowered.pure(reading.receiver().orElseThrow()) : object(tree, select);
    Type type = special.exact().map(Receivers::type).orElse(object.value().type());
    boolean isCast = special.exact().isPresent() && !object.value().type().equals(type);
    Lowered receiver = isCast ? expressions.opaque().cast(object, type) : receiver(object, method);
    List<Lowered> operands = operands(special, tree, path);
    operands.add(0, receiver);
    Operands.Arranged arranged = reading.arrange(operands);
    List<Stmt> before = new ArrayList<>(arranged.before());
    String name = type instanceof Type.Reference r ? r.name() : Callees.owner(method);
    check(special, arranged.values().get(0), name).ifPresent(before::add);
    return call(special.callee(reading), new Operands.Arranged(before, arranged.values()));
  }

  private static boolean isSuper(MethodInvocationTree tree) {
    return tree.getMethodSelect() instanceof MemberSelectTree member
        && member.getExpression().toString().equals("super");
  }

  /** Java looks at the object when the arguments have been evaluated. */
  private Optional<Stmt> check(Specialised special, Expr object, String type) {
    ExecutableElement method = special.method();
    boolean isKnown = special.exact().isPresent() && reading.receiver().equals(Optional.of(object));
    if (object.type() instanceof Type.RecordOf || isKnown) {
      return Optional.empty();
    }
    Requirement requirement = new Requirement.NotNull(object);
    // What a final method calls may be overridden.
    if (Receivers.canBeOverridden(method) || special.exact().isPresent()) {
      requirement = new Requirement.OfClass(object, type, Callees.describe(method));
    } else if (reading.receiver().equals(Optional.of(object))) {
      return Optional.empty();
    }
    return Optional.of(new Stmt.Require(requirement, Origin.NONE));
  }

  private List<Lowered> operands(Specialised special, MethodInvocationTree tree, TreePath path) {
    return operands(special, tree.getArguments(), path);
  }

  /** The arguments of a call at {@code path}, each of the type of its parameter. */
  List<Lowered> operands(
      ExecutableElement method, List<? extends ExpressionTree> trees, TreePath path) {
    return operands(Specialised.plain(method, reading), trees, path);
  }

  private List<Lowered> operands(
      Specialised special, List<? extends ExpressionTree> trees, TreePath path) {
    ExecutableElement method = special.method();
    int fixed = method.getParameters().size() - (packs(method, trees, path) ? 1 : 0);
    List<Lowered> operands = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      Closure closure = special.closures().get(i);
      if (closure != null) {
        closure.values().forEach(v -> operands.add(Lowered.pure(v)));
        continue;
      }
      VariableElement parameter = method.getParameters().get(i);
      Type type = Callees.parameter(parameter, special.types());
      Lowered operand = expressions.read(path, trees.get(i), type);
      // What happens to the elements of an array that is not there is for the variable to tell.
      boolean isNoArray = type instanceof Type.Array && ExpressionReader.isNull(operand.value());
      operands.add(
          isNoArray
              ? reading.kept(operand, parameter.getSimpleName().toString())
              : reading.named(operand, "array"));
    }
    if (fixed < method.getParameters().size()) {
      VariableElement last = method.getParameters().get(fixed);
      Type.Array type = (Type.Array) TypeReader.type(last.asType());
      Lowered packed = expressions.arrays().of(type, trees.subList(fixed, trees.size()), path);
      operands.add(reading.kept(packed, last.getSimpleName().toString()));
    }
    return operands;
  }

  /** Whether Java packs the last arguments, none or several of them, into an array. */
  boolean packs(ExecutableElement method, List<? extends ExpressionTree> trees, TreePath path) {
    int last = method.getParameters().size() - 1;
    if (!method.isVarArgs() || trees.size() != last + 1) {
      return method.isVarArgs();
    }
    Type argument = reading.type(Reading.within(path, trees.get(last)));
    Type component =
        ((Type.Array) TypeReader.type(method.getParameters().get(last).asType())).element();
    boolean isArray =
        argument instanceof Type.Array array
            && (array.element().equals(component)
                || component instanceof Type.Reference
                    && !(array.element() instanceof Type.Primitive));
    return !isArray && !argument.equals(new Type.Reference("null"));
  }

  /** {@code Arrays.copyOf(x, x.length)}. */
  private static boolean isWholeCopy(ExecutableElement method, List<Expr> arguments) {
    return Callees.owner(method).startsWith(PreludeSource.PACKAGE)
        && method.getSimpleName().contentEquals("copyOf")
        && arguments.get(1).equals(new Expr.Length(arguments.get(0)));
  }

  private Expr library(ExecutableElement method, List<Expr> arguments, TreePath path) {
    return new Expr.LibraryCall(
        Callees.owner(method),
        method.getSimpleName().toString(),
        arguments,
        TypeReader.type(method.getReturnType()),
        reading.originOf(path));
  }

  /** A call of a method that is read. */
  Lowered call(Callee callee, Operands.Arranged arguments) {
    String name =
        callee.name().equals("<init>") ? TemporaryNames.ofClass(callee.owner()) : callee.name();
    Optional<Var> result = callee.result().map(type -> reading.vars().make(name, type));
    List<Stmt> before = new ArrayList<>(arguments.before());
    before.add(new Stmt.Call(result, callee, arguments.values(), reading.origin()));
    Expr value = result.<Expr>map(Var::read).orElse(NOTHING);
    return new Lowered(before, value);
  }

  /** Looks for more to refuse within a call that has been refused. */
  private void readForFindings(ExecutableElement method, MethodInvocationTree tree, TreePath path) {
    if (FieldReader.isStatic(method)) {
      tree.getArguments().forEach(argument -> expressions.read(path, argument));
    }
  }
}
