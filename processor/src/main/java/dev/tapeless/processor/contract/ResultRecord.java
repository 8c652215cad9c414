package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Type;
import java.util.List;

/** A record that operations return, declared by the generated class. */
public record ResultRecord(
    String name, List<Type.Component> components, boolean isPublic, Javadoc javadoc) {

  public ResultRecord {
    components = List.copyOf(components);
  }

  /** The record as a type; its name has no package. */
  public Type.RecordOf type() {
    return new Type.RecordOf(name, components);
  }
}
