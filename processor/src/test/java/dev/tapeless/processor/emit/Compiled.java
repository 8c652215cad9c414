package dev.tapeless.processor.emit;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources that have been compiled without a warning, and can be run. */
public final class Compiled {

  private final ClassLoader loader;

  private Compiled(ClassLoader loader) {
    this.loader = loader;
  }

  /**
   * Compiles {@code sources} with all warnings as errors; each begins with its package and has one
   * top-level class.
   */
  public static Compiled of(String... sources) {
    try {
      Path classes = Files.createTempDirectory("compiled");
      List<JavaFileObject> files = new ArrayList<>();
      Arrays.stream(sources).forEach(s -> files.add(new Source(s)));
      StringWriter messages = new StringWriter();
      List<String> options =
          List.of(
              "-Xlint:all,-processing,-divzero",
              "-Werror",
              "--release",
              "17",
              "-proc:none",
              "-d",
              classes.toString());
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      if (!compiler.getTask(messages, null, null, options, null, files).call()) {
        throw new AssertionError(messages + "\n" + String.join("\n", sources));
      }
      try (Stream<Path> all = Files.walk(classes)) {
        all.forEach(p -> p.toFile().deleteOnExit()); // in reverse order: what is within first
      }
      return new Compiled(
          new URLClassLoader(new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Calls the static method of that name that takes that many arguments; its exceptions come
   * through as they are.
   */
  public Object call(String className, String method, Object... arguments) throws Throwable {
    for (Method m : loader.loadClass(className).getDeclaredMethods()) {
      if (m.getName().equals(method) && m.getParameterCount() == arguments.length) {
        m.setAccessible(true);
        try {
          return m.invoke(null, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(method);
  }

  /** The value of a component of a record. */
  public static Object component(Object record, String name) throws ReflectiveOperationException {
    Method accessor = record.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(record);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + className(text) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    private static String className(String text) {
      return text.replaceFirst(
          "(?s).*?\\n(?:public |abstract |final )*(?:class|interface|record|enum) (\\w+).*", "$1");
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
