package dev.tapeless.processor.frontend;

import dev.tapeless.processor.testing.Compiled;

/** A class whose source says what is wrong with it. */
final class Sample {

  private Sample() {}

  /**
   * Compiles members of a class; every comment {@code // expect [Key] text} announces an error in
   * the line below it, and there are no others.
   */
  static void refuses(String members) {
    String source =
        """
        import dev.tapeless.Constant;
        import dev.tapeless.Differentiable;

        class Sample {
        %s
        }
        """;
    Compiled.of(source.formatted(members)).findsWhatItExpects();
  }
}
