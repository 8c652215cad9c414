package dev.tapeless.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
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

/**
 * Reads the body of a method so that it has one exit, at its end. What follows a branch that always
 * returns moves into the other branch; what follows a branch that may return is guarded by a flag.
 */
final class ExitReader {

  private final Reading reading;
  private final ExpressionReader expressions;
  private final StatementReader statements;
  private final Optional<Type> type;
  private Optional<Var> result = Optional.empty();
  private boolean guarded;

  private ExitReader(Reading reading, Optional<Type> type) {
    this.reading = reading;
    this.expressions = new ExpressionReader(reading);
    this.statements = new StatementReader(reading, expressions);
    this.type = type;
  }

  /**
   * A body with one exit.
   *
   * @param result what is returned, evaluated after the statements; empty when nothing is, or when
   *     the body never ends
   * @param exit the return statement, when there is just one
   */
  record Body(List<Stmt> statements, Optional<Expr> result, Optional<Origin> exit) {}

  /** Reads {@code block}, the body of a method that returns {@code type}. */
  static Body read(TreePath block, Optional<Type> type, Reading reading) {
    List<TreePath> paths = paths(block, ((BlockTree) block.getLeaf()).getStatements());
    return new ExitReader(reading, type).body(paths);
  }

  private static List<TreePath> paths(TreePath parent, List<? extends StatementTree> children) {
    List<TreePath> paths = new ArrayList<>();
    children.forEach(child -> paths.add(Reading.within(parent, child)));
    return paths;
  }

  private Body body(List<TreePath> paths) {
    int last = paths.size() - 1;
    boolean simple =
        paths.stream().filter(p -> returns(p.getLeaf())).count() == 1
            && paths.get(last).getLeaf() instanceof ReturnTree;
    return simple ? straight(paths.subList(0, last), paths.get(last)) : branching(paths);
  }

  private Body straight(List<TreePath> paths, TreePath last) {
    List<Stmt> body = new ArrayList<>();
    paths.forEach(path -> body.addAll(statements.read(path)));
    Optional<Lowered> value = value(last);
    value.ifPresent(v -> body.addAll(v.before()));
    return new Body(body, value.map(Lowered::value), Optional.of(reading.origin()));
  }

  private Body branching(List<TreePath> paths) {
    List<Stmt> body = list(paths, Optional.empty());
    if (result.isEmpty()) {
      return new Body(body, Optional.empty(), Optional.empty());
    }
    return new Body(
        declared(body, result.get()), Optional.of(result.get().read()), Optional.empty());
  }

  /**
   * Declares the result where it is needed first. With flags, javac cannot see that it is always
   * assigned.
   */
  private List<Stmt> declared(List<Stmt> body, Var variable) {
    Optional<Expr> initial = guarded ? Optional.of(zero(variable.type())) : Optional.empty();
    List<Stmt> all = new ArrayList<>(body);
    for (int i = 0; i < all.size(); i++) {
      if (Variables.assignedIn(all.subList(i, i + 1)).contains(variable)) {
        all.add(i, new Stmt.Declare(variable, initial, Origin.NONE));
        return all;
      }
    }
    return all;
  }

  private static Expr zero(Type type) {
    if (type == Type.Primitive.BOOLEAN) {
      return Exprs.bool(false);
    }
    return type instanceof Type.Primitive
        ? Conversions.convert(Exprs.num(0), type)
        : Exprs.nothing(type);
  }

