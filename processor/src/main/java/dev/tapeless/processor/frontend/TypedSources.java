package dev.tapeless.processor.frontend;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The user's sources as a private javac sees them: with the type of every expression. It lives for
 * one round of processing, and the compilation that the processor belongs to does not notice it.
 */
final class TypedSources implements AutoCloseable {

  private final StandardJavaFileManager platform;
  private final JavacTask task;
  private final Trees trees;
  private final DiagnosticCollector<JavaFileObject> diagnostics;

  private TypedSources(
      StandardJavaFileManager platform,
      JavacTask task,
      DiagnosticCollector<JavaFileObject> diagnostics) {
    this.platform = platform;
    this.task = task;
    this.trees = Trees.instance(task);
    this.diagnostics = diagnostics;
  }

  /**
   * Types the files that declare {@code types}.
   *
   * @param stubs by qualified name, the signatures of classes that are yet to be generated
   */
  static TypedSources open(
      OuterCompiler outer, Collection<TypeElement> types, Map<String, String> stubs) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager platform = javac.getStandardFileManager(null, null, null);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try {
      platform.setLocation(StandardLocation.CLASS_PATH, List.of());
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  Writer.nullWriter(),
                  new OuterFiles(platform, outer, stubs.keySet()),
                  diagnostics,
                  options(outer),
                  null,
                  roots(outer, types, stubs));
      task.parse();
      task.analyze();
      return new TypedSources(platform, task, diagnostics);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Collection<JavaFileObject> roots(
      OuterCompiler outer, Collection<TypeElement> types, Map<String, String> stubs) {
    Map<URI, JavaFileObject> roots = new LinkedHashMap<>();
    for (TypeElement type : types) {
      outer.source(type).ifPresent(file -> roots.put(file.toUri(), file));
    }
    PreludeSource.all().forEach(file -> roots.put(file.toUri(), file));
    stubs.forEach(
        (name, text) -> {
          StubSource stub = new StubSource(name, text);
          roots.put(stub.toUri(), stub);
        });
    return roots.values();
  }

  private static List<String> options(OuterCompiler outer) {
    List<String> options =
        new ArrayList<>(
            List.of("-proc:none", "-Xlint:none", "-implicit:none", "-Xmaxerrs", "100000"));
    options.addAll(List.of("-source", version(outer.sourceVersion())));
    // The user's program may read modules that are not resolved by default.
    options.addAll(List.of("--add-modules", "ALL-SYSTEM"));
    if (outer.isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    return options;
  }

  private static String version(SourceVersion version) {
    return version.name().substring("RELEASE_".length());
  }

  Trees trees() {
    return trees;
  }

  JavacTask task() {
    return task;
  }

  Elements elements() {
    return task.getElements();
  }

  /** The class of that qualified name. */
  Optional<TypeElement> type(String qualifiedName) {
    return Optional.ofNullable(task.getElements().getTypeElement(qualifiedName));
  }

  /**
   * The declaration of {@code method}, with typed body; empty when its class is a class file or yet
   * to be generated.
   */
  Optional<TreePath> declaration(ExecutableElement method) {
    TreePath path = trees.getPath(method);
    if (path == null || isStub(path)) {
      return Optional.empty();
    }
    if (path.getLeaf() instanceof MethodTree tree && tree.getBody() != null) {
      // A block has no element: asking for it makes javac type the class if it has not done so yet.
      trees.getElement(new TreePath(path, tree.getBody()));
    }
    return Optional.of(path);
  }

  private static boolean isStub(TreePath path) {
    URI file = path.getCompilationUnit().getSourceFile().toUri();
    return StubSource.SCHEME.equals(file.getScheme());
  }

  /** The errors that the private compiler has found so far. */
  List<Diagnostic<? extends JavaFileObject>> errors() {
    return diagnostics.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .<Diagnostic<? extends JavaFileObject>>map(d -> d)
        .toList();
  }

  @Override
  public void close() {
    try {
      platform.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
