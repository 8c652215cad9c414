package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.MethodSignature;
import java.util.List;

/**
 * An annotated method with its derivative programs.
 *
 * @param companions functions of the generated class that the programs call
 */
public record Derived(MethodSignature signature, Sweeps sweeps, List<Function> companions) {

  public Derived {
    companions = List.copyOf(companions);
  }
}
