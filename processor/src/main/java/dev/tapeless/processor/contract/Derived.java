package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LocalClass;
import dev.tapeless.processor.ir.MethodSignature;
import java.util.List;

/**
 * An annotated method with its derivative programs.
 *
 * @param companions functions of the generated class that the programs call
 * @param classes that the method, or what it calls, declares within itself
 */
public record Derived(
    MethodSignature signature, Sweeps sweeps, List<Function> companions, List<LocalClass> classes) {

  public Derived {
    classes = List.copyOf(classes);
    companions = List.copyOf(companions);
  }
}
