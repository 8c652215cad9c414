package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Var;

/** Something that holds values which a statement may overwrite. */
public sealed interface Location {

  /** A variable: its number, or its reference. */
  record Variable(Var variable) implements Location {}

  /** The elements of the arrays of one class of {@link Memory}. */
  record Contents(int memory) implements Location {}

  /** What is not the function's own. */
  enum Outside implements Location {
    /** All fields that can change. */
    FIELDS,
    /** What objects hold that a derivative gets. */
    OBJECTS
  }
}