  /**
   * Reads statements of which some return.
   *
   * @param guard the flag to be set by a return, when more statements follow these
   */
  private List<Stmt> list(List<TreePath> paths, Optional<Var> guard) {
    List<Stmt> read = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      TreePath path = paths.get(i);
      if (!returns(path.getLeaf())) {
        read.addAll(statements.read(path));
        continue;
      }
      read.addAll(exit(path, paths.subList(i + 1, paths.size()), guard));
      break;
    }
    return read;
  }

  private List<Stmt> exit(TreePath path, List<TreePath> rest, Optional<Var> guard) {
    if (path.getLeaf() instanceof ReturnTree) {
      return leave(path, guard);
    }
    if (path.getLeaf() instanceof BlockTree block) {
      return list(joined(paths(path, block.getStatements()), rest), guard);
    }
    IfTree tree = (IfTree) path.getLeaf();
    List<TreePath> then = branch(path, tree.getThenStatement());
    List<TreePath> otherwise = branch(path, tree.getElseStatement());
    StatementReader.Branch head = statements.branch(tree, path);
    if (rest.isEmpty()) {
      return head.of(list(then, guard), list(otherwise, guard));
    }
    if (leaves(then)) {
      return head.of(list(then, guard), list(joined(otherwise, rest), guard));
    }
    if (leaves(otherwise)) {
      return head.of(list(joined(then, rest), guard), list(otherwise, guard));
    }
    return flagged(head, then, otherwise, rest, guard);
  }

  private List<Stmt> flagged(
      StatementReader.Branch head,
      List<TreePath> then,
      List<TreePath> otherwise,
      List<TreePath> rest,
      Optional<Var> guard) {
    guarded = true;
    Var returned = guard.orElseGet(() -> reading.vars().make("returned", Type.Primitive.BOOLEAN));
    List<Stmt> read = new ArrayList<>();
    if (guard.isEmpty()) {
      read.add(new Stmt.Declare(returned, Optional.of(Exprs.bool(false)), Origin.NONE));
    }
    read.addAll(head.of(list(then, Optional.of(returned)), list(otherwise, Optional.of(returned))));
    Expr goOn = new Expr.Unary(UnaryOp.NOT, returned.read());
    read.add(new Stmt.If(goOn, list(rest, guard), List.of(), Origin.NONE));
    return read;
  }

  private static List<TreePath> branch(TreePath path, StatementTree branch) {
    if (branch == null) {
      return List.of();
    }
    TreePath inner = Reading.within(path, branch);
    return branch instanceof BlockTree block ? paths(inner, block.getStatements()) : List.of(inner);
  }

  private static List<TreePath> joined(List<TreePath> first, List<TreePath> second) {
    List<TreePath> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private List<Stmt> leave(TreePath path, Optional<Var> guard) {
    List<Stmt> read = new ArrayList<>();
    Optional<Lowered> value = value(path);
    if (value.isPresent()) {
      if (result.isEmpty()) {
        result = type.map(t -> reading.vars().make("result", t));
      }
      read.addAll(value.get().before());
      Expr returned = value.get().value();
      read.add(new Stmt.Assign(result.orElseThrow().read(), returned, reading.origin()));
    }
    guard.ifPresent(flag -> read.add(new Stmt.Assign(flag.read(), Exprs.bool(true), Origin.NONE)));
    return read;
  }

  private Optional<Lowered> value(TreePath path) {
    ExpressionTree expression = ((ReturnTree) path.getLeaf()).getExpression();
    reading.startStatement(path);
    return type.filter(t -> expression != null).map(t -> expressions.read(path, expression, t));
  }

  /** Whether there is a return in the statement that is not in a loop. */
  private static boolean returns(Tree tree) {
    if (tree instanceof BlockTree block) {
      return block.getStatements().stream().anyMatch(ExitReader::returns);
    }
    return tree instanceof ReturnTree
        || tree instanceof IfTree branch
            && (returns(branch.getThenStatement()) || returns(branch.getElseStatement()));
  }

  private static boolean leaves(List<TreePath> statements) {
    return statements.stream().anyMatch(path -> leaves(path.getLeaf()));
  }

  private static boolean leaves(Tree tree) {
    if (tree instanceof BlockTree block) {
      return block.getStatements().stream().anyMatch(ExitReader::leaves);
    }
    return tree instanceof ReturnTree
        || tree.getKind() == Tree.Kind.THROW
        || tree instanceof IfTree branch
            && branch.getElseStatement() != null
            && leaves(branch.getThenStatement())
            && leaves(branch.getElseStatement());
  }
}
