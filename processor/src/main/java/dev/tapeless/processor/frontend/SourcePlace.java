package dev.tapeless.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import javax.tools.Diagnostic;

/** A place in the user's source that messages can point at. */
public final class SourcePlace {

  private final OuterCompiler outer;
  private final Tree tree;
  private final CompilationUnitTree unit;

  SourcePlace(OuterCompiler outer, Tree tree, CompilationUnitTree unit) {
    this.outer = outer;
    this.tree = tree;
    this.unit = unit;
  }

  /** Prints {@code message} with file, line and column, as the compiler does with its own. */
  public void print(Diagnostic.Kind kind, String message) {
    outer.print(kind, message, tree, unit);
  }
}
