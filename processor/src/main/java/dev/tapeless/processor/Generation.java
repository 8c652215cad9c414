package dev.tapeless.processor;

import dev.tapeless.processor.Pipeline.SourceText;
import dev.tapeless.processor.problems.Problem;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/** Writes generated files. */
final class Generation {

  private final Filer filer;
  private final Reporter reporter;

  Generation(Filer filer, Reporter reporter) {
    this.filer = filer;
    this.reporter = reporter;
  }

  /** Writes the class that belongs to {@code annotated}. */
  void write(SourceText source, AnnotatedClass annotated) {
    TypeElement origin = annotated.topLevel();
    try (Writer writer = filer.createSourceFile(source.qualifiedName(), origin).openWriter()) {
      writer.write(source.text());
    } catch (IOException e) {
      Problem problem =
          new Problem.CannotWrite(source.qualifiedName(), String.valueOf(e.getMessage()));
      reporter.error(problem, annotated.first());
    }
  }

  /** Writes, beside the class, a text for each stage. */
  void dump(SourceText source, Map<String, String> stages, AnnotatedClass annotated) {
    stages.forEach(
        (stage, text) -> {
          String file = source.simpleName() + "." + stage + ".txt";
          try (Writer writer =
              filer
                  .createResource(
                      StandardLocation.SOURCE_OUTPUT,
                      source.packageName(),
                      file,
                      annotated.topLevel())
                  .openWriter()) {
            writer.write(text);
          } catch (IOException e) {
            Problem problem = new Problem.CannotWrite(file, String.valueOf(e.getMessage()));
            reporter.error(problem, annotated.first());
          }
        });
  }
}
