package dev.tapeless.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.frontend.Jumps.Kind;
import dev.tapeless.processor.frontend.Jumps.Target;
import dev.tapeless.processor.frontend.SwitchGroups.Group;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/**
 * Reads switches: they become a chain of branches. Where a group of statements falls through to the
 * next one, each group runs when the switch has been entered at it or before it and not been left.
 */
final class SwitchReader {

  private final Reading reading;
  private final ExpressionReader expressions;
  private final StatementReader statements;
  private final Jumps jumps;
  private final Exits exits;

  /** What gets the value of each switch expression that is being read. */
  private final Map<Tree, Var> values = new HashMap<>();

  /** The variables that one group declares and another one uses. */
  private final Set<Element> shared = new HashSet<>();

  SwitchReader(
      Reading reading,
      ExpressionReader expressions,
      StatementReader statements,
      Jumps jumps,
      Exits exits) {
    this.reading = reading;
    this.expressions = expressions;
    this.statements = statements;
    this.jumps = jumps;
    this.exits = exits;
  }

  /** A switch that is about to become branches. */
  private record Switch(
      TreePath path, SwitchGroups groups, Selector selector, Target end, Origin origin) {}

  /** A switch statement. */
  List<Stmt> read(SwitchTree tree, TreePath path) {
    Origin origin = reading.start(path, "switch " + reading.text().of(tree.getExpression()));
    Target end = new Target(Kind.BREAK, tree);
    return read(path, tree.getExpression(), tree.getCases(), end, origin);
  }

  /** A switch expression. */
  Lowered value(SwitchExpressionTree tree, TreePath path) {
    Type type = reading.type(path);
    if (!TypeReader.isReadable(type)) {
      return reading.refused(path, Refusals.type(reading.mirror(path)));
    }
    Origin origin = reading.origin();
    Var value = reading.vars().make("value", type);
    values.put(tree, value);
    List<Stmt> before = new ArrayList<>();
    before.add(new Stmt.Declare(value, Optional.empty(), origin));
    Target end = new Target(Kind.YIELD, tree);
    before.addAll(read(path, tree.getExpression(), tree.getCases(), end, origin));
    reading.resume(origin);
    return new Lowered(before, value.read());
  }

  /** What {@code yield} does before it leaves the switch. */
  List<Stmt> yielded(YieldTree tree, TreePath path) {
    Tree around = Jumps.target(path).tree();
    return valueOf(tree.getValue(), path, values.get(around));
  }

  private List<Stmt> valueOf(ExpressionTree expression, TreePath path, Var target) {
    Lowered value = expressions.read(path, expression, target.type());
    List<Stmt> read = new ArrayList<>(value.before());
    read.add(new Stmt.Assign(target.read(), value.value(), reading.origin()));
    return read;
  }

  private List<Stmt> read(
      TreePath path,
      ExpressionTree selector,
      List<? extends CaseTree> cases,
      Target end,
      Origin origin) {
    Optional<Tree> pattern = SwitchGroups.pattern(cases);
    if (pattern.isPresent()) {
      return reading.refusedStatement(Reading.within(path, pattern.get()), Refusals.pattern());
    }
    SwitchGroups groups = SwitchGroups.of(path, cases, jumps);
    boolean numbered = groups.fallsThrough();
    boolean isExhaustive = end.kind() == Kind.YIELD;
    Selector read =
        Selector.read(path, selector, groups, numbered, isExhaustive, reading, expressions);
    Switch whole = new Switch(path, groups, read, end, origin);
    List<Stmt> all = new ArrayList<>(read.before());
    for (Element element : SwitchScope.shared(groups, reading)) {
      all.add(new Stmt.Declare(shared(element), Optional.empty(), Origin.NONE));
    }
    all.addAll(numbered ? sequence(whole) : chain(whole));
    return all;
  }

  private Var shared(Element element) {
    shared.add(element);
    return reading.variable(element);
  }

  /** Whether the declaration of {@code element} stands before the groups of a switch. */
  boolean isShared(Element element) {
    return shared.contains(element);
  }

  private List<Stmt> chain(Switch whole) {
    List<Group> ordered = whole.groups().defaultLast();
    boolean isTotal = whole.end().kind() == Kind.YIELD || whole.groups().hasDefault();
    List<List<Stmt>> bodies = ordered.stream().map(g -> body(g, whole)).toList();
    List<Stmt> rest = List.of();
    for (int i = ordered.size() - 1; i >= 0; i--) {
      boolean isLast = i == ordered.size() - 1;
      if (isLast && isTotal) {
        rest = bodies.get(i);
      } else {
        Expr condition = whole.selector().is(ordered.get(i));
        rest = List.of(new Stmt.If(condition, bodies.get(i), rest, whole.origin()));
      }
    }
    return rest;
  }

  /** The groups one after the other. */
  private List<Stmt> sequence(Switch whole) {
    Set<Target> targets = new LinkedHashSet<>(jumps.outOf(whole.path()));
    targets.add(whole.end());
    Exits.Raised raised = exits.open(targets);
    List<Stmt> all = new ArrayList<>(raised.declarations());
    for (Group group : whole.groups().all()) {
      Expr entered = Exprs.binary(BinaryOp.LE, whole.selector().entry(), Exprs.num(group.number()));
      Expr goOn = exits.none(targets).orElseThrow();
      Expr condition = new Expr.Binary(BinaryOp.COND_AND, goOn, entered, Type.Primitive.BOOLEAN);
      all.add(new Stmt.If(condition, body(group, whole), List.of(), whole.origin()));
    }
    exits.close(raised);
    return all;
  }

  private List<Stmt> body(Group group, Switch whole) {
    reading.resume(whole.origin());
    Optional<TreePath> rule = group.rule();
    if (rule.isPresent() && !(rule.get().getLeaf() instanceof StatementTree)) {
      ExpressionTree expression = (ExpressionTree) rule.get().getLeaf();
      TreePath parent = rule.get().getParentPath();
      return valueOf(expression, parent, values.get(whole.end().tree()));
    }
    return statements.list(rule.map(List::of).orElse(group.statements()));
  }
}
