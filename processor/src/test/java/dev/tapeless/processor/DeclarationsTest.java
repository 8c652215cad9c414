package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/**
 * Declarations that cannot be differentiated whatever their bodies are, each refused at its own
 * place.
 */
class DeclarationsTest {

  @Test
  void refusalsOfDeclarations() {
    Compiled.of(
            """
            package p;
            import dev.tapeless.*;
            abstract class A {
              @Differentiable
              double instance(double x) { return x; }

              @Differentiable
              // expect [NoBody] A.nothing(double) is abstract and has no body to differentiate
              abstract double nothing(double x);

              @Differentiable
              // expect [NoBody] A.foreign(double) is native and has no body to differentiate
              static native double foreign(double x);

              @Differentiable
              // expect [PrivateMethod] the generated class cannot see A.hidden(double)
              private static double hidden(double x) { return x; }

              private static class Inner {
                @Differentiable
                // expect [PrivateMethod] the generated class cannot see Inner.f(double)
                static double f(double x) { return x; }
              }

              @Differentiable
              // expect [NotSupportedYet] a generic method is not supported yet
              static <T> double generic(double x) { return x; }

              @Differentiable
              // expect [PrivateState] the generated class cannot see the class HiddenException
              static double throwing(double x) throws HiddenException { return x; }

              private static class HiddenException extends Exception {
                private static final long serialVersionUID = 1;
              }

              @Differentiable
              // expect [NoActiveResult] A.count(double[]) returns int, which has no derivative
              static int count(double[] x) { return x.length; }

              @Differentiable
              // expect [NoActiveParameter] A.constant(double, int) has no parameter to differentiate by
              static double constant(@Constant double x, int n) { return x; }

              private static class Hidden {}

              @Differentiable
              static double list(
                  double x,
                  // expect [PrivateState] the generated class cannot see the class Hidden
                  Hidden hidden) {
                return x;
              }

              @Differentiable(order = 2)
              // expect [NotSupportedYet] order = 2 for a method that returns double[] is not supported yet
              static double[] second(double[] x) { return x.clone(); }

              @Differentiable(order = 3)
              // expect [NoSuchOrder] derivatives of order 3 cannot be asked for
              static double third(double x) { return x; }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void uncheckedExceptionsMayBeDeclared() {
    Compiled.of(
            """
            package p;
            final class A {
              @dev.tapeless.Differentiable
              static double f(double x) throws IllegalArgumentException, ArithmeticException { return x; }
            }
            """)
        .succeeds();
  }

  @Test
  void twoClassesThatWouldShareAName() {
    Compiled.of(
            """
            package p;
            import dev.tapeless.Differentiable;
            final class A {
              static final class B {
                @Differentiable static double f(double x) { return x; }
              }
            }
            """,
            """
            package p;
            import dev.tapeless.Differentiable;
            final class A_B {
              @Differentiable
              // expect [NameTaken] the derivatives of p.A_B go into a class p.A_BAdjoint, and there is one already
              static double f(double x) { return x; }
            }
            """)
        .findsWhatItExpects();
  }

  /** Another processor that is faster than ours. */
  @SupportedAnnotationTypes("dev.tapeless.Differentiable")
  private static final class Squatter extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!annotations.isEmpty()) {
        try (Writer writer = processingEnv.getFiler().createSourceFile("p.AAdjoint").openWriter()) {
          writer.write("package p; final class AAdjoint {}");
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
      return false;
    }
  }

  @Test
  void aFileThatAnotherProcessorWritesAtTheSameTime() {
    Compiled compiled =
        Javac.plain()
            .processors(new Squatter(), new DifferentiableProcessor())
            .compile(
                """
                package p;
                final class A {
                  @dev.tapeless.Differentiable
                  // expect [CannotWrite] p.AAdjoint cannot be written: Attempt to recreate a file for type p.AAdjoint
                  static double f(double x) { return x; }
                }
                """);
    compiled.findsWhatItExpects();
    assertThat(compiled.errors()).hasSize(1);
  }

  @Test
  void aClassFileGivenToTheProcessorHasNoSource() {
    Compiled compiled =
        Javac.plain()
            .with("-proc:only")
            .classes("dev.tapeless.processor.DeclarationsTest.Precompiled")
            .compile();
    assertThat(compiled.errors()).hasSize(1);
    assertThat(compiled.errors().get(0).summary())
        .startsWith("[NoSource] the source of dev.tapeless.processor.DeclarationsTest.Precompiled");
  }

  /** A class that is there as a class file only. */
  static final class Precompiled {

    private Precompiled() {}

    @dev.tapeless.Differentiable
    static double f(double x) {
      return x;
    }
  }
}
