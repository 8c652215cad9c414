package dev.tapeless.processor.ir;

import dev.tapeless.processor.ir.Type.Primitive;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Checks statements in order; a fault is noted in the scope. */
record StmtVerifier(Scope scope, VariableNames names) implements Stmt.Visitor<Boolean> {

  /** Whether all statements are right; what they declare stays visible in this verifier's scope. */
  boolean verify(List<Stmt> statements) {
    boolean right = true;
    for (Stmt statement : statements) {
      right &= statement.accept(this);
    }
    return right;
  }

  private boolean verifyWithin(List<Stmt> statements) {
    return new StmtVerifier(scope.inner(), names).verify(statements);
  }

  private Supplier<String> where(Stmt s) {
    return () -> StmtText.of(List.of(s), names, "").lines().findFirst().orElse("");
  }

  private ExprVerifier exprs(Stmt s) {
    return new ExprVerifier(scope, where(s));
  }

  private boolean check(boolean holds, String fault, Stmt s) {
    return scope.check(holds, fault, where(s));
  }

  @Override
  public Boolean declare(Stmt.Declare s) {
    Type type = s.variable().type();
    boolean right = s.value().isEmpty() || hasType(s.value().get(), type, s);
    scope.declare(s.variable(), where(s));
    return right;
  }

  private boolean hasType(Expr value, Type type, Stmt s) {
    return exprs(s).allocating(value)
        && check(
            TypeRules.isAssignable(value.type(), type),
            TypeText.of(value.type()) + " assigned to " + TypeText.of(type),
            s);
  }

  @Override
  public Boolean assign(Stmt.Assign s) {
    boolean writable =
        !(s.target() instanceof Expr.Read read)
            || check(
                !scope.fixed().contains(read.variable()),
                read.variable() + " steers a counted loop",
                s);
    return exprs(s).plain(s.target()) && hasType(s.value(), s.target().type(), s) && writable;
  }

  @Override
  public Boolean call(Stmt.Call s) {
    boolean right = true;
    for (Expr argument : s.arguments()) {
      boolean isRecord = argument instanceof Expr.NewRecord;
      right &= isRecord ? exprs(s).allocating(argument) : exprs(s).plain(argument);
    }
    if (right) {
      List<Type> given = s.arguments().stream().map(Expr::type).toList();
      right =
          check(
              areAssignable(given, s.callee().parameters())
                  || areAssignable(given, leaves(s.callee().parameters())),
              "arguments of other types than the parameters",
              s);
    }
    if (!s.results().isEmpty()) {
      List<Type> types = s.results().stream().map(Var::type).toList();
      List<Type> returned = s.callee().result().stream().toList();
      boolean isWhole = types.equals(returned) || types.equals(leaves(returned));
      right &= check(isWhole, "result of another type", s);
      s.results().forEach(r -> scope.declare(r, where(s)));
    }
    return right;
  }

  private static List<Type> leaves(List<Type> types) {
    return types.stream().flatMap(t -> Leaf.of(t).stream()).map(Leaf::type).toList();
  }

  private static boolean areAssignable(List<Type> given, List<Type> wanted) {
    boolean right = given.size() == wanted.size();
    for (int i = 0; right && i < given.size(); i++) {
      right = TypeRules.isAssignable(given.get(i), wanted.get(i));
    }
    return right;
  }

  @Override
  public Boolean opaque(Stmt.Opaque s) {
    boolean right = snippet(s.code(), s);
    s.result().ifPresent(r -> scope.declare(r, where(s)));
    return right;
  }

  @Override
  public Boolean raise(Stmt.Throw s) {
    return snippet(s.exception(), s);
  }

  private boolean snippet(Snippet snippet, Stmt s) {
    boolean right = true;
    for (Expr operand : snippet.operands()) {
      right &= exprs(s).plain(operand);
    }
    for (Var target : snippet.assigned()) {
      right &= scope.use(target, where(s));
    }
    return right;
  }

  @Override
  public Boolean branch(Stmt.If s) {
    return condition(s.condition(), s) & verifyWithin(s.then()) & verifyWithin(s.otherwise());
  }

  private boolean condition(Expr condition, Stmt s) {
    return exprs(s).plain(condition)
        && check(condition.type() == Primitive.BOOLEAN, "condition that is no boolean", s);
  }

  @Override
  public Boolean countedFor(Stmt.CountedFor s) {
    boolean right = isInt(s.from(), s) & isInt(s.bound(), s);
    right &= check(s.counter().type() == Primitive.INT, "counter that is no int", s);
    right &= check(isUp(s) || isDown(s), "step " + s.step() + " with " + s.compare().symbol(), s);
    Scope body = scope.inner();
    body.declare(s.counter(), where(s));
    body.fixed().addAll(CountedBounds.reads(s));
    body.fixed().add(s.counter());
    right &=
        check(
            !CountedBounds.elementsMayChange(s), "bounds read elements that the body may write", s);
    return right & new StmtVerifier(body, names).verify(s.body());
  }

  private boolean isInt(Expr bound, Stmt s) {
    return exprs(s).plain(bound) && check(bound.type() == Primitive.INT, "bound that is no int", s);
  }

  private static boolean isUp(Stmt.CountedFor s) {
    return s.step() > 0 && Set.of(BinaryOp.LT, BinaryOp.LE).contains(s.compare());
  }

  private static boolean isDown(Stmt.CountedFor s) {
    return s.step() < 0 && Set.of(BinaryOp.GT, BinaryOp.GE).contains(s.compare());
  }

  @Override
  public Boolean loop(Stmt.Loop s) {
    StmtVerifier inside = new StmtVerifier(scope.inner(), names);
    return inside.verify(s.head()) & inside.condition(s.condition(), s) & inside.verify(s.tail());
  }

  @Override
  public Boolean block(Stmt.Block s) {
    return verifyWithin(s.statements());
  }

  @Override
  public Boolean push(Stmt.Push s) {
    return exprs(s).plain(s.value())
        && scope.use(s.stack(), where(s))
        && check(
            s.stack().type().equals(new Type.Stack(s.value().type())), "push of another type", s);
  }

  @Override
  public Boolean clear(Stmt.Clear s) {
    return exprs(s).plain(s.array())
        && check(s.array().type().isRealArray(), "clear of what is no array of reals", s);
  }

  @Override
  public Boolean require(Stmt.Require s) {
    boolean right = true;
    for (Expr operand : s.requirement().operands()) {
      right &= exprs(s).plain(operand);
    }
    return right && check(fits(s.requirement()), "requirement of what it cannot check", s);
  }

  private static boolean fits(Requirement requirement) {
    List<Type> types = requirement.operands().stream().map(Expr::type).toList();
    if (requirement instanceof Requirement.NotNull
        || requirement instanceof Requirement.OfClass
        || requirement instanceof Requirement.Kept) {
      return types.get(0) instanceof Type.Reference || types.get(0) instanceof Type.RecordOf;
    }
    return requirement instanceof Requirement.NonZero
        ? types.get(0).isReal()
        : types.stream().allMatch(t -> t instanceof Type.Array);
  }

  @Override
  public Boolean comment(Stmt.Comment s) {
    return true;
  }
}
