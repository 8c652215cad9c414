package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Requirement;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Reads statements. Those that return are read by {@link ExitReader}. */
final class StatementReader extends SimpleTreeVisitor<List<Stmt>, TreePath> {

  private final Reading reading;
  private final ExpressionReader expressions;
  private final LoopReader loops;
  private final Jumps jumps;
  private final Exits exits;
  private final ListReader lists;
  private final SwitchReader switches;

  /** What the method returns, where it is returned at more than one place. */
  private Optional<Var> result = Optional.empty();

  StatementReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
    this.jumps = new Jumps();
    this.exits = new Exits(reading.vars());
    this.lists = new ListReader(this, jumps, exits);
    this.loops = new LoopReader(reading, expressions, this, jumps, exits);
    this.switches = new SwitchReader(reading, expressions, this, jumps, exits);
  }

  /** The statement at {@code path}. */
  List<Stmt> read(TreePath path) {
    return visit(path.getLeaf(), path);
  }

  /** Statements one after the other. */
  List<Stmt> readAll(TreePath parent, List<? extends StatementTree> children) {
    return list(ListReader.paths(parent, children));
  }

  /** Statements one after the other, of which some may jump. */
  List<Stmt> list(List<TreePath> paths) {
    return lists.read(paths);
  }

  /** The body of a loop that is never cut short, and what runs after each iteration. */
  List<Stmt> body(TreePath path, List<Stmt> after) {
    return path.getLeaf() instanceof BlockTree block
        ? lists.read(ListReader.paths(path, block.getStatements()), after)
        : lists.read(List.of(path), after);
  }

  /** Sets the variable that gets what the method returns. */
  void result(Optional<Var> variable) {
    result = variable;
  }

  /** What is known of the jumps of the method. */
  Jumps jumps() {
    return jumps;
  }

  /** Reads switches. */
  SwitchReader switches() {
    return switches;
  }

  /** What a loop or branch governs, without the braces. */
  List<Stmt> body(TreePath parent, StatementTree body) {
    TreePath path = Reading.within(parent, body);
    return body instanceof BlockTree block
        ? readAll(path, block.getStatements())
        : list(List.of(path));
  }

  @Override
  protected List<Stmt> defaultAction(Tree tree, TreePath path) {
    return reading.refusedStatement(path, Refusals.of(tree));
  }

  @Override
  public List<Stmt> visitEmptyStatement(EmptyStatementTree tree, TreePath path) {
    return List.of();
  }

  @Override
  public List<Stmt> visitBlock(BlockTree tree, TreePath path) {
    List<Stmt> statements = readAll(path, tree.getStatements());
    return statements.isEmpty()
        ? List.of()
        : List.of(new Stmt.Block(statements, reading.start(path, "")));
  }

  @Override
  public List<Stmt> visitClass(ClassTree tree, TreePath path) {
    reading.startStatement(path);
    new LocalClassReader(reading).read(path);
    return List.of();
  }

  @Override
  public List<Stmt> visitVariable(VariableTree tree, TreePath path) {
    Origin origin = reading.startStatement(path);
    Element element = reading.element(path);
    reading.declaration(element, path);
    if (!TypeReader.isReadable(reading.type(element.asType()))) {
      return unreadable(tree, path, element);
    }
    Optional<List<Stmt>> function = function(element, tree, path);
    if (function.isPresent()) {
      return function.get();
    }
    Var variable = reading.variable(element);
    if (switches.isShared(element)) {
      return tree.getInitializer() == null
          ? List.of()
          : assigned(variable, expressions.read(path, tree.getInitializer(), variable.type()));
    }
    return tree.getInitializer() == null
        ? List.of(new Stmt.Declare(variable, Optional.empty(), origin))
        : initialized(variable, Reading.within(path, tree.getInitializer()));
  }

  /** What is left of a function object that nobody needs as an object; empty for all others. */
  private Optional<List<Stmt>> function(Element element, VariableTree tree, TreePath path) {
    if (tree.getInitializer() == null
        || reading.callees().function(element.asType()).isEmpty()
        || !FunctionUses.areCalls(element, path.getParentPath(), reading)) {
      return Optional.empty();
    }
    TreePath value = Reading.within(path, tree.getInitializer());
    String name = element.getSimpleName().toString();
    return expressions.lambdas().read(value, name).map(c -> noted(element, c));
  }

  /**
   * The object of a method reference is the one of now, whatever its variable gets later; what a
   * lambda expression captures never changes.
   */
  private List<Stmt> noted(Element element, Closure closure) {
    List<Stmt> statements = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < closure.values().size(); i++) {
      Expr value = closure.values().get(i);
      boolean isObject =
          closure.lambda().captured().get(i).equals(Receivers.NAME) && !isReceiver(value);
      Lowered kept = isObject ? reading.kept(Lowered.pure(value), "object") : Lowered.pure(value);
      statements.addAll(kept.before());
      values.add(kept.value());
      if (isObject && !(kept.value().type() instanceof Type.RecordOf)) {
        statements.add(new Stmt.Require(new Requirement.NotNull(kept.value()), Origin.NONE));
      }
    }
    reading.closure(element, new Closure(closure.lambda(), values));
    return statements;
  }

  private boolean isReceiver(Expr value) {
    return reading.receiver().equals(Optional.of(value));
  }

  private List<Stmt> assigned(Var variable, Lowered value) {
    List<Stmt> statements = new ArrayList<>(value.before());
    statements.add(new Stmt.Assign(variable.read(), value.value(), reading.origin()));
    return statements;
  }

  private List<Stmt> initialized(Var variable, TreePath value) {
    if (value.getLeaf() instanceof ParenthesizedTree parentheses) {
      return initialized(variable, Reading.within(value, parentheses.getExpression()));
    }
    if (value.getLeaf() instanceof ConditionalExpressionTree choice
        && TypeReader.isReadable(reading.type(value))) {
      return expressions.branching().declare(variable, choice, value);
    }
    return expressions.calls().declare(variable, expressions.read(value));
  }

  // What is wrong with the value says more than the type of the variable.
  private List<Stmt> unreadable(VariableTree tree, TreePath path, Element element) {
    int before = reading.refusals();
    if (tree.getInitializer() != null) {
      expressions.read(path, tree.getInitializer());
    }
    return reading.refusals() > before
        ? List.of()
        : reading.refusedStatement(path, Refusals.type(element.asType()));
  }

  @Override
  public List<Stmt> visitExpressionStatement(ExpressionStatementTree tree, TreePath path) {
    reading.startStatement(path);
    return expression(Reading.within(path, tree.getExpression()));
  }

  /** An expression whose value nobody wants. */
  List<Stmt> expression(TreePath inner) {
    ExpressionTree expression = (ExpressionTree) inner.getLeaf();
    if (expression instanceof MethodInvocationTree call) {
      return expressions.calls().statement(call, inner);
    }
    return expression instanceof NewClassTree
        ? expressions.opaque().statement(inner)
        : expressions.assignments().statement(expression, inner);
  }

  @Override
  public List<Stmt> visitIf(IfTree tree, TreePath path) {
    Branch branch = branch(tree, path);
    List<Stmt> then = body(path, tree.getThenStatement());
    List<Stmt> otherwise =
        tree.getElseStatement() == null ? List.of() : body(path, tree.getElseStatement());
    return branch.of(then, otherwise);
  }

  /** The head of an {@code if}. */
  record Branch(Lowered condition, Origin origin) {

    /** The whole statement. */
    List<Stmt> of(List<Stmt> then, List<Stmt> otherwise) {
      List<Stmt> statements = new ArrayList<>(condition.before());
      statements.add(new Stmt.If(condition.value(), then, otherwise, origin));
      return statements;
    }
  }

  /** Reads the head of an {@code if}. */
  Branch branch(IfTree tree, TreePath path) {
    Origin origin = reading.start(path, reading.text().head(tree, tree.getThenStatement()));
    return new Branch(expressions.read(path, tree.getCondition(), Type.Primitive.BOOLEAN), origin);
  }

  @Override
  public List<Stmt> visitForLoop(ForLoopTree tree, TreePath path) {
    return loops.read(tree, path);
  }

  @Override
  public List<Stmt> visitEnhancedForLoop(EnhancedForLoopTree tree, TreePath path) {
    return loops.read(tree, path);
  }

  @Override
  public List<Stmt> visitWhileLoop(WhileLoopTree tree, TreePath path) {
    return loops.read(tree, path);
  }

  @Override
  public List<Stmt> visitDoWhileLoop(DoWhileLoopTree tree, TreePath path) {
    return loops.read(tree, path);
  }

  @Override
  public List<Stmt> visitThrow(ThrowTree tree, TreePath path) {
    reading.startStatement(path);
    return expressions.opaque().raise(Reading.within(path, tree.getExpression()));
  }

  @Override
  public List<Stmt> visitAssert(AssertTree tree, TreePath path) {
    reading.startStatement(path);
    return expressions.opaque().check(path);
  }

  @Override
  public List<Stmt> visitTry(TryTree tree, TreePath path) {
    reading.start(path, "try");
    return expressions.opaque().statement(path);
  }

  @Override
  public List<Stmt> visitSynchronized(SynchronizedTree tree, TreePath path) {
    reading.start(path, "synchronized");
    return expressions.opaque().statement(path);
  }

  @Override
  public List<Stmt> visitLabeledStatement(LabeledStatementTree tree, TreePath path) {
    return list(List.of(Reading.within(path, tree.getStatement())));
  }

  @Override
  public List<Stmt> visitSwitch(SwitchTree tree, TreePath path) {
    return switches.read(tree, path);
  }

  @Override
  public List<Stmt> visitBreak(BreakTree tree, TreePath path) {
    return exits.jump(Jumps.target(path));
  }

  @Override
  public List<Stmt> visitContinue(ContinueTree tree, TreePath path) {
    return exits.jump(Jumps.target(path));
  }

  @Override
  public List<Stmt> visitYield(YieldTree tree, TreePath path) {
    reading.startStatement(path);
    List<Stmt> read = new ArrayList<>(switches.yielded(tree, path));
    read.addAll(exits.jump(Jumps.target(path)));
    return read;
  }

  @Override
  public List<Stmt> visitReturn(ReturnTree tree, TreePath path) {
    reading.startStatement(path);
    List<Stmt> read = new ArrayList<>();
    if (result.isPresent() && tree.getExpression() != null) {
      Var variable = result.get();
      Lowered value = expressions.read(path, tree.getExpression(), variable.type());
      read.addAll(assigned(variable, value));
    }
    read.addAll(exits.jump(Jumps.Target.METHOD));
    return read;
  }
}
