package dev.tapeless.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Vars;
import dev.tapeless.processor.problems.Finding;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * What the readers of one method share: javac's answers, the variables that are known, and what has
 * been refused.
 */
final class Reading {

  private final Trees trees;
  private final CompilationUnitTree unit;
  private final CalleeSource callees;
  private final SourceMap sources;
  private final SourceText text;
  private final List<Finding> findings;
  private final Vars vars = new Vars();
  private final Map<Element, Var> variables = new HashMap<>();
  private final Set<Var> needValues = new HashSet<>();
  private Set<Element> nullable = Set.of();
  private Optional<Expr> receiver = Optional.empty();
  private TypeElement receiverType;
  private Optional<TypeElement> exactReceiver = Optional.empty();
  private Map<String, Type> types = Map.of();
  private final Map<Element, TreePath> locals = new HashMap<>();
  private final Map<Element, Closure> closures = new HashMap<>();
  private FunctionConstants constants = new FunctionConstants();
  private Origin origin = Origin.NONE;

  Reading(
      Trees trees,
      CompilationUnitTree unit,
      CalleeSource callees,
      SourceMap sources,
      List<Finding> findings) {
    this.trees = trees;
    this.unit = unit;
    this.callees = callees;
    this.sources = sources;
    this.text = new SourceText(unit, trees.getSourcePositions());
    this.findings = findings;
  }

  /** The path to a tree directly within the leaf of {@code parent}. */
  static TreePath within(TreePath parent, Tree child) {
    return new TreePath(parent, child);
  }

  CalleeSource callees() {
    return callees;
  }

  Vars vars() {
    return vars;
  }

  SourceText text() {
    return text;
  }

  /** The type of an expression, or of a declared variable. */
  TypeMirror mirror(TreePath path) {
    TypeMirror known = trees.getTypeMirror(path);
    if (known == null) {
      trees.getElement(path); // types the class, when its file was found on demand
      return trees.getTypeMirror(path);
    }
    return known;
  }

  /** The type, with types for the type parameters of the method that is read. */
  Type type(TypeMirror mirror) {
    return TypeReader.type(mirror, types);
  }

  /** The type as a type argument: a primitive type as its box. */
  Type boxed(TypeMirror mirror) {
    return TypeReader.asArgument(type(mirror));
  }

  /** The types of the type parameters of the method that is read. */
  Map<String, Type> types() {
    return types;
  }

  /** Sets the types of the type parameters of the method that is read. */
  void types(Map<String, Type> byName) {
    types = Map.copyOf(byName);
  }

  /** The function that {@code variable} stands for, if it is known. */
  Optional<Closure> closure(Element variable) {
    return Optional.ofNullable(closures.get(variable));
  }

  /** Notes the function that {@code variable} stands for. */
  void closure(Element variable, Closure closure) {
    closures.put(variable, closure);
  }

  /** Whether the declaration at {@code path} stands in the source: javac makes up constructors. */
  boolean isWritten(TreePath path) {
    return trees.getSourcePositions().getEndPosition(path.getCompilationUnit(), path.getLeaf())
        >= 0;
  }

  /**
   * Whether {@code element} is a variable of the method, or a field of the record that is being
   * constructed.
   */
  boolean isVariable(Element element) {
    return FieldReader.isVariable(element)
        || element != null && element.getKind() == ElementKind.FIELD && knows(element);
  }

  /** Whether {@code element} is a variable that has been met. */
  boolean knows(Element element) {
    return variables.containsKey(element) || closures.containsKey(element);
  }

  /** Reads with the same compiler and into the same findings, but variables of its own. */
  Reading another() {
    Reading reading = new Reading(trees, unit, callees, sources, findings);
    reading.types = types;
    reading.origin = origin;
    reading.constants = constants;
    return reading;
  }

  /** Reads what stands at {@code path}, maybe in another file, where no variable is known. */
  Reading in(TreePath path) {
    Reading reading = new Reading(trees, path.getCompilationUnit(), callees, sources, findings);
    reading.constants = constants;
    return reading;
  }

  /** The functions that constants stand for. */
  FunctionConstants constants() {
    return constants;
  }

  /** The type of an expression. */
  Type type(TreePath path) {
    TypeMirror mirror = mirror(path);
    return mirror == null ? TypeReader.UNREADABLE : type(mirror);
  }

  /**
   * What a name, a call or a declaration stands for; {@code null} is javac's answer for other
   * trees.
   */
  Element element(TreePath path) {
    return trees.getElement(path);
  }

  /** The variable of {@code element}, made on the first call. */
  Var variable(Element element) {
    return variables.computeIfAbsent(
        element, e -> vars.make(e.getSimpleName().toString(), typeOf(e)));
  }

  /** A box of a real number counts as the number, and a record as its value, if never null. */
  private Type typeOf(Element element) {
    Type type = type(element.asType());
    boolean mayBeNull =
        nullable.contains(element) || element.getKind() == ElementKind.BINDING_VARIABLE;
    if (type instanceof Type.RecordOf && (mayBeNull || MethodReader.isConstant(element))) {
      return TypeReader.object(type);
    }
    return Boxes.isReal(element.asType()) && !nullable.contains(element)
        ? Boxes.unboxed(type).orElseThrow()
        : type;
  }

  /** Sets the variables that may be null. */
  void nullable(Set<Element> elements) {
    nullable = Set.copyOf(elements);
  }

  /** The object that the method is called on, if it is an instance method. */
  Optional<Expr> receiver() {
    return receiver;
  }

