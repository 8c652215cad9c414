package dev.tapeless.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Another processor of the same compilation: generates {@code p.Generated} when it sees
 * {@code @Deprecated}.
 */
@SupportedAnnotationTypes("java.lang.Deprecated")
final class Generating extends AbstractProcessor {

  private boolean done;

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!done && !annotations.isEmpty()) {
      done = true;
      try (Writer writer = processingEnv.getFiler().createSourceFile("p.Generated").openWriter()) {
        writer.write(
            "package p; final class Generated {"
                + " static final double FACTOR = 3;"
                + " static double twice(double x) { return 2 * x; } }");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }
}
