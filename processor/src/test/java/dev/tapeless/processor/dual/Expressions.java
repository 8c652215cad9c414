package dev.tapeless.processor.dual;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.tapeless.processor.dual.Values.Callable;
import dev.tapeless.processor.dual.Values.Instance;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

/** Evaluates expressions in one frame. */
final class Expressions extends SimpleTreeVisitor<Object, Void> {

  private final Source source;
  private final Calls calls;
  private final Frame frame;

  Expressions(Source source, Calls calls, Frame frame) {
    this.source = source;
    this.calls = calls;
    this.frame = frame;
  }

  Object value(ExpressionTree tree) {
    return tree.accept(this, null);
  }

  /** The value as what is assigned to a variable of the type. */
  Object valueAs(ExpressionTree tree, TypeMirror type) {
    return tree instanceof NewArrayTree listed && listed.getType() == null
        ? listed(listed, ((ArrayType) type).getComponentType())
        : Values.convert(value(tree), type);
  }

  @Override
  protected Object defaultAction(Tree tree, Void none) {
    throw new UnsupportedOperationException(tree.getKind() + ": " + tree);
  }

  @Override
  public Object visitLiteral(LiteralTree tree, Void none) {
    Object value = tree.getValue();
    if (value instanceof Double || value instanceof Float) {
      return Real.constant(((Number) value).doubleValue(), value instanceof Float);
    }
    return value;
  }

  @Override
  public Object visitParenthesized(ParenthesizedTree tree, Void none) {
    return value(tree.getExpression());
  }

  @Override
  public Object visitIdentifier(IdentifierTree tree, Void none) {
    if (tree.getName().contentEquals("this")) {
      return frame.self();
    }
    Element element = source.element(tree);
    return element.getKind() == ElementKind.FIELD
        ? ((Instance) frame.self()).fields().get(tree.getName().toString())
        : frame.variables().get(element);
  }

  @Override
  public Object visitMemberSelect(MemberSelectTree tree, Void none) {
    Object object = value(tree.getExpression());
    return object instanceof Object[] array
        ? array.length
        : ((Instance) object).fields().get(tree.getIdentifier().toString());
  }

  @Override
  public Object visitArrayAccess(ArrayAccessTree tree, Void none) {
    Object[] array = (Object[]) value(tree.getExpression());
    return array[(int) value(tree.getIndex())];
  }

  @Override
  public Object visitTypeCast(TypeCastTree tree, Void none) {
    return Values.convert(value(tree.getExpression()), source.type(tree.getType()));
  }

  @Override
  public Object visitConditionalExpression(ConditionalExpressionTree tree, Void none) {
    ExpressionTree chosen =
        (boolean) value(tree.getCondition()) ? tree.getTrueExpression() : tree.getFalseExpression();
    return Values.convert(value(chosen), source.type(tree));
  }

