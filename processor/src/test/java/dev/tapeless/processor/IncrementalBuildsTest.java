package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file is compiled again, with the other classes on the class path. */
class IncrementalBuildsTest {

  private static final String MODEL =
      """
      package p;
      import dev.tapeless.*;
      public final class Model {
        record Pair(double a, double b) {}
        @Differentiable(order = 2)
        public static double f(double[] x) {
          double s = 0;
          for (double d : x) {
            s += helper(new Pair(d, s));
          }
          return s * Tables.FACTOR;
        }
        static double helper(Pair p) {
          return p.a() * Math.sin(p.b());
        }
        @Differentiable
        static double ofAnother(double x) {
          return 3 * Other.annotated(x) * x;
        }
      }
      """;

  private static final String[] OTHERS = {
    """
    package p;
    final class Tables {
      static final double FACTOR = 2.5;
    }
    """,
    """
    package p;
    import dev.tapeless.*;
    final class Other {
      @Differentiable
      static double annotated(double x) { return x * x; }
      static double plain(double x) { return x; }
    }
    """
  };

  @TempDir Path all;
  @TempDir Path one;

  private static Map<String, byte[]> classes(Path folder) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        found.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return found;
  }

  @Test
  void aFileThatNeedsNoOtherBodyGivesTheSameBytes() throws IOException {
    String alone =
        MODEL.replaceAll("(?s)  @Differentiable\n  static double ofAnother.*?\n  }\n", "");
    Compiled first = Javac.plain().compile(alone, OTHERS[0], OTHERS[1]);
    Compiled again = Javac.plain().classPath(first.writeTo(all)).compile(alone);
    again.writeTo(one);
    assertThat(again.generated("p.ModelAdjoint")).isEqualTo(first.generated("p.ModelAdjoint"));
    Map<String, byte[]> before = classes(all);
    Map<String, byte[]> after = classes(one);
    assertThat(after.keySet()).contains("p/ModelAdjoint.class", "p/Model.class");
    after.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
  }

  @Test
  void anAnnotatedMethodOfAnotherFileIsCalledThroughItsDerivatives()
      throws ReflectiveOperationException {
    Path others = Javac.plain().compile(OTHERS).writeTo(all);
    Compiled again = Javac.plain().classPath(others).compile(MODEL).succeeds();
    var gradient =
        again.load("p.ModelAdjoint").getDeclaredMethod("ofAnotherGradient", double.class);
    gradient.setAccessible(true);
    assertThat(gradient.invoke(null, 2.0)).isEqualTo(36.0);
  }

  @Test
  void aBodyThatIsNotAtHandIsMissedAndNotGuessed() {
    Path others = Javac.plain().compile(OTHERS).writeTo(all);
    Javac.plain()
        .classPath(others)
        .compile(
            """
            package p;
            final class User {
              @dev.tapeless.Differentiable
              static double f(double x) {
                // expect [NoDerivative] no derivative is known for Other.plain(double)
                return Other.plain(x);
              }
            }
            """)
        .findsWhatItExpects();
  }
}
