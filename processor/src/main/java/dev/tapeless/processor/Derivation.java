package dev.tapeless.processor;

import dev.tapeless.processor.contract.Derived;

/** The transforms as users get them. */
record Derivation(Options options) implements Transforms {

  @Override
  public Derived derive(Pipeline.Method method, Stages stages) {
    return DerivativePrograms.of(
        method.signature(), method.function(), method.program(), options.naive(), stages);
  }
}
