package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads expressions: the side effects become statements that run first, the value stays an
 * expression.
 */
final class ExpressionReader extends SimpleTreeVisitor<Lowered, TreePath> {

  private final Reading reading;
  private final AssignmentReader assignments;
  private final CallReader calls;
  private final FieldReader fields;
  private final ArrayReader arrays;
  private final BranchingReader branching;
  private final OpaqueReader opaque;
  private final LambdaReader lambdas;
  private final RecordReader records;
  private SwitchReader switches;

  ExpressionReader(Reading reading) {
    this.reading = reading;
    this.assignments = new AssignmentReader(reading, this);
    this.calls = new CallReader(reading, this);
    this.fields = new FieldReader(reading, this);
    this.arrays = new ArrayReader(reading, this);
    this.branching = new BranchingReader(reading, this);
    this.opaque = new OpaqueReader(reading);
    this.lambdas = new LambdaReader(reading);
    this.records = new RecordReader(reading, this);
  }

  /** The expression at {@code path}, of its own type. */
  Lowered read(TreePath path) {
    return visit(path.getLeaf(), path);
  }

  /** An expression directly within the one at {@code parent}. */
  Lowered read(TreePath parent, Tree child) {
    return read(Reading.within(parent, child));
  }

  /** An expression converted to {@code type}. */
  Lowered read(TreePath parent, Tree child, Type type) {
    Lowered value = read(parent, child);
    if (isNull(value.value()) && type instanceof Type.RecordOf) {
      return reading.refused(Reading.within(parent, child), Refusals.nullRecord());
    }
    return isNull(value.value()) && type instanceof Type.Primitive
        ? reading.refused(Reading.within(parent, child), Refusals.nullNumber())
        : converted(value, type);
  }

  /** {@code value} converted to {@code type}, as in an assignment. */
  Lowered converted(Lowered value, Type type) {
    Type own = value.value().type();
    boolean isPlain = own instanceof Type.Primitive && type instanceof Type.Primitive;
    if (isPlain || own.equals(type) || isNull(value.value()) || isObject(own) && isObject(type)) {
      return value.map(e -> Conversions.convert(e, type));
    }
    if (!TypeReader.isReadable(own) || !TypeReader.isReadable(type)) {
      return value;
    }
    if (type instanceof Type.RecordOf record) {
      return records.value(value, record);
    }
    if (own instanceof Type.RecordOf record) {
      return records.object(value, record);
    }
    Optional<Type.Primitive> from = Boxes.unboxed(own);
    if (from.isPresent() && type instanceof Type.Primitive) {
      return opaque.converted(value, from.get()).map(e -> Conversions.convert(e, type));
    }
    Optional<Type.Primitive> to = Boxes.unboxed(type);
    return to.isPresent() && own instanceof Type.Primitive
        ? opaque.converted(value.map(e -> Conversions.convert(e, to.get())), type)
        : opaque.converted(value, type);
  }

  /** Whether {@code e} is the literal {@code null}. */
  static boolean isNull(Expr e) {
    return e instanceof Expr.Literal literal && literal.value() == Expr.Literal.NULL;
  }

  private static boolean isObject(Type type) {
    return type instanceof Type.Array array
        ? isObject(array.innermost())
        : type instanceof Type.Reference;
  }

  /** An operand of an operator: what a box holds. */
  Lowered number(TreePath parent, Tree child) {
    return unboxed(read(parent, child));
  }

  private Lowered unboxed(Lowered value) {
    return Boxes.unboxed(value.value().type()).map(type -> converted(value, type)).orElse(value);
  }

