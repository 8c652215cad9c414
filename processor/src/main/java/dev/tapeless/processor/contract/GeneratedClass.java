package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LocalClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A class of derivatives, ready to be written.
 *
 * @param userClass the annotated class, with its enclosing classes and without its package: {@code
 *     Outer.Inner}
 * @param operations what users call
 * @param objects what binds arguments of the user's methods
 * @param writing the names of operations of methods that write into their arguments
 * @param companions private functions that the operations call
 * @param parts of operations and companions that would be too long
 * @param states what parts share
 * @param classes copies of those that the user declares within methods
 */
public record GeneratedClass(
    String packageName,
    String name,
    boolean isPublic,
    String userClass,
    Javadoc javadoc,
    List<ResultRecord> records,
    List<Operation> operations,
    List<FunctionObject> objects,
    List<Function> companions,
    Set<String> writing,
    List<Part> parts,
    List<SharedState> states,
    List<LocalClass> classes) {

  public GeneratedClass {
    classes = List.copyOf(classes);
    records = List.copyOf(records);
    operations = List.copyOf(operations);
    objects = List.copyOf(objects);
    companions = List.copyOf(companions);
    writing = Set.copyOf(writing);
    parts = List.copyOf(parts);
    states = List.copyOf(states);
  }

  /** A class whose functions are not in parts. */
  public GeneratedClass(
      String packageName,
      String name,
      boolean isPublic,
      String userClass,
      Javadoc javadoc,
      List<ResultRecord> records,
      List<Operation> operations,
      List<FunctionObject> objects,
      List<Function> companions,
      Set<String> writing,
      List<LocalClass> classes) {
    this(
        packageName,
        name,
        isPublic,
        userClass,
        javadoc,
        records,
        operations,
        objects,
        companions,
        writing,
        List.of(),
        List.of(),
        classes);
  }

  /** All functions with their bodies. */
  public List<Function> functions() {
    List<Function> functions = new ArrayList<>();
    operations.forEach(o -> o.body().ifPresent(functions::add));
    functions.addAll(companions);
    parts.forEach(p -> functions.add(p.function()));
    return functions;
  }

  /** The same class with functions in parts. */
  public GeneratedClass withParts(
      List<Operation> shortened,
      List<Function> functions,
      List<Part> newParts,
      List<SharedState> newStates) {
    return new GeneratedClass(
        packageName,
        name,
        isPublic,
        userClass,
        javadoc,
        records,
        shortened,
        objects,
        functions,
        writing,
        newParts,
        newStates,
        classes);
  }
}
