package dev.tapeless.processor;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Parameter;
import dev.tapeless.processor.ir.Printer;
import dev.tapeless.processor.ir.Sweep;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Looks at what each stage returns for the methods of one class: checks it, and notes it as text, where the options say so. */
final class Stages {

  private final Options options;
  private final Map<String, String> texts = new TreeMap<>();

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
    after(stage, function(sweep));
    return sweep;
  }

  /** A sweep as a function that returns all of its results. */
  private static Function function(Sweep sweep) {
    List<Parameter> parameters = new ArrayList<>();
    sweep.parameters().forEach(v -> parameters.add(new Parameter(v, false)));
    sweep.extra().forEach(v -> parameters.add(new Parameter(v, false)));
    List<Expr> results = new ArrayList<>(sweep.derivatives());
    sweep.value().ifPresent(results::add);
    List<Type.Component> components = new ArrayList<>();
    results.forEach(e -> components.add(new Type.Component("r" + components.size(), e.type())));
    Type.RecordOf type = new Type.RecordOf("Results", components);
    List<Type> types = parameters.stream().map(p -> p.variable().type()).toList();
    return new Function(
        new Callee("", "sweep", types, Optional.of(type)),
        true,
        parameters,
        sweep.body(),
        Optional.of(new Expr.NewRecord(type, results)),
        Origin.NONE);
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
