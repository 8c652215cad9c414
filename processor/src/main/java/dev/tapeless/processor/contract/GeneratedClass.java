package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Function;
import java.util.List;

/**
 * A class of derivatives, ready to be written.
 *
 * @param userClass the annotated class, with its enclosing classes and without its package: {@code Outer.Inner}
 * @param operations what users call
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
    List<Function> companions) {

  public GeneratedClass {
    records = List.copyOf(records);
    operations = List.copyOf(operations);
    companions = List.copyOf(companions);
  }
}
