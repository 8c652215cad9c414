package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.LookAlikes;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What the calls within opaque code can do. */
final class CallsWithin {

  /** Classes that make text of what they get, or write text out. */
  private static final Set<String> TEXT =
      Set.of(
          "java.lang.String",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Boolean",
          "java.lang.Character",
          "java.lang.System.Logger",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.io.Writer",
          "java.util.Formatter",
          "java.util.logging.Logger",
          "java.util.Objects",
          "org.slf4j.Logger",
          "org.apache.commons.logging.Log",
          "org.apache.logging.log4j.Logger");

  /** Those among them whose objects change, or that write text out. */
  private static final Set<String> WRITERS =
      Set.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.System.Logger",
          "java.io.PrintStream",
          "java.io.PrintWriter",
          "java.io.Writer",
          "java.util.Formatter",
          "java.util.logging.Logger",
          "org.slf4j.Logger",
          "org.apache.commons.logging.Log",
          "org.apache.logging.log4j.Logger");

  /** Methods of the JDK's classes that change nothing. */
  private static final Set<String> GETTERS =
      Set.of(
          "toString",
          "hashCode",
          "equals",
          "compareTo",
          "length",
          "charAt",
          "substring",
          "size",
          "isEmpty",
          "isPresent",
          "get",
          "getOrDefault",
          "getKey",
          "getValue",
          "getFirst",
          "getLast",
          "first",
          "last",
          "contains",
          "containsKey",
          "containsValue",
          "indexOf",
          "lastIndexOf");

  private static final Set<String> ARRAY_TEXT =
      Set.of(
          "toString",
          "deepToString",
          "hashCode",
          "deepHashCode",
          "equals",
          "deepEquals",
          "compare",
          "mismatch",
          "binarySearch");

  /** Classes whose objects change, but know no arrays. */
  private static final Set<String> WITHOUT_ARRAYS =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.Scanner",
          "java.util.StringTokenizer");

  private final Reading reading;
  private boolean keepsNothing = true;
  private Effect effect = Effect.NONE;
  private Optional<ExecutableElement> first = Optional.empty();

  CallsWithin(Reading reading) {
    this.reading = reading;
  }

  /** Notes a call. */
  void add(ExecutableElement method, List<? extends ExpressionTree> arguments, TreePath path) {
    if (first.isEmpty()) {
      first = Optional.of(method);
    }
    if (makesText(method)) {
      effect = most(effect, writesText(method) ? Effect.TEXT : Effect.NONE);
      return;
    }
    if (reading.callees().isPure(method)) {
      return;
    }
    keepsNothing &=
        arguments.stream().noneMatch(a -> Carriers.mayCarry(reading.type(Reading.within(path, a))));
    effect = most(effect, effect(method, arguments, path));
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
    effect = most(effect, isOwn ? Effect.ARRAYS : Effect.STATE);
  }

  private static Effect most(Effect a, Effect b) {
    return a.includes(b) ? a : b;
  }

  /** What messages call the text, when it calls something. */
  Optional<String> words() {
    return first.map(Callees::describe);
  }

  /** The greatest effect of a call. */
  Effect effect() {
    return effect;
  }

  /** Whether {@code method} makes text of what it gets, or writes text out. */
  static boolean makesText(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    String name = owner.getQualifiedName().toString();
    // The bits of a number are the number.
    boolean isBits = method.getSimpleName().toString().endsWith("Bits");
    return TEXT.contains(name) && !isBits
        // What such a class packs into an object, as sine and cosine at once, is used later.
        || LookAlikes.CLASSES.contains(name) && method.getReturnType().getKind().isPrimitive()
        || ArgumentChecks.contain(method)
        || name.equals("java.util.Arrays") && ARRAY_TEXT.contains(method.getSimpleName().toString())
        || name.startsWith("java.")
            && method.getKind() == ElementKind.METHOD
            && isString(method.getReturnType());
  }

  private static boolean writesText(ExecutableElement method) {
    return method.getKind() == ElementKind.METHOD
        && WRITERS.contains(Callees.owner(method))
        && !GETTERS.contains(method.getSimpleName().toString());
  }

  /** Whether {@code constructor} makes an exception. */
  static boolean makesThrowable(ExecutableElement constructor) {
    return constructor.getKind() == ElementKind.CONSTRUCTOR
        && isThrowable((TypeElement) constructor.getEnclosingElement());
  }

  private static boolean isString(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.String");
  }

  private static boolean isThrowable(TypeElement type) {
    for (TypeElement t = type; t != null; t = superclass(t)) {
      if (t.getQualifiedName().contentEquals("java.lang.Throwable")) {
        return true;
      }
    }
    return false;
  }

  private static TypeElement superclass(TypeElement type) {
    return type.getSuperclass() instanceof DeclaredType declared
        ? (TypeElement) declared.asElement()
        : null;
  }

  private Effect effect(
      ExecutableElement method, List<? extends ExpressionTree> arguments, TreePath path) {
    String owner = Callees.owner(method);
    boolean callsBack =
        isFunction(method.getEnclosingElement().asType())
            || arguments.stream().anyMatch(a -> isUnseenFunction(a, path));
    if (!isOfTheJdk(owner) || callsBack || owner.startsWith("java.nio.")) {
      return Effect.STATE;
    }
    if (GETTERS.contains(method.getSimpleName().toString())) {
      return Effect.NONE;
    }
    boolean isAlone = FieldReader.isStatic(method) || method.getKind() == ElementKind.CONSTRUCTOR;
    boolean isPlain =
        isAlone && arguments.stream().allMatch(a -> isPlain(reading.type(Reading.within(path, a))));
    return isPlain || WITHOUT_ARRAYS.contains(owner) ? Effect.ARRAYS : Effect.OBJECTS;
  }

  private static boolean isOfTheJdk(String owner) {
    return owner.startsWith("java.") || owner.startsWith("javax.");
  }

  /** A function that the text does not show can do anything. */
  private boolean isUnseenFunction(ExpressionTree argument, TreePath path) {
    return !(argument instanceof LambdaExpressionTree)
        && !(argument instanceof MemberReferenceTree)
        && isFunction(reading.mirror(Reading.within(path, argument)));
  }

  private static boolean isFunction(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getAnnotation(FunctionalInterface.class) != null;
  }

  /** Whether a value of {@code type} refers to no object but an array of numbers. */
  private static boolean isPlain(Type type) {
    return type instanceof Type.Array array
        ? array.innermost() instanceof Type.Primitive
        : !(type instanceof Type.Reference) || !Carriers.mayCarry(type);
  }
}
