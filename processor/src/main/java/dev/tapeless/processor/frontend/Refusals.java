package dev.tapeless.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import dev.tapeless.processor.problems.Problem;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The problems of what Java has and the IR has not. */
final class Refusals {

  private static final Map<Kind, Problem> BY_KIND =
      Map.ofEntries(
          Map.entry(
              Kind.LAMBDA_EXPRESSION,
              new Problem.NotSupportedYet(
                  "a lambda expression", "write its body where it is called")),
          Map.entry(
              Kind.MEMBER_REFERENCE,
              new Problem.NotSupportedYet(
                  "a method reference", "call the method where it is used")),
          Map.entry(
              Kind.IDENTIFIER, new Problem.Unsupported("this name", "use a variable or a field")));

  private Refusals() {}

  /** Why {@code tree} is refused. */
  static Problem of(Tree tree) {
    if (tree instanceof NewClassTree creation) {
      return new Problem.NotSupportedYet(
          "new " + creation.getIdentifier(), "use primitive types and arrays of them");
    }
    Problem known = BY_KIND.get(tree.getKind());
    return known != null
        ? known
        : new Problem.NotSupportedYet(
            "this construct ("
                + tree.getKind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                + ")",
            "use assignments, if, loops and calls of static methods");
  }

  /** Why a class within a method is refused that uses what is around it. */
  static Problem captures(ClassTree type) {
    return new Problem.NotSupportedYet(
        "the local class "
            + type.getSimpleName()
            + ", which uses variables or the object around it,",
        "hand them to its constructor");
  }

  /** Why a static variable of a class within a method is refused: a copy would have its own. */
  static Problem sharedState(VariableTree field) {
    return new Problem.Unsupported(
        "the static variable " + field.getName() + " of a local class",
        "make it final, or a variable of the class around the method");
  }

  /** Why a second class of one name within the methods of a class is refused. */
  static Problem sameName(ClassTree type) {
    return new Problem.NotSupportedYet(
        "a second local class with the name " + type.getSimpleName(), "give it another name");
  }

  /** Why the type parameter {@code element} is refused. */
  static Problem typeVariable(Element element) {
    String construct = "the type parameter " + element.getSimpleName();
    return new Problem.Unsupported(construct, "use a type without parameters");
  }

  /** Why {@code Model.this} or {@code Model.super} is refused. */
  static Problem outer(Tree tree) {
    return new Problem.Unsupported(tree.toString(), "hand over what is needed as an argument");
  }

  /** Why a comparison of boxes is refused. */
  static Problem identity() {
    return new Problem.Unsupported(
        "a comparison of two boxes as objects", "compare the numbers, as double or float");
  }

  /** Why a comparison of records is refused. */
  static Problem recordIdentity() {
    return new Problem.Unsupported(
        "a comparison of two records as objects", "compare them by equals, or their components");
  }

  /** Why copied code that assigns a record is refused. */
  static Problem assignedRecord() {
    return new Problem.NotSupportedYet(
        "a record with real numbers that is assigned in code which is copied",
        "assign its numbers to variables of their own");
  }

  /** Why a record is refused that does not keep what its constructor gets. */
  static Problem changedComponent(Element record, String change) {
    return new Problem.Unsupported(
        "a derivative in the record " + record.getSimpleName() + ", which " + change + ",",
        "do that in a static method that makes the record");
  }

  /** Why an object of a record is refused that does not keep what its constructor gets. */
  static Problem changedObject(Element record, String change) {
    return new Problem.Unsupported(
        "an object of the record " + record.getSimpleName() + ", which " + change + ",",
        "do that in a static method that makes the record");
  }

  /** Why {@code null} in the place of a record is refused. */
  static Problem nullRecord() {
    return new Problem.NotSupportedYet(
        "null in the place of a record with real numbers", "use a record that says so");
  }

  /** Why {@code null} in the place of a number is refused. */
  static Problem nullNumber() {
    return new Problem.NotSupportedYet(
        "null in the place of a real number", "use a number that says so, such as Double.NaN");
  }

  /** Why a record that is made by a constructor without source is refused. */
  static Problem constructor(ExecutableElement constructor) {
    return new Problem.Unsupported(
        Callees.describe(constructor) + ", whose source is not at hand,",
        "use a record of this project");
  }

  /** Why a recursion that makes new functions is refused. */
  static Problem endless(ExecutableElement method) {
    return new Problem.Unsupported(
        "a recursive call of " + Callees.describe(method) + " with a function that is made for it",
        "hand the function on that the method has got");
  }

  /** Why a call through {@code super} is refused. */
  static Problem superCall(ExecutableElement method) {
    return new Problem.NotSupportedYet(
        "a call of " + Callees.describe(method) + " through super",
        "give the method another name too, and call it by that");
  }

  /** Why a switch with patterns is refused. */
  static Problem pattern() {
    return new Problem.NotSupportedYet("a pattern in a switch", "use instanceof and if");
  }

  /** Why an instance field is refused where there is no object. */
  static Problem instanceField(Element field) {
    return new Problem.NotSupportedYet(
        "the instance field " + field.getSimpleName(), "pass its value as a parameter");
  }

  /** Why an instance method is refused where there is no object. */
  static Problem instanceMethod(ExecutableElement method) {
    return new Problem.NotSupportedYet(
        "a call of the instance method " + Callees.describe(method),
        "call a static method that gets the values as arguments");
  }

  /** Why a statement is refused that leaves code which is copied as it stands. */
  static Problem leaves(Tree tree) {
    String word = tree.getKind().name().toLowerCase(java.util.Locale.ROOT);
    return new Problem.Unsupported(
        word + " out of a try or synchronized",
        "put the result into a variable, and leave after it");
  }

  /** Why a value of that type is refused. */
  static Problem type(TypeMirror mirror) {
    if (mirror instanceof DeclaredType declared
        && declared.asElement().getKind() == ElementKind.RECORD) {
      return new Problem.NotSupportedYet(
          "the record " + TypeReader.describe(mirror), "pass its components one by one");
    }
    return new Problem.UnsupportedType(TypeReader.describe(mirror));
  }
}
