package dev.tapeless.processor.ir;

import dev.tapeless.processor.ir.Type.Primitive;
import java.util.List;
import java.util.function.Supplier;

/**
 * Checks the types within expressions. A node is looked at only when its operands are right, so
 * each fault is told once.
 *
 * @param where the statement that the expressions stand in
 */
record ExprVerifier(Scope scope, Supplier<String> where) implements Expr.Visitor<Boolean> {

  /** Whether {@code expr} is right where nothing may be allocated or popped. */
  boolean plain(Expr expr) {
    boolean plain = !allocates(expr);
    scope.check(plain, "allocation or pop within an expression", where);
    return plain && nested(expr);
  }

  /** Whether {@code expr} is right where it may allocate or pop. */
  boolean allocating(Expr expr) {
    return nested(expr);
  }

  private static boolean allocates(Expr e) {
    return e instanceof Expr.NewArray
        || e instanceof Expr.ArrayLiteral
        || e instanceof Expr.CloneArray
        || e instanceof Expr.DeepCopy
        || e instanceof Expr.ZerosLike
        || e instanceof Expr.NewStack
        || e instanceof Expr.NewObject
        || e instanceof Expr.NewRecord
        || e instanceof Expr.Pop;
  }

  private boolean nested(Expr expr) {
    boolean mayAllocate = allocates(expr);
    boolean right = true;
    for (Expr operand : Children.of(expr)) {
      right &= mayAllocate ? allocating(operand) : plain(operand);
    }
    return right && expr.accept(this);
  }

  private boolean check(boolean holds, String fault) {
    return scope.check(holds, fault, where);
  }

  private boolean all(List<Expr> expressions, Type type, String fault) {
    return check(expressions.stream().allMatch(e -> e.type().equals(type)), fault);
  }

  @Override
  public Boolean literal(Expr.Literal e) {
    return check(TypeRules.holds(e), "constant " + e.value() + " of type " + TypeText.of(e.type()));
  }

  @Override
  public Boolean read(Expr.Read e) {
    return scope.use(e.variable(), where);
  }

  @Override
  public Boolean element(Expr.Element e) {
    return array(e.array()) && check(e.index().type() == Primitive.INT, "index that is no int");
  }

  @Override
  public Boolean length(Expr.Length e) {
    return array(e.array());
  }

  private boolean array(Expr e) {
    return check(e.type() instanceof Type.Array, TypeText.of(e.type()) + " in place of an array");
  }

  @Override
  public Boolean field(Expr.Field e) {
    boolean isObject = e.object().map(o -> o.type() instanceof Type.Reference).orElse(true);
    return check(!e.owner().isEmpty(), "field without a class")
        && check(isObject, "field of what is no object");
  }

  @Override
  public Boolean unary(Expr.Unary e) {
    return check(
        TypeRules.fits(e.op(), e.operand().type()),
        "operand of " + e.op() + " is " + TypeText.of(e.operand().type()));
  }

  @Override
  public Boolean binary(Expr.Binary e) {
    String types = TypeText.of(e.left().type()) + " and " + TypeText.of(e.right().type());
    String result = TypeText.of(e.type());
    return check(
        TypeRules.fits(e), "operands of " + e.op() + " are " + types + ", its result " + result);
  }

  @Override
  public Boolean conditional(Expr.Conditional e) {
    return check(e.condition().type() == Primitive.BOOLEAN, "condition that is no boolean")
        && check(
            TypeRules.isAssignable(e.whenFalse().type(), e.whenTrue().type()),
            "conditional with operands of two types");
  }

  @Override
  public Boolean cast(Expr.Cast e) {
    boolean numeric = TypeRules.isNumeric(e.type()) && TypeRules.isNumeric(e.operand().type());
    return check(
        numeric || e.type().equals(e.operand().type()),
        "cast to " + TypeText.of(e.type()) + " from " + TypeText.of(e.operand().type()));
  }

  @Override
  public Boolean libraryCall(Expr.LibraryCall e) {
    boolean primitive = e.arguments().stream().allMatch(a -> a.type() instanceof Primitive);
    return check(
            primitive && e.type() instanceof Primitive || Finite.isCheck(e),
            "library call with what is not primitive")
        && check(!e.owner().isEmpty(), "library call without a class");
  }

  @Override
  public Boolean zeroGuard(Expr.ZeroGuard e) {
    return check(
        e.seed().type().isReal() && e.value().type().isReal(), "zero guard of what is not real");
  }

  @Override
  public Boolean newArray(Expr.NewArray e) {
    int sizes = e.dimensions().size();
    return check(
            sizes > 0 && sizes <= e.type().rank(), sizes + " sizes for a " + TypeText.of(e.type()))
        && all(e.dimensions(), Primitive.INT, "array size that is no int");
  }

  @Override
  public Boolean arrayLiteral(Expr.ArrayLiteral e) {
    return check(
        e.elements().stream().allMatch(x -> TypeRules.isAssignable(x.type(), e.type().element())),
        "element that is no " + TypeText.of(e.type().element()));
  }

  @Override
  public Boolean cloneArray(Expr.CloneArray e) {
    return array(e.array());
  }

  @Override
  public Boolean deepCopy(Expr.DeepCopy e) {
    return array(e.array());
  }

  @Override
  public Boolean zerosLike(Expr.ZerosLike e) {
    return check(e.array().type().isRealArray(), "zeros like what is no array of reals");
  }

  @Override
  public Boolean newStack(Expr.NewStack e) {
    boolean kept =
        e.type().element() instanceof Primitive
            || e.type().element() instanceof Type.Array
            || e.type().element() instanceof Type.Reference;
    return check(kept, "stack of what is neither a primitive, nor an array, nor an object");
  }

  @Override
  public Boolean newObject(Expr.NewObject e) {
    return check(!e.type().name().isEmpty(), "object without a class");
  }

  @Override
  public Boolean member(Expr.Member e) {
    return check(e.object().type() instanceof Type.Reference, "field of what is no object");
  }

  @Override
  public Boolean pop(Expr.Pop e) {
    return scope.use(e.stack(), where)
        && check(e.stack().type() instanceof Type.Stack, "pop from what is no stack");
  }

  @Override
  public Boolean newRecord(Expr.NewRecord e) {
    List<Type> given = e.arguments().stream().map(Expr::type).toList();
    List<Type> wanted = e.type().components().stream().map(Type.Component::type).toList();
    return check(given.equals(wanted), "record " + e.type().name() + " of " + given);
  }

  @Override
  public Boolean component(Expr.Component e) {
    boolean known =
        e.record().type() instanceof Type.RecordOf record
            && record.components().contains(new Type.Component(e.name(), e.type()));
    return check(known, "component " + e.name() + " of " + TypeText.of(e.record().type()));
  }
}