  /** Expressions in the order of evaluation, each converted to its type. */
  Operands.Arranged readAll(
      TreePath parent, List<? extends ExpressionTree> children, List<Type> types) {
    List<Lowered> operands = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      operands.add(read(parent, children.get(i), types.get(i)));
    }
    return reading.arrange(operands);
  }

  AssignmentReader assignments() {
    return assignments;
  }

  CallReader calls() {
    return calls;
  }

  ArrayReader arrays() {
    return arrays;
  }

  /** Sets the reader of switch expressions, whose parts are statements. */
  void switches(SwitchReader reader) {
    switches = reader;
  }

  RecordReader records() {
    return records;
  }

  LambdaReader lambdas() {
    return lambdas;
  }

  OpaqueReader opaque() {
    return opaque;
  }

  BranchingReader branching() {
    return branching;
  }

  @Override
  protected Lowered defaultAction(Tree tree, TreePath path) {
    return reading.refused(path, Refusals.of(tree));
  }

  @Override
  public Lowered visitParenthesized(ParenthesizedTree tree, TreePath path) {
    return read(path, tree.getExpression());
  }

  @Override
  public Lowered visitLiteral(LiteralTree tree, TreePath path) {
    return Literals.read(tree, reading.text().of(tree))
        .map(Lowered::pure)
        .orElseGet(() -> defaultAction(tree, path));
  }

  @Override
  public Lowered visitIdentifier(IdentifierTree tree, TreePath path) {
    return fields.name(path);
  }

  @Override
  public Lowered visitMemberSelect(MemberSelectTree tree, TreePath path) {
    return fields.select(tree, path);
  }

  @Override
  public Lowered visitMethodInvocation(MethodInvocationTree tree, TreePath path) {
    return calls.read(tree, path);
  }

  @Override
  public Lowered visitArrayAccess(ArrayAccessTree tree, TreePath path) {
    Operands.Arranged place = arrays.place(tree, path);
    return new Lowered(
        place.before(), arrays.element(place.values().get(0), place.values().get(1), path));
  }

  @Override
  public Lowered visitNewArray(NewArrayTree tree, TreePath path) {
    return arrays.create(tree, path);
  }

  @Override
  public Lowered visitAssignment(AssignmentTree tree, TreePath path) {
    return assignments.value(tree, path);
  }

  @Override
  public Lowered visitCompoundAssignment(CompoundAssignmentTree tree, TreePath path) {
    return assignments.value(tree, path);
  }

  @Override
  public Lowered visitConditionalExpression(ConditionalExpressionTree tree, TreePath path) {
    return branching.choose(tree, path);
  }

  @Override
  public Lowered visitUnary(UnaryTree tree, TreePath path) {
    switch (tree.getKind()) {
      case UNARY_PLUS:
        return promoted(tree, path);
      case UNARY_MINUS:
        return promoted(tree, path).map(e -> new Expr.Unary(UnaryOp.NEGATE, e));
      case BITWISE_COMPLEMENT:
        return promoted(tree, path).map(e -> new Expr.Unary(UnaryOp.COMPLEMENT, e));
      case LOGICAL_COMPLEMENT:
        return read(path, tree.getExpression(), Type.Primitive.BOOLEAN)
            .map(e -> new Expr.Unary(UnaryOp.NOT, e));
      default:
        return assignments.value(tree, path);
    }
  }

  private Lowered promoted(UnaryTree tree, TreePath path) {
    return number(path, tree.getExpression())
        .map(e -> Conversions.convert(e, Conversions.promoted(e.type())));
  }

  @Override
  public Lowered visitBinary(BinaryTree tree, TreePath path) {
    BinaryOp op = Operators.binary(tree.getKind());
    if (reading.type(path) instanceof Type.Reference type && TypeReader.isReadable(type)) {
      return opaque.value(path, "text");
    }
    Lowered left = reading.named(read(path, tree.getLeftOperand()), "left");
    Lowered right = reading.named(read(path, tree.getRightOperand()), "right");
    if (isLostIdentity(op, left, right, tree, path)) {
      return reading.refused(path, Refusals.identity());
    }
    if (left.value().type() instanceof Type.RecordOf
        || right.value().type() instanceof Type.RecordOf) {
      return records.compared(op, left, right, path);
    }
    if (!isIdentity(op, left.value().type(), right.value().type())) {
      left = unboxed(left);
      right = unboxed(right);
    }
    if ((op == BinaryOp.COND_AND || op == BinaryOp.COND_OR) && !right.isPure()) {
      return branching.shortCircuit(op, left, right);
    }
    if (!TypeReader.isReadable(reading.type(path))) {
      return reading.standIn(path);
    }
    Operands.Arranged both = reading.arrange(List.of(left, right));
    return new Lowered(
        both.before(), Operators.apply(op, both.values().get(0), both.values().get(1)));
  }

  /** Whether two objects are compared of which only the number is known that they hold. */
  private boolean isLostIdentity(
      BinaryOp op, Lowered left, Lowered right, BinaryTree tree, TreePath path) {
    boolean isNumber =
        left.value().type() instanceof Type.Primitive
            || right.value().type() instanceof Type.Primitive;
    return (op == BinaryOp.EQ || op == BinaryOp.NE)
        && isNumber
        && !reading.mirror(Reading.within(path, tree.getLeftOperand())).getKind().isPrimitive()
        && !reading.mirror(Reading.within(path, tree.getRightOperand())).getKind().isPrimitive();
  }

  /** Whether two objects are compared, and not what they hold. */
  private static boolean isIdentity(BinaryOp op, Type left, Type right) {
    return (op == BinaryOp.EQ || op == BinaryOp.NE) && isObject(left) && isObject(right);
  }

  @Override
  public Lowered visitTypeCast(TypeCastTree tree, TreePath path) {
    Type type = reading.type(path);
    if (!TypeReader.isReadable(type)) {
      return reading.refused(path, Refusals.type(reading.mirror(path)));
    }
    Type operand = reading.type(Reading.within(path, tree.getExpression()));
    boolean isConversion =
        type.equals(operand)
            || isNumber(type) && isNumber(operand)
            || !isObject(type) && !isObject(operand);
    return isConversion ? read(path, tree.getExpression(), type) : opaque.value(path, "value");
  }

  private static boolean isNumber(Type type) {
    return type instanceof Type.Primitive || Boxes.unboxed(type).isPresent();
  }

  @Override
  public Lowered visitSwitchExpression(SwitchExpressionTree tree, TreePath path) {
    return switches.value(tree, path);
  }

  @Override
  public Lowered visitNewClass(NewClassTree tree, TreePath path) {
    return records
        .create(tree, path)
        .orElseGet(
            () -> opaque.value(path, TemporaryNames.ofClass(tree.getIdentifier().toString())));
  }

  @Override
  public Lowered visitInstanceOf(InstanceOfTree tree, TreePath path) {
    return tree.getPattern() == null
        ? opaque.value(path, "matches")
        : opaque.pattern(tree, path, read(path, tree.getExpression()));
  }

  @Override
  public Lowered visitLambdaExpression(LambdaExpressionTree tree, TreePath path) {
    return opaque.value(path, "function");
  }

  @Override
  public Lowered visitMemberReference(MemberReferenceTree tree, TreePath path) {
    return opaque.value(path, "function");
  }
}
