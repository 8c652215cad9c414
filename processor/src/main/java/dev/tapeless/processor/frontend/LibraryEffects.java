package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.LookAlikes;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Type;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * What methods without a source can do: those of the JDK and of well-known libraries are known by
 * name, any other may do anything.
 */
final class LibraryEffects {

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

  /** Those of {@link System}, whose properties are text. */
  private static final Set<String> SYSTEM_WRITERS = Set.of("setProperty", "clearProperty");

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

  /** Packages whose objects do not change when they make text, or not so that anybody sees it. */
  private static final List<String> STEADY =
      List.of("java.lang.", "java.math.", "java.net.", "java.text.", "java.time.", "java.util.");

  /** Those of such a package that do change. */
  private static final Set<String> UNSTEADY =
      Set.of(
          "java.util.Scanner",
          "java.util.StringTokenizer",
          "java.util.Properties",
          "java.util.regex.Matcher");

  private LibraryEffects() {}

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

  /** What a call of {@code method}, which makes text, can do with arguments of these types. */
  static Effect ofText(ExecutableElement method, List<Type> arguments) {
    if (fillsArray(method)) {
      return Effect.ARRAYS;
    }
    if (writesText(method)) {
      return Effect.TEXT;
    }
    String owner = Callees.owner(method);
    boolean isSteady =
        FieldReader.isStatic(method)
            || !isOfTheJdk(owner)
            || STEADY.stream().anyMatch(owner::startsWith) && !UNSTEADY.contains(owner);
    return isSteady ? Effect.NONE : of(method, arguments);
  }

  /** Whether {@code method} leaves what it makes in an array that it gets. */
  private static boolean fillsArray(ExecutableElement method) {
    TypeKind result = method.getReturnType().getKind();
    boolean returnsText = result != TypeKind.VOID && result != TypeKind.INT;
    return !returnsText
        && TEXT.contains(Callees.owner(method))
        && method.getParameters().stream()
            .anyMatch(
                p ->
                    p.asType() instanceof ArrayType a
                        && a.getComponentType().getKind().isPrimitive());
  }

  /** Whether {@code method} adds text to a builder, or writes it out. */
  private static boolean writesText(ExecutableElement method) {
    if (Callees.owner(method).equals("java.lang.System")) {
      return SYSTEM_WRITERS.contains(method.getSimpleName().toString());
    }
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

  /** What a call of {@code method} with arguments of these types can do. */
  static Effect of(ExecutableElement method, List<Type> arguments) {
    String owner = Callees.owner(method);
    boolean callsBack = isFunction(method.getEnclosingElement().asType());
    if (!isOfTheJdk(owner) || callsBack || owner.startsWith("java.nio.")) {
      return Effect.STATE;
    }
    if (GETTERS.contains(method.getSimpleName().toString())) {
      return Effect.NONE;
    }
    boolean isAlone = FieldReader.isStatic(method) || method.getKind() == ElementKind.CONSTRUCTOR;
    boolean isPlain = isAlone && arguments.stream().allMatch(LibraryEffects::isPlain);
    if (isPlain && onlyReads(method, owner)) {
      return Effect.NONE;
    }
    return isPlain || WITHOUT_ARRAYS.contains(owner) ? Effect.ARRAYS : Effect.OBJECTS;
  }

  /** Whether {@code method} looks at arrays, or makes others of them. */
  private static boolean onlyReads(ExecutableElement method, String owner) {
    return owner.startsWith("java.util.stream.")
        || owner.equals("java.util.Arrays") && method.getReturnType().getKind() != TypeKind.VOID;
  }

  /** Whether the class of that qualified name belongs to the JDK. */
  static boolean isOfTheJdk(String owner) {
    return owner.startsWith("java.") || owner.startsWith("javax.");
  }

  /** Whether values of {@code type} are functions. */
  static boolean isFunction(TypeMirror type) {
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
