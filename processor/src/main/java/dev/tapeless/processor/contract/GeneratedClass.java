package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Function;
import java.util.List;
import java.util.Set;

/**
 * A class of derivatives, ready to be written.
 *
 * @param userClass the annotated class, with its enclosing classes and without its package: {@code
 *     Outer.Inner}
 * @param operations what users call
 * @param writing the names of operations of methods that write into their arguments
 * @param companions private functions that the operations call
 */
public record GeneratedClass(
    String packageName,
    String name,
    boolean isPublic,
    String userClass,
    Javadoc javadoc,
    List<ResultRecord> records,
    List<Operation> operations,
    List<Function> companions,
    Set<String> writing) {

  public GeneratedClass {
    records = List.copyOf(records);
    operations = List.copyOf(operations);
    companions = List.copyOf(companions);
    writing = Set.copyOf(writing);
  }

  /** A class none of whose methods writes into its arguments. */
  public GeneratedClass(
      String packageName,
      String name,
      boolean isPublic,
      String userClass,
      Javadoc javadoc,
      List<ResultRecord> records,
      List<Operation> operations,
      List<Function> companions) {
    this(
        packageName, name, isPublic, userClass, javadoc, records, operations, companions, Set.of());
  }
}
