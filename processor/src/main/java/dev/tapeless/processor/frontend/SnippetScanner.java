package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.problems.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;

/**
 * Finds in the text of a tree what generated code has to name otherwise: variables, and whatever
 * the user's class names by its simple name. All else of the text stays as it is.
 */
final class SnippetScanner extends TreePathScanner<Void, Void> {

  private static final int FIRST_LOCAL = -1000;

  private final TreePath root;
  private final Reading reading;
  private final UnaryOperator<String> layout;
  private final CallsWithin calls;
  private final List<Hole> holes = new ArrayList<>();
  private final List<Expr> operands = new ArrayList<>();
  private final Set<Element> own = new HashSet<>();
  private final Map<Element, Var> locals = new HashMap<>();
  private final Map<Var, Var> targets = new HashMap<>();

  /** How many lambda expressions and class bodies are around. */
  private int captures;

  private int classes;

  private SnippetScanner(TreePath root, Reading reading, UnaryOperator<String> layout) {
    this.root = root;
    this.reading = reading;
    this.layout = layout;
    this.calls = new CallsWithin(reading, this::isOwnArray);
  }

  /** A part of the text that is replaced. */
  private record Hole(int start, int end, List<Snippet.Piece> pieces) {}

  /**
   * What has been found.
   *
   * @param targets for each variable of the method that the text assigns the variable that it
   *     assigns instead
   */
  record Found(Snippet snippet, Map<Var, Var> targets, CallsWithin calls) {}

  /** Reads the text of the tree at {@code path}. */
  static Found read(TreePath path, Reading reading) {
    return read(path, reading, SnippetText::folded);
  }

  /** Reads the text of a declaration, which keeps its lines and comments. */
  static Found readDeclaration(TreePath path, Reading reading) {
    return read(path, reading, text -> text);
  }

  private static Found read(TreePath path, Reading reading, UnaryOperator<String> layout) {
    SnippetScanner scanner = new SnippetScanner(path, reading, layout);
    new Declarations(scanner).scan(path, null);
    scanner.scan(path, null);
    int start = reading.text().startOf(path.getLeaf());
    int end = reading.text().endOf(path.getLeaf());
    String words = scanner.words(path.getLeaf());
    Snippet snippet =
        new Snippet(scanner.pieces(start, end), scanner.operands, words, scanner.declaration(path));
    return new Found(snippet, scanner.targets, scanner.calls);
  }

  /** The declaration of a derivative of the method that the text calls, if that is all it does. */
  private String declaration(TreePath path) {
    return path.getLeaf() instanceof MethodInvocationTree call
            && reading.element(Reading.within(path, call.getMethodSelect()))
                instanceof ExecutableElement method
        ? DerivativeTemplate.of(method)
        : "";
  }

  private String words(Tree tree) {
    return tree instanceof StatementTree
        ? tree.getKind().name().toLowerCase(java.util.Locale.ROOT)
        : StreamChain.unknown(tree, root, reading)
            .map(call -> Callees.describe(call.method()))
            .or(calls::words)
            .orElse(reading.text().of(tree));
  }

  /** Looks for what the text itself declares, so that it is known where it is used. */
  private static final class Declarations extends TreePathScanner<Void, Void> {

    private final SnippetScanner scanner;

    private Declarations(SnippetScanner scanner) {
      this.scanner = scanner;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
      scanner.declare(getCurrentPath());
      return super.visitVariable(tree, nothing);
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      scanner.own.add(scanner.reading.element(getCurrentPath()));
      return super.visitClass(tree, nothing);
    }
  }

  private void declare(TreePath path) {
    Element element = reading.element(path);
    if (element != null) {
      own.add(element);
      if (element.getKind() != ElementKind.FIELD) {
        Type type = new Type.Reference("java.lang.Object");
        // Not a variable of the method: its number is of another kind.
        int id = FIRST_LOCAL - locals.size();
        locals.put(element, new Var(id, element.getSimpleName().toString(), type));
      }
    }
  }

  private List<Snippet.Piece> pieces(int start, int end) {
    holes.sort(Comparator.comparingInt(Hole::start));
    List<Snippet.Piece> pieces = new ArrayList<>();
    int at = start;
    for (Hole hole : holes) {
      if (hole.start() < at || hole.end() > end) {
        continue; // Within a hole already, or made up by javac.
      }
      text(at, hole.start(), pieces);
      pieces.addAll(hole.pieces());
      at = hole.end();
    }
    text(at, end, pieces);
    return pieces;
  }

