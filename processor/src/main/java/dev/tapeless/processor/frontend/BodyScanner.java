package dev.tapeless.processor.frontend;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds in the source of a method what it does. What it does not understand may do anything. */
final class BodyScanner extends TreePathScanner<Void, Void> {

  private final ExecutableElement scanned;
  private final TypedSources sources;
  private final Trees trees;
  private final Set<Element> fresh;
  private final Set<ExecutableElement> called = new HashSet<>();
  private Effect calls = Effect.NONE;
  private boolean callsParameters;
  private boolean writesArrays;
  private boolean namesForeignArrays;
  private boolean writesForeignArrays;

  private BodyScanner(TreePath path, ExecutableElement scanned, TypedSources sources) {
    this.scanned = scanned;
    this.sources = sources;
    this.trees = sources.trees();
    this.fresh = OwnArrays.in(path, trees);
  }

  /** What the body of {@code method}, declared at {@code path}, does. */
  static BodyEffects scan(TreePath path, ExecutableElement method, TypedSources sources) {
    BodyScanner scanner = new BodyScanner(path, method, sources);
    scanner.scan(path, null);
    return new BodyEffects(
        scanner.calls,
        scanner.callsParameters,
        scanner.writesArrays,
        scanner.namesForeignArrays,
        scanner.writesForeignArrays,
        scanner.called);
  }

  private Element element(Tree child) {
    return trees.getElement(new TreePath(getCurrentPath(), child));
  }

  private TypeMirror type(Tree child) {
    return trees.getTypeMirror(new TreePath(getCurrentPath(), child));
  }

  private void anything() {
    calls = Effect.STATE;
  }

  private void assigned(ExpressionTree target) {
    if (target instanceof ParenthesizedTree parentheses) {
      assigned(parentheses.getExpression());
    } else if (target instanceof ArrayAccessTree) {
      writes(target);
    } else if (!isVariable(target) && !isOwnField(element(target))) {
      anything();
    }
  }

  private boolean isVariable(ExpressionTree target) {
    return target instanceof IdentifierTree && FieldReader.isVariable(element(target));
  }

  /** The fields of an object that is being constructed are seen by nobody yet. */
  private boolean isOwnField(Element field) {
    return scanned.getKind() == ElementKind.CONSTRUCTOR
        && field != null
        && !FieldReader.isStatic(field)
        && field.getEnclosingElement().equals(scanned.getEnclosingElement());
  }

  /** Something is written into {@code array}, or into an array that it has an element of. */
  private void writes(ExpressionTree array) {
    if (array instanceof ArrayAccessTree access) {
      writes(access.getExpression());
    } else if (array instanceof ParenthesizedTree parentheses) {
      writes(parentheses.getExpression());
    } else if (!isVariable(array)) {
      writesForeignArrays = true;
    } else if (!fresh.contains(element(array))) {
      writesArrays = true;
    }
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, Void nothing) {
    assigned(tree.getVariable());
    return super.visitAssignment(tree, nothing);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void nothing) {
    assigned(tree.getVariable());
    return super.visitCompoundAssignment(tree, nothing);
  }

  @Override
  public Void visitUnary(UnaryTree tree, Void nothing) {
    if (Operators.compound(tree.getKind()) != null) {
      assigned(tree.getExpression());
    }
    return super.visitUnary(tree, nothing);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void nothing) {
    name();
    return super.visitIdentifier(tree, nothing);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
    name();
    return super.visitMemberSelect(tree, nothing);
  }

  private void name() {
    Element element = trees.getElement(getCurrentPath());
    namesForeignArrays |=
        element != null
            && element.getKind() == ElementKind.FIELD
            && element.asType() instanceof ArrayType
            && !isOnlyRead(getCurrentPath());
  }

  /** Whether the array at {@code path} stands where only what it holds is read. */
  private boolean isOnlyRead(TreePath path) {
    TreePath around = path.getParentPath();
    Tree parent = around.getLeaf();
    if (parent instanceof ArrayAccessTree access && access.getExpression() == path.getLeaf()) {
      return !(trees.getTypeMirror(around) instanceof ArrayType) || isOnlyRead(around);
    }
    if (parent instanceof MemberSelectTree select) {
      return select.getIdentifier().contentEquals("length")
          || select.getIdentifier().contentEquals("clone");
    }
    if (parent instanceof EnhancedForLoopTree) {
      return trees.getTypeMirror(path) instanceof ArrayType array
          && array.getComponentType().getKind().isPrimitive();
    }
    return parent instanceof ParenthesizedTree
        ? isOnlyRead(around)
        : parent instanceof MethodInvocationTree call
            && trees.getElement(new TreePath(around, call.getMethodSelect()))
                instanceof ExecutableElement method
            && LibraryEffects.makesText(method)
            && Effect.TEXT.includes(LibraryEffects.ofText(method, List.of()));
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
    if (element(tree.getMethodSelect()) instanceof ExecutableElement method) {
      call(method, tree);
    } else {
      anything();
    }
    return super.visitMethodInvocation(tree, nothing);
  }

  private void call(ExecutableElement method, MethodInvocationTree tree) {
    boolean isMadeUp =
        method.getKind() == ElementKind.CONSTRUCTOR
            && Callees.owner(method).startsWith("java.lang.");
    boolean isCopy =
        tree.getMethodSelect() instanceof MemberSelectTree select
            && select.getIdentifier().contentEquals("clone")
            && trees.getTypeMirror(
                    new TreePath(new TreePath(getCurrentPath(), select), select.getExpression()))
                instanceof ArrayType;
    if (isMadeUp || isCopy) {
      return;
    }
    namesForeignArrays |= method.getReturnType() instanceof ArrayType && mayReturnForeign(method);
    if (isCallOfParameter(method, tree)) {
      callsParameters = true;
    } else {
      call(method, tree.getArguments());
    }
  }

