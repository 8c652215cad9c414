package dev.tapeless.processor;

import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at what each stage returns for the methods of one class: checks it, and notes it as text,
 * where the options say so.
 */
final class Stages {

  private final Options options;
  private final Map<String, String> texts = new TreeMap<>();
  private final List<Warnings.Warning> warnings = new ArrayList<>();

  Stages(Options options) {
    this.options = options;
  }

  /** {@code function}, which is what the stage returned. */
  Function after(String stage, Function function) {
    if (options.verify()) {
      Verifier.verify(function);
    }
    note(stage, () -> Printer.print(function));
    return function;
  }

  /** {@code sweep}, which is what the stage returned. */
  Sweep sweep(String stage, Sweep sweep) {
    after(stage, sweep.asFunction());
    return sweep;
  }

  /** Notes what is worth a warning. */
  void warn(List<Warnings.Warning> more) {
    if (options.warnings()) {
      warnings.addAll(more);
    }
  }

  /** The warnings about the method that was looked at last. */
  List<Warnings.Warning> takeWarnings() {
    List<Warnings.Warning> taken = List.copyOf(warnings);
    warnings.clear();
    return taken;
  }

  /** Notes what a stage returned. */
  void note(String stage, Text text) {
    if (options.dump().contains(stage)) {
      texts.merge(stage, text.print(), (before, more) -> before + "\n" + more);
    }
  }

  /** By stage, the text of what it returned. */
  Map<String, String> texts() {
    return Collections.unmodifiableMap(texts);
  }

  /** A text that is made only when somebody wants it. */
  @FunctionalInterface
  interface Text {
    String print();
  }
}