  private void text(int from, int to, List<Snippet.Piece> pieces) {
    String text = layout.apply(reading.text().raw(from, to));
    if (!text.isEmpty()) {
      pieces.add(new Snippet.Text(text));
    }
  }

  private void replace(Tree tree, Snippet.Piece... pieces) {
    replace(tree, List.of(pieces));
  }

  private void replace(Tree tree, List<Snippet.Piece> pieces) {
    int start = reading.text().startOf(tree);
    int end = reading.text().endOf(tree);
    if (start >= 0 && end > start) {
      holes.add(new Hole(start, end, pieces));
    }
  }

  private Snippet.Piece operand(Expr value) {
    int known = operands.indexOf(value);
    if (known < 0) {
      known = operands.size();
      operands.add(value);
    }
    return new Snippet.Operand(known, captures > 0);
  }

  private boolean isOwn(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (own.contains(e)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void nothing) {
    Element element = reading.element(getCurrentPath());
    // javac adds names that do not stand in the source.
    boolean isWritten =
        reading.text().raw(tree).equals(tree.getName().toString()) && element != null;
    if (isWritten && !isCaseLabel(element)) {
      name(tree, element);
    }
    return null;
  }

  private boolean isCaseLabel(Element element) {
    return element.getKind() == ElementKind.ENUM_CONSTANT
        && getCurrentPath().getParentPath().getLeaf().getKind() != Tree.Kind.MEMBER_SELECT
        && isInLabel(getCurrentPath().getParentPath());
  }

  private static boolean isInLabel(TreePath path) {
    return path.getLeaf() instanceof CaseTree
        || path.getLeaf().getKind().name().equals("CONSTANT_CASE_LABEL");
  }

  private void name(IdentifierTree tree, Element element) {
    Var local = locals.get(element);
    if (local != null) {
      replace(tree, new Snippet.Local(local));
    } else if (tree.getName().contentEquals("this") || tree.getName().contentEquals("super")) {
      self(tree);
    } else if (reading.isVariable(element)) {
      variable(tree, element);
    } else if (element.getKind().isField()) {
      field(tree, (VariableElement) element);
    } else if (element instanceof ExecutableElement method) {
      method(tree, method);
    } else if (element instanceof TypeElement type) {
      type(tree, type);
    } else if (element.getKind() == ElementKind.TYPE_PARAMETER && !isOwn(element)) {
      reading.refuse(getCurrentPath(), Refusals.typeVariable(element));
    }
  }

  private void self(IdentifierTree tree) {
    boolean isMethods = tree.getName().contentEquals("this") && classes == 0;
    if (isMethods && reading.receiver().isPresent()) {
      record(tree, reading.receiver().get());
    } else if (classes == 0) {
      reading.refuse(getCurrentPath(), Refusals.of(tree));
    }
  }

  private void outer(MemberSelectTree tree, Element type) {
    Optional<Expr> object = reading.receiver(tree, getCurrentPath());
    if (object.isPresent()) {
      record(tree, object.get());
    } else if (!isOwn(type) && (classes == 0 || tree.getIdentifier().contentEquals("this"))) {
      reading.refuse(getCurrentPath(), Refusals.outer(tree));
    }
  }

  private void variable(IdentifierTree tree, Element element) {
    Var variable = reading.variable(element);
    if (variable.type() instanceof Type.RecordOf && Assigned.is(getCurrentPath())) {
      reading.refuse(getCurrentPath(), Refusals.assignedRecord());
      return;
    }
    if (targets.containsKey(variable) || Assigned.is(getCurrentPath())) {
      Var target =
          targets.computeIfAbsent(variable, v -> reading.vars().make(v.name() + "After", v.type()));
      replace(tree, new Snippet.Target(target));
      return;
    }
    if (variable.type() instanceof Type.RecordOf) {
      record(tree, variable.read());
      return;
    }
    Snippet.Piece value = operand(variable.read());
    if (!element.asType().getKind().isPrimitive() && variable.type().isReal() && isReceiver()) {
      String box = ((Type.Primitive) variable.type()).simpleBox();
      replace(tree, new Snippet.Text("((" + box + ") "), value, new Snippet.Text(")"));
    } else {
      replace(tree, value);
    }
  }

  /** An object, or what makes one of a record that is known by its components. */
  private void record(Tree tree, Expr value) {
    if (value.type() instanceof Type.RecordOf type) {
      reading
          .callees()
          .type(type.name())
          .ifPresent(
              record ->
                  FaithfulRecords.changed(record, reading)
                      .ifPresent(
                          c ->
                              reading.refuse(getCurrentPath(), Refusals.changedObject(record, c))));
    }
    replace(tree, RecordText.of(value, this::operand));
  }

  private boolean isReceiver() {
    return getCurrentPath().getParentPath().getLeaf() instanceof MemberSelectTree;
  }

  private void field(IdentifierTree tree, VariableElement field) {
    if (isOwn(field)) {
      return;
    }
    if (Assigned.is(getCurrentPath())) {
      calls.writesField();
    }
    if (Assigned.is(getCurrentPath()) && isHidden(field)) {
      reading.refuse(
          getCurrentPath(), new Problem.WritesState("the field " + FieldReader.describe(field)));
    } else if (isHidden(field)) {
      hiddenField(tree, field, reading.receiver(field));
    } else if (FieldReader.isStatic(field)) {
      TypeElement owner = (TypeElement) field.getEnclosingElement();
      replace(tree, typeName(owner), new Snippet.Text("." + field.getSimpleName()));
    } else if (reading.receiver(field).isPresent()) {
      String access = "." + field.getSimpleName();
      replace(tree, operand(reading.receiver().get()), new Snippet.Text(access));
    } else {
      reading.refuse(getCurrentPath(), Refusals.instanceField(field));
    }
  }

  private boolean isHidden(Element member) {
    return !Visibility.isVisible(member, reading.callees().packageName());
  }

  /** A public method may be inherited from a class that cannot be seen. */
  private boolean isHidden(ExecutableElement method, TreePath object) {
    boolean isInherited =
        method.getModifiers().contains(Modifier.PUBLIC)
            && Visibility.isVisible(reading.mirror(object), reading.callees().packageName());
    return isHidden(method) && !isInherited && !isOwn(method);
  }

  private void hiddenField(Tree tree, VariableElement field, Optional<Expr> object) {
    if (field.getConstantValue() != null) {
      replace(tree, operand(Literals.any(field.getConstantValue())));
      return;
    }
    boolean isStatic = FieldReader.isStatic(field);
    if (object.isPresent() && object.get().type() instanceof Type.RecordOf) {
      Type.Component c = Records.component(field).orElseThrow();
      record(tree, new Expr.Component(object.get(), c.name(), c.type()));
      return;
    }
    if (!isStatic && object.isEmpty() || !FieldReader.canBeLookedUp(field, reading)) {
      reading.refuse(
          getCurrentPath(), new Problem.PrivateState("field " + FieldReader.describe(field)));
      return;
    }
    replace(
        tree,
        operand(FieldReader.expression(field, isStatic ? Optional.empty() : object, reading)));
  }

  private void method(IdentifierTree tree, ExecutableElement method) {
    if (isOwn(method)) {
      return;
    }
    if (isHidden(method)) {
      hidden("method " + Callees.describe(method));
    } else if (FieldReader.isStatic(method)) {
      TypeElement owner = (TypeElement) method.getEnclosingElement();
      replace(tree, typeName(owner), new Snippet.Text("." + method.getSimpleName()));
    } else if (reading.receiver(method).isPresent()) {
      String access = "." + method.getSimpleName();
      replace(tree, operand(reading.receiver().get()), new Snippet.Text(access));
    } else {
      reading.refuse(getCurrentPath(), Refusals.instanceMethod(method));
    }
  }

  private void hidden(String member) {
    reading.refuse(getCurrentPath(), new Problem.PrivateState(member));
  }

  private void type(Tree tree, TypeElement type) {
    if (isOwn(type)) {
      return;
    }
    if (isHidden(type)) {
      hidden("class " + type.getSimpleName());
    } else {
      replace(tree, typeName(type));
    }
  }

  private static Snippet.TypeName typeName(TypeElement type) {
    return new Snippet.TypeName(new Type.Reference(ClassNames.of(type)));
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
    TreePath object = new TreePath(getCurrentPath(), tree.getExpression());
    if (tree.getIdentifier().contentEquals("length")
        && reading.mirror(object) instanceof ArrayType) {
      return super.visitMemberSelect(tree, nothing);
    }
    if (FieldReader.isQualifiedThis(tree)) {
      outer(tree, reading.element(object));
      return null;
    }
    Element element = reading.element(getCurrentPath());
    if (element instanceof TypeElement type && !isOwn(type)) {
      type(tree, type);
      return null;
    }
    if (element instanceof ExecutableElement method && isHidden(method, object)) {
      hidden("method " + Callees.describe(method));
    }
    if (element instanceof VariableElement field
        && element.getKind() == ElementKind.FIELD
        && isHidden(field)
        && !isOwn(field)
        && !tree.getIdentifier().contentEquals("class")
        && field.getEnclosingElement() instanceof TypeElement) {
      if (Assigned.is(getCurrentPath())) {
        reading.refuse(
            getCurrentPath(), new Problem.WritesState("the field " + FieldReader.describe(field)));
      }
      hiddenField(tree, field, reading.simpleObject(object));
      return null;
    }
    if (element != null
        && element.getKind() == ElementKind.FIELD
        && Assigned.is(getCurrentPath())) {
      calls.writesField();
    }
    return super.visitMemberSelect(tree, nothing);
  }

  @Override
  public Void visitArrayAccess(ArrayAccessTree tree, Void nothing) {
    if (Assigned.is(getCurrentPath())) {
      calls.writesElement(isOwnArray(getCurrentPath()));
    }
    return super.visitArrayAccess(tree, nothing);
  }

  /** Whether a variable of the method refers to the array, or an array of arrays, at the path. */
  private boolean isOwnArray(TreePath path) {
    if (path.getLeaf() instanceof ArrayAccessTree access) {
      return isOwnArray(new TreePath(path, access.getExpression()));
    }
    Element element = path.getLeaf() instanceof IdentifierTree ? reading.element(path) : null;
    return element != null && FieldReader.isVariable(element) && !isOwn(element);
  }

  @Override
  public Void visitVariable(VariableTree tree, Void nothing) {
    Var local = locals.get(reading.element(getCurrentPath()));
    if (local != null) {
      int name = reading.text().nameOf(tree);
      if (name >= 0) {
        int end = name + tree.getName().length();
        holes.add(new Hole(name, end, List.of(new Snippet.Local(local))));
      }
    }
    return super.visitVariable(tree, nothing);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    captures++;
    super.visitLambdaExpression(tree, nothing);
    captures--;
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void nothing) {
    captures++;
    classes++;
    super.visitClass(tree, nothing);
    classes--;
    captures--;
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
    Optional<Expr> component =
        isOfOwn(getCurrentPath())
            ? Optional.empty()
            : RecordText.component(getCurrentPath(), reading);
    if (component.isPresent()) {
      record(tree, component.get());
      return null;
    }
    if (reading.element(select) instanceof ExecutableElement method) {
      calls.add(method, tree.getArguments(), getCurrentPath());
    }
    return super.visitMethodInvocation(tree, nothing);
  }

  /** Whether what the expression begins with belongs to the text itself. */
  private boolean isOfOwn(TreePath path) {
    if (path.getLeaf() instanceof MethodInvocationTree call) {
      return isOfOwn(new TreePath(path, call.getMethodSelect()));
    }
    if (path.getLeaf() instanceof MemberSelectTree select) {
      return isOfOwn(new TreePath(path, select.getExpression()));
    }
    return path.getLeaf() instanceof IdentifierTree name
        && (name.getName().contentEquals("this") && classes > 0 || isOwn(reading.element(path)));
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void nothing) {
    if (reading.element(getCurrentPath()) instanceof ExecutableElement constructor
        && !isOwn(constructor)) {
      calls.add(constructor, tree.getArguments(), getCurrentPath());
      if (isHidden(constructor) && tree.getClassBody() == null) {
        hidden("constructor of " + constructor.getEnclosingElement().getSimpleName());
      }
    }
    return super.visitNewClass(tree, nothing);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
    if (reading.element(getCurrentPath()) instanceof ExecutableElement method) {
      calls.add(method, List.<ExpressionTree>of(), getCurrentPath());
      if (isHidden(method)) {
        hidden("method " + Callees.describe(method));
      }
    }
    captures++;
    super.visitMemberReference(tree, nothing);
    captures--;
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree tree, Void nothing) {
    if (tree.getValue() instanceof String text && reading.text().raw(tree).startsWith("\"\"\"")) {
      replace(tree, operand(Literals.any(text)));
    }
    return null;
  }

  @Override
  public Void visitReturn(ReturnTree tree, Void nothing) {
    leaves(tree);
    return super.visitReturn(tree, nothing);
  }

  @Override
  public Void visitBreak(BreakTree tree, Void nothing) {
    if (!JumpTargets.isWithin(getCurrentPath(), root)) {
      leaves(tree);
    }
    return null;
  }

  @Override
  public Void visitContinue(ContinueTree tree, Void nothing) {
    if (!JumpTargets.isWithin(getCurrentPath(), root)) {
      leaves(tree);
    }
    return null;
  }

  private void leaves(Tree tree) {
    if (captures == 0) {
      reading.refuse(getCurrentPath(), Refusals.leaves(tree));
    }
  }
}
