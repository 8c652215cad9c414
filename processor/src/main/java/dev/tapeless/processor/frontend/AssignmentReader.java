package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Children;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code =}, compound assignments, {@code ++} and {@code --}, as statements and as values.
 */
final class AssignmentReader {

  private static final Expr ONE = new Expr.Literal(Type.Primitive.INT, 1, "1");

  private final Reading reading;
  private final ExpressionReader expressions;
  private final TargetReader targets;

  AssignmentReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
    this.targets = new TargetReader(reading, expressions);
  }

  /**
   * An assignment that is about to be made.
   *
   * @param before what runs first
   */
  private record Store(List<Stmt> before, Place place, Expr value) {}

  /** An assignment, increment or decrement whose value nobody wants. */
  List<Stmt> statement(ExpressionTree tree, TreePath path) {
    if (isOpaque(tree, path)) {
      return expressions.opaque().statement(path);
    }
    Optional<Store> store = store(tree, path);
    if (store.isEmpty()) {
      return List.of();
    }
    List<Stmt> statements = new ArrayList<>(store.get().before());
    statements.add(assign(store.get().place(), store.get().value()));
    return statements;
  }

  /** An assignment, increment or decrement as a value. */
  Lowered value(ExpressionTree tree, TreePath path) {
    if (isOpaque(tree, path)) {
      return expressions.opaque().value(path, "value");
    }
    Optional<Store> store = store(tree, path);
    if (store.isEmpty()) {
      return reading.standIn(path);
    }
    return isPostfix(tree) ? oldValue(store.get()) : newValue(store.get());
  }

  /** Whether the target is a passive field, or an object that is replaced by another one. */
  private boolean isOpaque(ExpressionTree tree, TreePath path) {
    ExpressionTree target = target(tree);
    TreePath at = Reading.within(path, target);
    boolean isCompound = !(tree instanceof AssignmentTree);
    return targets.isPassiveField(at)
        || isCompound
            && reading.type(at) instanceof Type.Reference
            && TypeReader.isReadable(reading.type(at))
            && !Boxes.isReal(reading.mirror(at));
  }

  private static ExpressionTree target(ExpressionTree tree) {
    if (tree instanceof AssignmentTree assignment) {
      return assignment.getVariable();
    }
    return tree instanceof CompoundAssignmentTree compound
        ? compound.getVariable()
        : ((UnaryTree) tree).getExpression();
  }

  private static boolean isPostfix(Tree tree) {
    return tree.getKind() == Tree.Kind.POSTFIX_INCREMENT
        || tree.getKind() == Tree.Kind.POSTFIX_DECREMENT;
  }

  private Lowered newValue(Store store) {
    if (store.place() instanceof Expr.Read || isSimple(store.value())) {
      List<Stmt> before = new ArrayList<>(store.before());
      before.add(assign(store.place(), store.value()));
      return new Lowered(
          before, store.place() instanceof Expr.Read ? store.place() : store.value());
    }
    Lowered kept = reading.kept(new Lowered(store.before(), store.value()), "value");
    List<Stmt> before = new ArrayList<>(kept.before());
    before.add(assign(store.place(), kept.value()));
    return new Lowered(before, kept.value());
  }

  private static boolean isSimple(Expr value) {
    return value instanceof Expr.Literal || value instanceof Expr.Read;
  }

  private Lowered oldValue(Store store) {
    Place place = store.place();
    Lowered old = reading.kept(new Lowered(store.before(), place), TemporaryNames.of(place));
    List<Stmt> before = new ArrayList<>(old.before());
    before.add(
        assign(
            place,
            place instanceof Expr.Read
                ? store.value()
                : replaced(store.value(), place, old.value())));
    return new Lowered(before, old.value());
  }

  private static Expr replaced(Expr expr, Expr from, Expr to) {
    return Children.rewrite(expr, e -> e.equals(from) ? to : e);
  }

  private Stmt assign(Place place, Expr value) {
    return new Stmt.Assign(place, value, reading.origin());
  }

  private Optional<Store> store(ExpressionTree tree, TreePath path) {
    if (tree instanceof AssignmentTree assignment) {
      return simple(assignment, path);
    }
    if (tree instanceof CompoundAssignmentTree compound) {
      BinaryOp op = Operators.compound(tree.getKind());
      Lowered operand = expressions.number(path, compound.getExpression());
      return compound(Reading.within(path, compound.getVariable()), op, operand);
    }
    TreePath target = Reading.within(path, ((UnaryTree) tree).getExpression());
    return compound(target, Operators.compound(tree.getKind()), Lowered.pure(ONE));
  }

  private Optional<Store> simple(AssignmentTree tree, TreePath path) {
    Optional<TargetReader.Target> target = targets.read(Reading.within(path, tree.getVariable()));
    Lowered value = expressions.read(path, tree.getExpression());
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Type type = target.get().type();
    List<Lowered> operands = new ArrayList<>(target.get().operands());
    operands.add(expressions.converted(value, type));
    Operands.Arranged arranged = reading.arrange(operands);
    Expr last = arranged.values().get(operands.size() - 1);
    return Optional.of(new Store(arranged.before(), target.get().place(arranged.values()), last));
  }

  // The old value is read after array and index and before the operand is evaluated.
  private Optional<Store> compound(TreePath targetPath, BinaryOp op, Lowered operand) {
    Optional<TargetReader.Target> target = targets.read(targetPath);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    List<Lowered> operands = new ArrayList<>(target.get().operands());
    operands.add(operand);
    Operands.Arranged arranged = reading.arrange(operands);
    Place place = target.get().place(arranged.values());
    List<Stmt> before = new ArrayList<>(arranged.before());
    Expr old = place;
    if (!reading.effects().mayMove(place, operand.before())) {
      Var kept = reading.vars().make(TemporaryNames.of(place), place.type());
      Stmt keep = new Stmt.Declare(kept, Optional.of(place), reading.origin());
      before.add(before.size() - operand.before().size(), keep);
      old = kept.read();
    }
    Expr applied = Operators.apply(op, old, operand.value());
    return Optional.of(new Store(before, place, Conversions.convert(applied, place.type())));
  }
}
