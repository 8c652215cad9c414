package dev.tapeless.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What keeps a declaration from being read: errors of the user's own, or types that another
 * processor is yet to generate.
 */
final class TypeErrors {

  private final TypedSources sources;
  private final CompilationUnitTree unit;
  private final TreePath declaration;
  private final SourcePositions positions;

  private TypeErrors(TypedSources sources, TreePath declaration) {
    this.sources = sources;
    this.unit = declaration.getCompilationUnit();
    this.declaration = declaration;
    this.positions = sources.trees().getSourcePositions();
  }

  /** An error and the smallest tree around it. */
  record TypeError(String message, Tree tree, CompilationUnitTree unit) {}

  /**
   * The errors in {@code declaration}, of which there is at least one when one of its expressions
   * has no type.
   */
  static List<TypeError> in(TreePath declaration, TypedSources sources) {
    TypeErrors errors = new TypeErrors(sources, declaration);
    List<TypeError> within = errors.reported(declaration.getLeaf());
    List<Tree> untyped = errors.untyped();
    if (!within.isEmpty() || untyped.isEmpty()) {
      return within;
    }
    // The cause stands elsewhere in the file: in the declaration of a field, say.
    List<TypeError> outside = errors.reported(errors.unit);
    return outside.isEmpty()
        ? List.of(
            new TypeError("the type of this expression is not known", untyped.get(0), errors.unit))
        : outside;
  }

  private List<TypeError> reported(Tree within) {
    return sources.errors().stream()
        .filter(d -> isIn(within, d))
        .map(d -> new TypeError(d.getMessage(null), smallest(within, d), unit))
        .toList();
  }

  private boolean isIn(Tree tree, Diagnostic<? extends JavaFileObject> error) {
    return error.getSource() != null
        && error.getSource().toUri().equals(unit.getSourceFile().toUri())
        && error.getPosition() >= positions.getStartPosition(unit, tree)
        && error.getPosition() <= positions.getEndPosition(unit, tree);
  }

  private Tree smallest(Tree within, Diagnostic<? extends JavaFileObject> error) {
    Tree[] found = {within};
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void nothing) {
        if (tree != null
            && positions.getStartPosition(unit, tree) <= error.getStartPosition()
            && positions.getEndPosition(unit, tree) >= error.getEndPosition()) {
          found[0] = tree;
        }
        return super.scan(tree, nothing);
      }
    }.scan(within, null);
    return found[0];
  }

  private List<Tree> untyped() {
    List<Tree> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void nothing) {
        if (tree instanceof ExpressionTree && getCurrentPath() != null) {
          TypeMirror type = sources.trees().getTypeMirror(new TreePath(getCurrentPath(), tree));
          if (type != null && type.getKind() == TypeKind.ERROR) {
            found.add(tree);
          }
        }
        return super.scan(tree, nothing);
      }
    }.scan(declaration, null);
    return found;
  }
}
