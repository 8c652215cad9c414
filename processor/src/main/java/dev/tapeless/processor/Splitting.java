package dev.tapeless.processor;

import dev.tapeless.processor.contract.GeneratedClass;
import dev.tapeless.processor.contract.Javadoc;
import dev.tapeless.processor.contract.Operation;
import dev.tapeless.processor.contract.Part;
import dev.tapeless.processor.contract.SharedState;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.split.CodeSize;
import dev.tapeless.processor.split.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings the functions of a generated class to a size that the JVM compiles. */
final class Splitting {

  private final int methodSize;
  private final Stages stages;
  private final Set<String> taken = new HashSet<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<SharedState> states = new ArrayList<>();

  private Splitting(int methodSize, Stages stages) {
    this.methodSize = methodSize;
    this.stages = stages;
  }

  /** {@code generated} with long functions in parts. */
  static GeneratedClass of(GeneratedClass generated, int methodSize, Stages stages) {
    Splitting splitting = new Splitting(methodSize, stages);
    splitting.taken.add(generated.name());
    generated.records().forEach(r -> splitting.taken.add(r.name()));
    generated.operations().forEach(o -> splitting.taken.add(o.name()));
    generated.companions().forEach(splitting::take);
    List<Operation> operations = new ArrayList<>();
    for (Operation operation : generated.operations()) {
      Function body = operation.body().orElseThrow();
      operations.add(operation.withBody(splitting.shortened(body)));
    }
    List<Function> companions = generated.companions().stream().map(splitting::shortened).toList();
    GeneratedClass cut =
        generated.withParts(operations, companions, splitting.parts, splitting.states);
    cut.functions().forEach(f -> stages.note("size", () -> f.name() + " " + CodeSize.of(f)));
    return cut;
  }

  private void take(Function companion) {
    taken.add(companion.name());
    if (companion.callee().result().orElse(null) instanceof Type.RecordOf record) {
      taken.add(record.name());
    }
  }

  private Function shortened(Function function) {
    Split split = Split.of(function, methodSize, taken);
    if (split.parts().isEmpty()) {
      return function;
    }
    for (Split.Part part : split.parts()) {
      stages.after("split", part.function());
      taken.add(part.function().name());
      parts.add(new Part(part.function(), Javadoc.of(part.description())));
    }
    split
        .state()
        .ifPresent(
            s -> {
              String whose =
                  "The variables that the parts of {@link #" + function.name() + "} share.";
              taken.add(s.name());
              states.add(new SharedState(s.name(), s.components(), Javadoc.of(whose)));
            });
    return stages.after("split", split.function());
  }
}