  @Override
  public Object visitBinary(BinaryTree tree, Void none) {
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND) {
      return (boolean) value(tree.getLeftOperand()) && (boolean) value(tree.getRightOperand());
    }
    if (tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return (boolean) value(tree.getLeftOperand()) || (boolean) value(tree.getRightOperand());
    }
    Object left = value(tree.getLeftOperand());
    return Arithmetic.apply(tree.getKind(), left, value(tree.getRightOperand()));
  }

  @Override
  public Object visitUnary(UnaryTree tree, Void none) {
    return switch (tree.getKind()) {
      case UNARY_MINUS -> negative(value(tree.getExpression()));
      case UNARY_PLUS -> value(tree.getExpression());
      case LOGICAL_COMPLEMENT -> !(boolean) value(tree.getExpression());
      case BITWISE_COMPLEMENT -> ~(int) value(tree.getExpression());
      default -> step(tree);
    };
  }

  private static Object negative(Object value) {
    return value instanceof Integer whole
        ? (Object) (-whole)
        : Real.of(
            -((Real) value).value(),
            ((Real) value).isFloat(),
            new Real[] {(Real) value},
            Wide.ONE.negative());
  }

  private Object step(UnaryTree tree) {
    boolean isUp =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.POSTFIX_INCREMENT;
    boolean isPrefix =
        tree.getKind() == Tree.Kind.PREFIX_INCREMENT
            || tree.getKind() == Tree.Kind.PREFIX_DECREMENT;
    Object[] before = new Object[1];
    Object after =
        change(
            tree.getExpression(),
            old -> {
              before[0] = old;
              Object moved = Arithmetic.apply(isUp ? Tree.Kind.PLUS : Tree.Kind.MINUS, old, 1);
              return Values.convert(moved, source.type(tree.getExpression()));
            });
    return isPrefix ? after : before[0];
  }

  @Override
  public Object visitAssignment(AssignmentTree tree, Void none) {
    TypeMirror type = source.type(tree.getVariable());
    return change(tree.getVariable(), old -> valueAs(tree.getExpression(), type));
  }

  @Override
  public Object visitCompoundAssignment(CompoundAssignmentTree tree, Void none) {
    Tree.Kind operator = Arithmetic.ofCompound(tree.getKind());
    TypeMirror type = source.type(tree.getVariable());
    return change(
        tree.getVariable(),
        old -> Values.convert(Arithmetic.apply(operator, old, value(tree.getExpression())), type));
  }

  /** Assigns what becomes of the old value. The place is evaluated before. */
  private Object change(ExpressionTree place, UnaryOperator<Object> made) {
    if (place instanceof ParenthesizedTree inner) {
      return change(inner.getExpression(), made);
    }
    if (place instanceof ArrayAccessTree access) {
      Object[] array = (Object[]) value(access.getExpression());
      int index = (int) value(access.getIndex());
      Object changed = made.apply(array[index]);
      array[index] = changed;
      return changed;
    }
    Element element = source.element(place);
    if (element.getKind() == ElementKind.FIELD) {
      Object object =
          place instanceof MemberSelectTree select ? value(select.getExpression()) : frame.self();
      String name = element.getSimpleName().toString();
      Instance instance = (Instance) object;
      Object changed = made.apply(instance.fields().get(name));
      instance.fields().put(name, changed);
      return changed;
    }
    Object changed = made.apply(frame.variables().get(element));
    frame.variables().put(element, changed);
    return changed;
  }

  @Override
  public Object visitNewArray(NewArrayTree tree, Void none) {
    ArrayType type = (ArrayType) source.type(tree);
    if (tree.getInitializers() != null) {
      return listed(tree, type.getComponentType());
    }
    List<Integer> lengths = tree.getDimensions().stream().map(d -> (Integer) value(d)).toList();
    return zeros(type, lengths);
  }

  private Object[] listed(NewArrayTree tree, TypeMirror element) {
    return tree.getInitializers().stream().map(e -> valueAs(e, element)).toArray();
  }

  private static Object[] zeros(ArrayType type, List<Integer> lengths) {
    Object[] array = new Object[lengths.get(0)];
    for (int i = 0; i < array.length; i++) {
      array[i] =
          lengths.size() > 1
              ? zeros((ArrayType) type.getComponentType(), lengths.subList(1, lengths.size()))
              : Values.zero(type.getComponentType());
    }
    return array;
  }

  @Override
  public Object visitNewClass(NewClassTree tree, Void none) {
    ExecutableElement constructor = (ExecutableElement) source.element(tree);
    return calls.construct(constructor, arguments(tree.getArguments(), constructor));
  }

  private Object[] arguments(List<? extends ExpressionTree> trees, ExecutableElement method) {
    Object[] values = new Object[trees.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = valueAs(trees.get(i), method.getParameters().get(i).asType());
    }
    return values;
  }

  @Override
  public Object visitMethodInvocation(MethodInvocationTree tree, Void none) {
    ExecutableElement method = (ExecutableElement) source.element(tree.getMethodSelect());
    boolean isStatic = Calls.isStatic(method);
    Object self = frame.self();
    if (!isStatic && tree.getMethodSelect() instanceof MemberSelectTree select) {
      self = value(select.getExpression());
    }
    Object result = calls.call(method, self, arguments(tree.getArguments(), method));
    return Values.convert(result, source.type(tree));
  }

  @Override
  public Object visitLambdaExpression(LambdaExpressionTree tree, Void none) {
    Frame captured = frame.captured();
    return new Callable(
        arguments -> {
          Frame inner = captured.captured();
          for (int i = 0; i < arguments.length; i++) {
            VariableTree parameter = tree.getParameters().get(i);
            Element variable = source.element(parameter);
            inner.variables().put(variable, Values.convert(arguments[i], variable.asType()));
          }
          return tree.getBody() instanceof BlockTree block
              ? calls.run(block, inner)
              : new Expressions(source, calls, inner).value((ExpressionTree) tree.getBody());
        });
  }

  @Override
  public Object visitMemberReference(MemberReferenceTree tree, Void none) {
    ExecutableElement method = (ExecutableElement) source.element(tree);
    boolean isBound =
        !Calls.isStatic(method)
            && !source.element(tree.getQualifierExpression()).getKind().isClass();
    Object self = isBound ? value(tree.getQualifierExpression()) : null;
    return new Callable(arguments -> calls.call(method, self, arguments));
  }
}