  /** The object that the method is called on, if {@code member} is one of its members. */
  Optional<Expr> receiver(Element member) {
    return receiver.filter(self -> Receivers.isMember(member, receiverType));
  }

  /**
   * The object that {@code Model.this} stands for, if it is the one that the method is called on.
   */
  Optional<Expr> receiver(MemberSelectTree tree, TreePath path) {
    return receiver
        .filter(self -> tree.getIdentifier().contentEquals("this"))
        .filter(self -> receiverType.equals(element(within(path, tree.getExpression()))));
  }

  /** The class of the object that the method is called on. */
  TypeElement receiverType() {
    return receiverType;
  }

  /** Sets the object that the method is called on. */
  void receiver(Expr self, TypeElement type) {
    receiver = Optional.of(self);
    receiverType = type;
  }

  /** The class of the object that the method is called on, where more is known than the method. */
  Optional<TypeElement> exactReceiver() {
    return exactReceiver;
  }

  /** Sets what is known of the class of the object that the method is called on. */
  void exactReceiver(Optional<TypeElement> type) {
    exactReceiver = type;
  }

  /** The declaration of {@code element}, when its source is at hand. */
  Optional<TreePath> declaration(Element element) {
    return Optional.ofNullable(locals.get(element))
        .or(() -> Optional.ofNullable(trees.getPath(element)));
  }

  /** Notes where a local variable is declared. */
  void declaration(Element local, TreePath path) {
    locals.put(local, path);
  }

  /** The object at {@code path}, when it is a variable or {@code this}. */
  Optional<Expr> simpleObject(TreePath path) {
    if (!(path.getLeaf() instanceof IdentifierTree name)) {
      return Optional.empty();
    }
    if (name.getName().contentEquals("this")) {
      return receiver;
    }
    Element element = element(path);
    return FieldReader.isVariable(element)
        ? Optional.of(variable(element).read())
        : Optional.empty();
  }

  /** Notes that {@code variable} is read where javac may not see that it has a value. */
  void needsValue(Var variable) {
    needValues.add(variable);
  }

  /** The variables that need a value where they are declared. */
  Set<Var> needValues() {
    return needValues;
  }

  /** The statement that is being read. */
  Origin origin() {
    return origin;
  }

  /** Starts a simple statement. */
  Origin startStatement(TreePath path) {
    return start(path, text.statement(path.getLeaf()));
  }

  /** Starts a statement that governs others; comments quote its head only. */
  Origin start(TreePath path, String words) {
    origin = isPrelude() ? Origin.CALL : sources.add(path.getLeaf(), unit, words);
    return origin;
  }

  /** Whether the method is one of the prelude's, which the user does not know of. */
  boolean isPrelude() {
    return PreludeSource.SCHEME.equals(unit.getSourceFile().toUri().getScheme());
  }

  /** Goes on with a statement whose parts have been read in the meantime. */
  void resume(Origin earlier) {
    origin = earlier;
  }

  /** A name for the index of a loop at {@code depth} that the user has not used. */
  String indexName(int depth) {
    return IndexNames.at(depth, variables.values());
  }

  /** An origin of its own for an expression. */
  Origin originOf(TreePath path) {
    return sources.add(path.getLeaf(), unit, text.of(path.getLeaf()));
  }

  /** Notes that the tree cannot be read. */
  void refuse(TreePath path, Problem problem) {
    findings.add(new Finding(problem, originOf(path)));
  }

  /** Notes that the statement that is being read cannot be read. */
  void refuse(Problem problem) {
    findings.add(new Finding(problem, origin));
  }

  /** Refuses an expression; what stands in for it lets the reading go on. */
  Lowered refused(TreePath path, Problem problem) {
    refuse(path, problem);
    return standIn(path);
  }

  /** A value of the expression's type that is never used, because something has been refused. */
  Lowered standIn(TreePath path) {
    return Lowered.pure(vars.make("refused", type(path)).read());
  }

  /** How many problems have been found so far. */
  int refusals() {
    return findings.size();
  }

  /** Refuses a statement. */
  List<Stmt> refusedStatement(TreePath path, Problem problem) {
    refuse(path, problem);
    return List.of();
  }

  /** Whether {@code value} makes an array or a record, and so can only be stored or returned. */
  static boolean allocates(Expr value) {
    return value instanceof Expr.NewArray
        || value instanceof Expr.NewRecord
        || value instanceof Expr.ArrayLiteral
        || value instanceof Expr.CloneArray;
  }

  /** The operand with a new array or record put into a variable first. */
  Lowered named(Lowered operand, String name) {
    if (operand.value() instanceof Expr.NewRecord made) {
      return kept(operand, TemporaryNames.ofClass(made.type().name()));
    }
    return allocates(operand.value()) ? kept(operand, name) : operand;
  }

  /** The operand with its value put into a variable. */
  Lowered kept(Lowered operand, String name) {
    Var variable = vars.make(name, operand.value().type());
    List<Stmt> before = new ArrayList<>(operand.before());
    before.add(new Stmt.Declare(variable, Optional.of(operand.value()), origin));
    return new Lowered(before, variable.read());
  }

  /** What statements can change for expressions. */
  Effects effects() {
    return new Effects(callees);
  }

  /** Puts operands into Java's order of evaluation. */
  Operands.Arranged arrange(List<Lowered> operands) {
    return Operands.arrange(operands, vars, origin, effects());
  }
}
