package dev.tapeless.processor.frontend;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
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
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Reads statements. Those that return are read by {@link ExitReader}. */
final class StatementReader extends SimpleTreeVisitor<List<Stmt>, TreePath> {

  private final Reading reading;
  private final ExpressionReader expressions;
  private final LoopReader loops;

  StatementReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
    this.loops = new LoopReader(reading, expressions, this);
  }

  /** The statement at {@code path}. */
  List<Stmt> read(TreePath path) {
    return visit(path.getLeaf(), path);
  }

  /** Statements one after the other. */
  List<Stmt> readAll(TreePath parent, List<? extends StatementTree> children) {
    List<Stmt> statements = new ArrayList<>();
    children.forEach(child -> statements.addAll(read(Reading.within(parent, child))));
    return statements;
  }

  /** What a loop or branch governs, without the braces. */
  List<Stmt> body(TreePath parent, StatementTree body) {
    TreePath path = Reading.within(parent, body);
    return body instanceof BlockTree block ? readAll(path, block.getStatements()) : read(path);
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
  public List<Stmt> visitVariable(VariableTree tree, TreePath path) {
    Origin origin = reading.startStatement(path);
    Element element = reading.element(path);
    if (!TypeReader.isReadable(TypeReader.type(element.asType()))) {
      return unreadable(tree, path, element);
    }
    Var variable = reading.variable(element);
    return tree.getInitializer() == null
        ? List.of(new Stmt.Declare(variable, Optional.empty(), origin))
        : initialized(variable, Reading.within(path, tree.getInitializer()));
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
    ExpressionTree expression = tree.getExpression();
    TreePath inner = Reading.within(path, expression);
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
    return expressions.opaque().region(path);
  }

  @Override
  public List<Stmt> visitSynchronized(SynchronizedTree tree, TreePath path) {
    reading.start(path, "synchronized");
    return expressions.opaque().region(path);
  }

  @Override
  public List<Stmt> visitLabeledStatement(LabeledStatementTree tree, TreePath path) {
    reading.refuse(path, Refusals.of(tree));
    return body(path, tree.getStatement());
  }

  // Only what stands in a loop comes here.
  @Override
  public List<Stmt> visitReturn(ReturnTree tree, TreePath path) {
    return reading.refusedStatement(
        path,
        new Problem.NotSupportedYet(
            "return inside a loop", "put the condition into the loop's own condition"));
  }
}
