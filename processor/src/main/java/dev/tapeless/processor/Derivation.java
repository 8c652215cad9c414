package dev.tapeless.processor;

import dev.tapeless.processor.contract.Derived;

/** The transforms as users get them. */
record Derivation(Options options) implements Transforms {

  @Override
  public Derived derive(Pipeline.Method method, Stages stages) {
    return DerivativePrograms.of(method, options.naive(), stages);
  }
}