  /** What has a source names the array itself. */
  private boolean mayReturnForeign(ExecutableElement method) {
    return !OwnArrays.isMaker(method) && sources.declaration(method).isEmpty();
  }

  private boolean isCallOfParameter(ExecutableElement method, MethodInvocationTree tree) {
    return FunctionUses.isFunctionOf(method)
        && isFunction(method.getEnclosingElement().asType())
        && tree.getMethodSelect() instanceof MemberSelectTree select
        && isParameter(
            new TreePath(new TreePath(getCurrentPath(), select), select.getExpression()));
  }

  private boolean isParameter(ExpressionTree argument) {
    return isParameter(new TreePath(getCurrentPath(), argument));
  }

  private boolean isParameter(TreePath path) {
    return path.getLeaf() instanceof IdentifierTree
        && scanned.getParameters().contains(trees.getElement(path));
  }

  private static boolean isFunction(TypeMirror type) {
    return LibraryEffects.isFunction(type)
        || type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && element.getKind() == ElementKind.INTERFACE
            && !LibraryEffects.isOfTheJdk(element.getQualifiedName().toString());
  }

  private void call(ExecutableElement method, List<? extends ExpressionTree> arguments) {
    if (Library.isPure(method)) {
      return;
    }
    boolean getsFunction = arguments.stream().anyMatch(this::isUnseenFunction);
    callsParameters |= arguments.stream().anyMatch(a -> isFunction(type(a)) && isParameter(a));
    boolean isRecord = method.getEnclosingElement().getKind() == ElementKind.RECORD;
    if (getsFunction) {
      anything();
    } else if (LibraryEffects.makesText(method)) {
      library(LibraryEffects.ofText(method, types(arguments)), arguments);
    } else if (sources.declaration(method).isPresent() || isRecord) {
      if (Receivers.canBeOverridden(method) && method.getKind() == ElementKind.METHOD) {
        anything();
      } else {
        called.add(method);
      }
    } else {
      library(LibraryEffects.of(method, types(arguments)), arguments);
    }
  }

  private boolean isUnseenFunction(ExpressionTree argument) {
    return isFunction(type(argument)) && !isParameter(argument);
  }

  private List<Type> types(List<? extends ExpressionTree> arguments) {
    return arguments.stream().map(a -> TypeReader.type(type(a))).toList();
  }

  private void library(Effect effect, List<? extends ExpressionTree> arguments) {
    List<? extends ExpressionTree> arrays =
        arguments.stream().filter(a -> type(a) instanceof ArrayType).toList();
    if (effect.includes(Effect.ARRAYS)) {
      arrays.forEach(this::writes);
    }
    calls = effect == Effect.ARRAYS && !arrays.isEmpty() ? calls : calls.and(effect);
  }

  @Override
  public Void visitNewClass(NewClassTree tree, Void nothing) {
    boolean isKnown =
        tree.getClassBody() == null
            && trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor
            && isKnown(constructor, tree.getArguments());
    if (!isKnown) {
      anything();
    }
    return super.visitNewClass(tree, nothing);
  }

  private boolean isKnown(ExecutableElement constructor, List<? extends ExpressionTree> arguments) {
    if (LibraryEffects.makesThrowable(constructor)) {
      return true;
    }
    boolean isOurs =
        constructor.getEnclosingElement().getKind() != ElementKind.RECORD
            && sources.declaration(constructor).isPresent();
    if (!isOurs) {
      call(constructor, arguments);
    }
    return !isOurs;
  }

  @Override
  public Void visitTypeCast(TypeCastTree tree, Void nothing) {
    namesForeignArrays |=
        trees.getTypeMirror(getCurrentPath()) instanceof ArrayType
            && !(type(tree.getExpression()) instanceof ArrayType);
    return super.visitTypeCast(tree, nothing);
  }

  @Override
  public Void visitBindingPattern(BindingPatternTree tree, Void nothing) {
    namesForeignArrays |= type(tree.getVariable()) instanceof ArrayType;
    return super.visitBindingPattern(tree, nothing);
  }

  /** The iterator of a collection is called without a word. */
  @Override
  public Void visitEnhancedForLoop(EnhancedForLoopTree tree, Void nothing) {
    if (type(tree.getExpression()) instanceof DeclaredType declared) {
      namesForeignArrays |= type(tree.getVariable()) instanceof ArrayType;
      String owner = ((TypeElement) declared.asElement()).getQualifiedName().toString();
      if (!LibraryEffects.isOfTheJdk(owner)) {
        anything();
      }
    }
    return super.visitEnhancedForLoop(tree, nothing);
  }

  /** Resources are closed without a word. */
  @Override
  public Void visitTry(TryTree tree, Void nothing) {
    if (!tree.getResources().isEmpty()) {
      anything();
    }
    return super.visitTry(tree, nothing);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    anything();
    return super.visitLambdaExpression(tree, nothing);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
    anything();
    return super.visitMemberReference(tree, nothing);
  }

  @Override
  public Void visitClass(ClassTree tree, Void nothing) {
    anything();
    return super.visitClass(tree, nothing);
  }
}
