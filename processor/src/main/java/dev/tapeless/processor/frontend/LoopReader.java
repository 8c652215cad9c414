package dev.tapeless.processor.frontend;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.UnaryOp;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Element;

/** Reads loops. */
final class LoopReader {

  private final Reading reading;
  private final ExpressionReader expressions;
  private final StatementReader statements;
  private final Jumps jumps;
  private final Exits exits;
  private int depth;

  LoopReader(
      Reading reading,
      ExpressionReader expressions,
      StatementReader statements,
      Jumps jumps,
      Exits exits) {
    this.jumps = jumps;
    this.exits = exits;
    this.reading = reading;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** {@code while (condition) body}. */
  List<Stmt> read(WhileLoopTree tree, TreePath path) {
    Origin origin = reading.start(path, reading.text().head(tree, tree.getStatement()));
    if (Jumps.isTrue(tree.getCondition())) {
      Optional<LoopExits.Middle> middle = LoopExits.middle(path, jumps);
      if (middle.isPresent()) {
        return List.of(left(middle.get(), List.of(), origin));
      }
    }
    LoopExits exits = LoopExits.open(path, reading.vars(), jumps, this.exits);
    Lowered condition =
        exits.condition(expressions.read(path, tree.getCondition(), Type.Primitive.BOOLEAN));
    List<Stmt> body = statements.body(path, tree.getStatement());
    return exits.close(List.of(new Stmt.Loop(condition.before(), condition.value(), body, origin)));
  }

  /** {@code while (true) { before; if (exit) break; after }}. */
  private Stmt left(LoopExits.Middle middle, List<Stmt> updates, Origin origin) {
    List<Stmt> head = new ArrayList<>(statements.list(middle.before()));
    StatementReader.Branch exit = statements.branch(middle.exit(), middle.branch());
    head.addAll(exit.condition().before());
    List<Stmt> tail = new ArrayList<>(statements.list(middle.after()));
    tail.addAll(updates);
    Expr goOn = new Expr.Unary(UnaryOp.NOT, exit.condition().value());
    return new Stmt.Loop(head, goOn, tail, origin);
  }

  /** {@code do body while (condition);}. */
  List<Stmt> read(DoWhileLoopTree tree, TreePath path) {
    String words = "do ... while " + reading.text().of(tree.getCondition());
    Origin origin = reading.start(path, words);
    LoopExits exits = LoopExits.open(path, reading.vars(), jumps, this.exits);
    List<Stmt> head = new ArrayList<>(statements.body(path, tree.getStatement()));
    reading.resume(origin);
    Lowered condition =
        exits.condition(expressions.read(path, tree.getCondition(), Type.Primitive.BOOLEAN));
    head.addAll(condition.before());
    return exits.close(List.of(new Stmt.Loop(head, condition.value(), List.of(), origin)));
  }

  /** {@code for (init; condition; update) body}. */
  List<Stmt> read(ForLoopTree tree, TreePath path) {
    Origin origin = reading.start(path, reading.text().head(tree, tree.getStatement()));
    List<Stmt> init = statements.readAll(path, tree.getInitializer());
    reading.resume(origin);
    if (Jumps.isTrue(tree.getCondition())) {
      Optional<LoopExits.Middle> middle = LoopExits.middle(path, jumps);
      if (middle.isPresent()) {
        depth++;
        Stmt loop = left(middle.get(), updates(tree, path), origin);
        depth--;
        return wrapped(init, loop, origin);
      }
    }
    LoopExits exits = LoopExits.open(path, reading.vars(), jumps, this.exits);
    Lowered condition =
        tree.getCondition() == null
            ? Lowered.pure(Exprs.bool(true))
            : expressions.read(path, tree.getCondition(), Type.Primitive.BOOLEAN);
    if (exits.isEmpty()) {
      List<Stmt> body = inner(path, tree);
      List<List<Stmt>> updates = new ArrayList<>();
      for (ExpressionStatementTree update : tree.getUpdate()) {
        updates.add(statements.read(Reading.within(path, update)));
      }
      LoopShapes.For loop = new LoopShapes.For(init, condition, updates, body, origin);
      return LoopShapes.counted(loop, reading.vars(), reading.effects())
          .orElseGet(() -> LoopShapes.general(loop));
    }
    depth++;
    List<Stmt> body = iteration(path, exits, () -> updates(tree, path));
    depth--;
    Lowered test = exits.condition(condition);
    LoopShapes.For loop = new LoopShapes.For(init, test, List.of(), body, origin);
    return exits.close(LoopShapes.general(loop));
  }

  /** The body of a loop that may be left, and what runs after each iteration if it is not left. */
  private List<Stmt> iteration(TreePath path, LoopExits exits, Supplier<List<Stmt>> after) {
    TreePath body = LoopExits.body(path);
    Jumps.Target next = new Jumps.Target(Jumps.Kind.CONTINUE, path.getLeaf());
    if (!jumps.leadsTo(next, body)) {
      return statements.body(body, after.get());
    }
    List<Stmt> all = new ArrayList<>(statements.body(body, List.of()));
    all.addAll(exits.unlessLeft(after.get()));
    return all;
  }

  private List<Stmt> updates(ForLoopTree tree, TreePath path) {
    List<Stmt> updates = new ArrayList<>();
    for (ExpressionStatementTree update : tree.getUpdate()) {
      updates.addAll(statements.read(Reading.within(path, update)));
    }
    return updates;
  }

  private List<Stmt> inner(TreePath path, ForLoopTree tree) {
    depth++;
    List<Stmt> body = statements.body(path, tree.getStatement());
    depth--;
    return body;
  }

  /** {@code for (T element : array) body}. */
  List<Stmt> read(EnhancedForLoopTree tree, TreePath path) {
    Origin origin = reading.start(path, reading.text().head(tree, tree.getStatement()));
    int refusals = reading.refusals();
    Lowered array = expressions.read(path, tree.getExpression());
    if (array.value().type() instanceof Type.Reference type && TypeReader.isReadable(type)) {
      return iterable(tree, path, array, origin);
    }
    if (!(array.value().type() instanceof Type.Array)) {
      if (refusals == reading.refusals()) {
        TreePath iterable = Reading.within(path, tree.getExpression());
        reading.refuse(iterable, Refusals.type(reading.mirror(iterable)));
      }
      statements.body(path, tree.getStatement());
      return List.of();
    }
    Element element = reading.element(Reading.within(path, tree.getVariable()));
    Var variable = reading.variable(element);
    Var index = reading.vars().make(reading.indexName(depth), Type.Primitive.INT);
    LoopExits exits = LoopExits.open(path, reading.vars(), jumps, this.exits);
    depth++;
    Expr next = Exprs.plus(index.read(), Exprs.num(1));
    Stmt update = new Stmt.Assign(index.read(), next, origin);
    List<Stmt> body =
        new ArrayList<>(
            iteration(path, exits, () -> exits.isEmpty() ? List.of() : List.of(update)));
    depth--;
    reading.resume(origin);
    Lowered source = isStable(array.value(), body) ? array : reading.kept(array, "array");
    Expr value = new Expr.Element(source.value(), index.read());
    body.addAll(0, expressions.calls().declare(variable, Lowered.pure(value)));
    Expr length = new Expr.Length(source.value());
    if (exits.isEmpty()) {
      Stmt loop = new Stmt.CountedFor(index, Exprs.num(0), BinaryOp.LT, length, 1, body, origin);
      return wrapped(source.before(), loop, origin);
    }
    Lowered test = exits.condition(Lowered.pure(Exprs.binary(BinaryOp.LT, index.read(), length)));
    List<Stmt> before = new ArrayList<>(source.before());
    before.add(new Stmt.Declare(index, Optional.of(Exprs.num(0)), origin));
    Stmt loop = new Stmt.Loop(test.before(), test.value(), body, origin);
    return exits.close(wrapped(before, loop, origin));
  }

  /** {@code for (T element : iterable) body}, with the iterator in the open. */
  private List<Stmt> iterable(
      EnhancedForLoopTree tree, TreePath path, Lowered iterable, Origin origin) {
    Element element = reading.element(Reading.within(path, tree.getVariable()));
    Var variable = reading.variable(element);
    if (!TypeReader.isReadable(variable.type())) {
      TreePath at = Reading.within(path, tree.getVariable());
      return reading.refusedStatement(at, Refusals.type(element.asType()));
    }
    Type boxed = reading.boxed(element.asType());
    Type held = held(element, Reading.within(path, tree.getExpression())).orElse(boxed);
    Type type = new Type.Reference("java.util.Iterator", List.of(new Type.Wildcard(held, true)));
    Lowered source = reading.kept(iterable, "iterable");
    Var iterator = reading.vars().make("iterator", type);
    Var more = reading.vars().make("hasNext", Type.Primitive.BOOLEAN);
    OpaqueReader opaque = expressions.opaque();
    LoopExits exits = LoopExits.open(path, reading.vars(), jumps, this.exits);
    List<Stmt> before =
        new ArrayList<>(
            iterable.isPure() && isRead(iterable) ? iterable.before() : source.before());
    Expr object = isRead(iterable) ? iterable.value() : source.value();
    before.add(opaque.call(object, "iterator()", iterator));
    List<Stmt> tail = new ArrayList<>();
    // An int is taken out of an Integer at once, a double only after that.
    Type nextType = held.equals(boxed) ? TypeReader.object(variable.type()) : held;
    Var next = reading.vars().make(variable.name(), nextType);
    Stmt call = opaque.call(iterator.read(), "next()", next);
    tail.addAll(expressions.calls().declare(variable, new Lowered(List.of(call), next.read())));
    depth++;
    tail.addAll(statements.body(path, tree.getStatement()));
    depth--;
    reading.resume(origin);
    Lowered test =
        exits.condition(
            new Lowered(List.of(opaque.call(iterator.read(), "hasNext()", more)), more.read()));
    Stmt loop = new Stmt.Loop(test.before(), test.value(), tail, origin);
    return exits.close(wrapped(before, loop, origin));
  }

  /** What the iterable holds where a primitive variable gets it. */
  private Optional<Type> held(Element variable, TreePath iterable) {
    return variable.asType().getKind().isPrimitive()
        ? reading.callees().element(reading.mirror(iterable)).map(reading::boxed)
        : Optional.empty();
  }

  private static boolean isRead(Lowered value) {
    return value.value() instanceof Expr.Read;
  }

  private static boolean isStable(Expr array, List<Stmt> body) {
    return array instanceof Expr.Read read && !Variables.assignedIn(body).contains(read.variable());
  }

  private static List<Stmt> wrapped(List<Stmt> before, Stmt loop, Origin origin) {
    if (before.isEmpty()) {
      return List.of(loop);
    }
    List<Stmt> all = new ArrayList<>(before);
    all.add(loop);
    return List.of(new Stmt.Block(all, new Origin(origin.id(), "")));
  }
}
