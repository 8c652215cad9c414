package dev.tapeless.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The javac that runs the processor. Its trees are only read and pointed at: typing one of them now
 * would change what javac makes of the program later.
 */
public final class OuterCompiler {

  private final ProcessingEnvironment environment;
  private final Trees trees;

  private OuterCompiler(ProcessingEnvironment environment, Trees trees) {
    this.environment = environment;
    this.trees = trees;
  }

  /** The compiler behind {@code environment}, when it is javac. */
  public static Optional<OuterCompiler> of(ProcessingEnvironment environment) {
    if (ToolProvider.getSystemJavaCompiler() == null) {
      return Optional.empty();
    }
    for (ProcessingEnvironment candidate : WrappedEnvironments.unwrapped(environment)) {
      try {
        return Optional.of(new OuterCompiler(candidate, Trees.instance(candidate)));
      } catch (IllegalArgumentException notJavac) {
        continue;
      }
    }
    return Optional.empty();
  }

  /** Whether the class of that name is declared by a source of this compilation. */
  public boolean isSource(String qualifiedName) {
    TypeElement type = elements().getTypeElement(qualifiedName);
    return type != null && source(type).isPresent();
  }

  Elements elements() {
    return environment.getElementUtils();
  }

  Filer filer() {
    return environment.getFiler();
  }

  SourceVersion sourceVersion() {
    return environment.getSourceVersion();
  }

  boolean isPreviewEnabled() {
    return environment.isPreviewEnabled();
  }

  /** The file that declares {@code type}, when it is source of this compilation. */
  Optional<JavaFileObject> source(TypeElement type) {
    TreePath path = trees.getPath(type);
    return path == null ? Optional.empty() : Optional.of(path.getCompilationUnit().getSourceFile());
  }

  /** Prints a message at {@code tree}, which need not be a tree of this compiler. */
  void print(Diagnostic.Kind kind, String message, Tree tree, CompilationUnitTree unit) {
    trees.printMessage(kind, message, tree, unit);
  }
}
