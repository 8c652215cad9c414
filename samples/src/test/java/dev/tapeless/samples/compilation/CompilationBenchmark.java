package dev.tapeless.samples.compilation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What javac takes for annotated methods, with the processor and without it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompilationBenchmark {

  private static final String PROCESSOR = "dev.tapeless.processor.DifferentiableProcessor";

  /** How many methods. */
  @Param({"100", "300", "900"})
  public int methods;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private List<Path> sources;

  /** Writes the sources. */
  @Setup
  public void setUp() throws IOException {
    sources = Sources.write(Files.createTempDirectory("compilation"), methods);
  }

  /** The methods alone. */
  @Benchmark
  public boolean javac() throws IOException {
    return compiled("-proc:none");
  }

  /** Their derivatives are written, and compiled as well. */
  @Benchmark
  public boolean withProcessor() throws IOException {
    return compiled(
        "-processorpath", System.getProperty("java.class.path"), "-processor", PROCESSOR);
  }

  private boolean compiled(String... more) throws IOException {
    String output = Files.createTempDirectory("classes").toString();
    List<String> options =
        new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), "-d", output));
    options.addAll(List.of(more));
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      boolean done =
          javac
              .getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!done) {
        throw new IllegalStateException("the sources do not compile");
      }
      return done;
    }
  }
}
