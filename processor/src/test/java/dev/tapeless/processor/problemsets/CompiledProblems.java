package dev.tapeless.processor.problemsets;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import dev.tapeless.processor.testing.Operations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of the problem sets, compiled with the processor. */
final class CompiledProblems {

  /** Another package than that of the classes that were compiled with the tests. */
  private static final String PACKAGE = "subject";

  /** Of methods that return a number. */
  private static final String TWICE = "@Differentiable(order = 2)";

  private final Compiled compiled;

  private CompiledProblems(Javac javac) {
    compiled =
        javac
            .with("-Xlint:all")
            .compile(
                Stream.of(
                        MghFewVariables.class,
                        MghFits.class,
                        MghAnySize.class,
                        HockSchittkowskiPlane.class,
                        HockSchittkowskiSpace.class)
                    .map(CompiledProblems::source)
                    .toArray(String[]::new))
            .succeeds()
            .hasCleanGeneratedCode();
  }

  static CompiledProblems analysed() {
    return new CompiledProblems(Javac.plain());
  }

  static CompiledProblems naive() {
    return new CompiledProblems(Javac.plain().with("-Atapeless.naive=true"));
  }

  private static String source(Class<?> owner) {
    Path here = Path.of("").toAbsolutePath();
    Path module = Files.isDirectory(here.resolve("processor")) ? here.resolve("processor") : here;
    try {
      String path = owner.getName().replace('.', '/') + ".java";
      return Files.readString(module.resolve("src/test/java").resolve(path))
          .replace(owner.getPackageName() + ";", PACKAGE + ";")
          .replaceAll("@Differentiable(\\s+public static double \\w)", TWICE + "$1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The operations of a problem, or of another method that begins with its name. */
  Operations operations(Problem problem, String suffix) {
    String owner = PACKAGE + "." + problem.owner().getSimpleName();
    return new Operations(
        compiled.load(owner),
        compiled.load(owner + "Adjoint"),
        problem.name() + suffix,
        List.of(true));
  }
}
