package dev.tapeless.processor.frontend;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.problems.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A class that is compiled to run it, and whose methods are read into the IR. */
public final class LoweredSource {

  private final String className;
  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
  private final Map<Callee, Function> functions = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final SourceMap sources = new SourceMap();
  private Class<?> loaded;

  private LoweredSource(String className) {
    this.className = className;
  }

  /**
   * Compiles {@code members} within a class, and reads its method {@code f} and all that it calls.
   */
  public static LoweredSource of(String members) {
    return compile("Sample", "class Sample {\n" + members + "\n}\n", "f");
  }

  private static LoweredSource compile(String className, String source, String method) {
    LoweredSource lowered = new LoweredSource(className);
    try {
      lowered.run(source, method);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lowered;
  }

  private void run(String source, String method) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaFileManager files = new Memory(javac.getStandardFileManager(null, null, null), classes);
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("source:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavacTask task =
        (JavacTask)
            javac.getTask(null, files, diagnostics, List.of("-proc:none"), null, List.of(file));
    task.analyze();
    if (!diagnostics.getDiagnostics().isEmpty()) {
      throw new AssertionError(diagnostics.getDiagnostics() + "\n" + source);
    }
    readAll(Trees.instance(task), task.getElements().getTypeElement(className), method);
    task.generate();
  }

  private void readAll(Trees trees, TypeElement type, String method) {
    Deque<ExecutableElement> open = new ArrayDeque<>();
    CalleeSource callees =
        new CalleeSource() {
          @Override
          public String packageName() {
            return "";
          }

          @Override
          public Optional<TreePath> declaration(ExecutableElement callee) {
            return Optional.ofNullable(trees.getPath(callee));
          }

          @Override
          public Callee specialised(Specialisation specialisation) {
            open.add(specialisation.method());
            return specialisation.callee();
          }

          @Override
          public Answer find(ExecutableElement callee) {
            if (trees.getTree(callee) == null || trees.getTree(callee).getBody() == null) {
              return new Unknown();
            }
            open.add(callee);
            return new Body();
          }
        };
    ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(m -> m.getSimpleName().contentEquals(method))
        .forEach(open::add);
    while (!open.isEmpty()) {
      ExecutableElement next = open.remove();
      if (!functions.containsKey(Callees.of(next))) {
        functions.put(Callees.of(next), null);
        MethodReader.read(trees, Specialisation.plain(next), callees, sources, findings)
            .ifPresent(f -> functions.put(Callees.of(next), f));
      }
    }
  }

  /** The functions that were read, the first one asked for first. */
  public Map<Callee, Function> functions() {
    return functions;
  }

  /** The function that was asked for. */
  public Function function() {
    if (!findings.isEmpty()) {
      throw new AssertionError(findings.toString());
    }
    return functions.values().iterator().next();
  }

  /** The compiled class. */
  Class<?> load() {
    if (loaded == null) {
      loaded = new Loader().find(className);
    }
    return loaded;
  }

  private final class Loader extends ClassLoader {

    Loader() {
      super(LoweredSource.class.getClassLoader());
    }

    Class<?> find(String name) {
      try {
        return loadClass(name);
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes.toByteArray(), 0, bytes.size());
    }
  }

  private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, ByteArrayOutputStream> classes;

    Memory(JavaFileManager platform, Map<String, ByteArrayOutputStream> classes) {
      super(platform);
      this.classes = classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      classes.put(name, bytes);
      return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }
  }
}
