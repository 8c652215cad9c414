package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;

/** What the calls within opaque code can do. */
final class CallsWithin {

  private final Reading reading;
  private final Predicate<TreePath> isOwnArray;
  private boolean keepsNothing = true;
  private Effect effect = Effect.NONE;
  private Optional<ExecutableElement> first = Optional.empty();

  /**
   * The calls of one text.
   *
   * @param isOwnArray whether a variable of the method refers to the array at a path
   */
  CallsWithin(Reading reading, Predicate<TreePath> isOwnArray) {
    this.reading = reading;
    this.isOwnArray = isOwnArray;
  }

  /** Notes a call. */
  void add(ExecutableElement method, List<? extends ExpressionTree> arguments, TreePath path) {
    if (first.isEmpty()) {
      first = Optional.of(method);
    }
    boolean getsFunction = arguments.stream().anyMatch(a -> isUnseenFunction(a, path));
    if (LibraryEffects.makesText(method) && !getsFunction) {
      effect =
          effect.and(
              reached(LibraryEffects.ofText(method, types(arguments, path)), arguments, path));
      return;
    }
    if (reading.callees().isPure(method)) {
      effect = effect.and(reading.callees().effect(method));
      return;
    }
    keepsNothing &=
        arguments.stream().noneMatch(a -> Carriers.mayCarry(reading.type(Reading.within(path, a))));
    effect =
        getsFunction
            ? Effect.STATE
            : effect.and(
                reached(LibraryEffects.of(method, types(arguments, path)), arguments, path));
  }

  /**
   * Whether no real number stays where the text puts it: all calls that get one only make text of
   * it, and none is assigned to what is there after the text.
   */
  boolean keepsNothing() {
    return keepsNothing;
  }

  /** The text assigns a field. */
  void writesField() {
    keepsNothing = false;
    effect = Effect.STATE;
  }

  /**
   * The text assigns an element of an array.
   *
   * @param isOwn whether a variable of the method refers to the array
   */
  void writesElement(boolean isOwn) {
    keepsNothing = false;
    effect = effect.and(isOwn ? Effect.ARRAYS : Effect.STATE);
  }

  /** What messages call the text, when it calls something. */
  Optional<String> words() {
    return first.map(Callees::describe);
  }

  /** The greatest effect of a call. */
  Effect effect() {
    return effect;
  }

  private List<Type> types(List<? extends ExpressionTree> arguments, TreePath path) {
    return arguments.stream().map(a -> reading.type(Reading.within(path, a))).toList();
  }

  /** What a call can do that changes arrays which it gets: one that an object has is state. */
  private Effect reached(Effect effect, List<? extends ExpressionTree> arguments, TreePath path) {
    boolean isOthers =
        arguments.stream()
            .map(a -> Reading.within(path, a))
            .anyMatch(
                a ->
                    reading.type(a) instanceof Type.Array
                        && !(a.getLeaf() instanceof NewArrayTree)
                        && !isOwnArray.test(a));
    return isOthers && effect.includes(Effect.ARRAYS) ? Effect.STATE : effect;
  }

  /** A function that the text does not show can do anything. */
  private boolean isUnseenFunction(ExpressionTree argument, TreePath path) {
    return !(argument instanceof LambdaExpressionTree)
        && !(argument instanceof MemberReferenceTree)
        && LibraryEffects.isFunction(reading.mirror(Reading.within(path, argument)));
  }
}
