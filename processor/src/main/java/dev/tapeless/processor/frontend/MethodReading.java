package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Program;
import dev.tapeless.processor.problems.Finding;
import java.util.List;

/** What came of reading a method. */
public sealed interface MethodReading {

  /** The method, and all methods that it calls, directly or through others. */
  record Read(Function function, Program program) implements MethodReading {}

  /** The method, or one that it calls, has what cannot be differentiated. */
  record Refused(List<Finding> findings) implements MethodReading {
    public Refused {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The method, or one that it calls, is not typed: another processor will generate what is
   * missing, or the user has made a mistake.
   *
   * @param errors what the compiler says about it
   */
  record Waiting(List<TypeError> errors) implements MethodReading {
    public Waiting {
      errors = List.copyOf(errors);
    }
  }

  /** An error that is the compiler's to report. */
  record TypeError(String message, SourcePlace place) {}
}
