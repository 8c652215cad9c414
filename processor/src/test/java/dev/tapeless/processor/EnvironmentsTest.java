package dev.tapeless.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Build tools that wrap javac, other compilers, and the options of javac that matter to a second
 * one.
 */
class EnvironmentsTest {

  private static final String MODEL =
      """
      package p;
      final class Model {
        @dev.tapeless.Differentiable
        static double square(double x) {
          return x * x;
        }
        static double slope(double x) {
          var g = ModelAdjoint.squareGradient(x);
          return g;
        }
      }
      """;

  private static final String FEATURE = Integer.toString(Runtime.version().feature());

  @TempDir Path folder;

  /** Our processor with another environment than javac's. */
  private static final class Wrapping extends AbstractProcessor {

    private final Processor wrapped = new DifferentiableProcessor();
    private final UnaryOperator<ProcessingEnvironment> wrapper;

    Wrapping(UnaryOperator<ProcessingEnvironment> wrapper) {
      this.wrapper = wrapper;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return wrapped.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return wrapped.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      wrapped.init(wrapper.apply(environment));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return wrapped.process(annotations, round);
    }
  }

  /** As Gradle does it. */
  private record Delegating(ProcessingEnvironment delegate) implements ProcessingEnvironment {

    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return delegate.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }

  /** As IntelliJ does it. */
  private static final class Forwarding implements InvocationHandler {

    private final ProcessingEnvironment delegate;

    Forwarding(ProcessingEnvironment delegate) {
      this.delegate = delegate;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(delegate, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  private static ProcessingEnvironment proxy(InvocationHandler handler) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            EnvironmentsTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            handler);
  }

  @Test
  void aWrapperWithADelegate() {
    Javac.plain().processors(new Wrapping(Delegating::new)).compile(MODEL).succeeds();
  }

  @Test
  void aProxy() {
    Javac.plain().processors(new Wrapping(e -> proxy(new Forwarding(e)))).compile(MODEL).succeeds();
  }

  @Test
  void wrappersOfWrappers() {
    Javac.plain()
        .processors(new Wrapping(e -> new Delegating(proxy(new Forwarding(e)))))
        .compile(MODEL)
        .succeeds();
  }

  @Test
  void anotherCompilerIsToldOnceForEachMethod() {
    Javac.plain()
        .processors(
            new Wrapping(
                e -> {
                  // A lambda keeps what it needs where nobody finds it.
                  InvocationHandler hidden =
                      (proxy, method, arguments) -> method.invoke(e, arguments);
                  return proxy(
                      (proxy, method, arguments) -> hidden.invoke(proxy, method, arguments));
                }))
        .compile(
            """
            package p;
            final class Model {
              @dev.tapeless.Differentiable
              // expect [NotJavac] this compiler does not let annotation processors read method bodies
              static double f(double x) { return x; }
              @dev.tapeless.Differentiable
              // expect [NotJavac] this compiler does not let annotation processors read method bodies
              static double g(double x) { return x; }
            }
            """)
        .findsWhatItExpects();
  }

  @Test
  void previewFeatures() {
    Javac.plain().with("--release", FEATURE, "--enable-preview").compile(MODEL).succeeds();
  }

  @Test
  void anOlderRelease() {
    Javac.plain().with("--release", "17").compile(MODEL).succeeds();
  }

  @Test
  void parametersAndDebugInformationChangeNothing() {
    Javac.plain().with("-parameters", "-g").compile(MODEL).succeeds();
  }

  @Test
  void aModuleThatReadsAnother() {
    Path library =
        Javac.plain()
            .compile(
                "module lib { exports lib; }",
                """
                package lib;
                public final class Lib {
                  public static final double FACTOR = 3;
                  public static int size() { return 2; }
                }
                """)
            .writeTo(folder);
    Compiled compiled =
        Javac.plain()
            .with("--module-path", library.toString())
            .with("--add-reads", "user=ALL-UNNAMED")
            .compile(
                "module user { requires lib; requires java.compiler; }",
                """
                package p;
                import lib.Lib;
                final class User {
                  @dev.tapeless.Differentiable
                  static double f(double x) {
                    return x * Lib.FACTOR * Lib.size();
                  }
                }
                """);
    assertThat(compiled.succeeds().hasGenerated("p.UserAdjoint")).isTrue();
  }
}
