package dev.tapeless.processor.testing;

import dev.tapeless.processor.DifferentiableProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** How a test compiles: with which options, processors and libraries. */
public final class Javac {

  private final List<String> options;
  private final List<Processor> processors;
  private final List<Path> libraries;
  private final List<String> classes;

  private Javac(
      List<String> options,
      List<Processor> processors,
      List<Path> libraries,
      List<String> classes) {
    this.options = List.copyOf(options);
    this.processors = List.copyOf(processors);
    this.libraries = List.copyOf(libraries);
    this.classes = List.copyOf(classes);
  }

  /** As a user compiles who has added the processor. */
  public static Javac plain() {
    return new Javac(List.of("-Atapeless.verify=true"), List.of(), List.of(), List.of());
  }

  /** The same with further options. */
  public Javac with(String... more) {
    return new Javac(append(options, List.of(more)), processors, libraries, classes);
  }

  /** The same with processors that run in the place of ours. */
  public Javac processors(Processor... instead) {
    return new Javac(options, List.of(instead), libraries, classes);
  }

  /** The same with folders or jars on the class path. */
  public Javac classPath(Path... more) {
    return new Javac(options, processors, append(libraries, List.of(more)), classes);
  }

  /** The same with compiled classes that the processors get to see. */
  public Javac classes(String... names) {
    return new Javac(options, processors, libraries, List.of(names));
  }

  /** Compiles sources, each the text of a file. */
  public Compiled compile(String... sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<SourceFile> files = Stream.of(sources).map(SourceFile::new).toList();
    Writer crash = new StringWriter();
    try (StandardJavaFileManager platform = javac.getStandardFileManager(diagnostics, null, null);
        MemoryFiles memory = new MemoryFiles(platform)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(crash, memory, diagnostics, allOptions(), classes, files);
      task.setProcessors(
          processors.isEmpty() ? List.of(new DifferentiableProcessor()) : processors);
      boolean success = task.call();
      List<Message> messages = diagnostics.getDiagnostics().stream().map(Message::of).toList();
      return new Compiled(success, files, messages, memory.written(), libraries, crash.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> allOptions() {
    List<String> all = new ArrayList<>(options);
    List<String> path = new ArrayList<>(libraries.stream().map(Path::toString).toList());
    path.add(System.getProperty("java.class.path"));
    all.addAll(List.of("-classpath", String.join(System.getProperty("path.separator"), path)));
    return all;
  }

  private static <T> List<T> append(List<T> first, List<T> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }
}
