package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Type;
import java.util.List;

/** A private class whose objects hold the variables that the parts of one function share. */
public record SharedState(String name, List<Type.Component> fields, Javadoc javadoc) {

  public SharedState {
    fields = List.copyOf(fields);
  }
}
