package dev.tapeless.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.tapeless.processor.ir.LocalClass;
import dev.tapeless.processor.ir.Snippet;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Reads classes that are declared within a method. They are copied into the generated class, which
 * is possible where they use no variable of the method and not its object.
 */
final class LocalClassReader {

  private final Reading reading;

  LocalClassReader(Reading reading) {
    this.reading = reading;
  }

  /** Makes the class known that is declared at {@code path}. */
  void read(TreePath path) {
    TypeElement type = (TypeElement) reading.element(path);
    int before = reading.refusals();
    new Declarations().scan(path, null);
    SnippetScanner.Found found = SnippetScanner.readDeclaration(path, reading);
    Snippet text = found.snippet();
    if (reading.refusals() > before) {
      return;
    }
    if (!text.operands().isEmpty() || !found.targets().isEmpty()) {
      reading.refuse(path, Refusals.captures((ClassTree) path.getLeaf()));
    } else if (!reading.callees().add(new LocalClass(ClassNames.of(type), text))) {
      reading.refuse(path, Refusals.sameName((ClassTree) path.getLeaf()));
    }
  }

  /** Notes where the members stand: javac does not find them from their elements. */
  private final class Declarations extends TreePathScanner<Void, Void> {

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
      note();
      return super.visitClass(tree, nothing);
    }

    @Override
    public Void visitMethod(MethodTree tree, Void nothing) {
      note();
      return null;
    }

    @Override
    public Void visitVariable(VariableTree tree, Void nothing) {
      note();
      Set<Modifier> modifiers = tree.getModifiers().getFlags();
      if (modifiers.contains(Modifier.STATIC) && !modifiers.contains(Modifier.FINAL)) {
        reading.refuse(getCurrentPath(), Refusals.sharedState(tree));
      }
      return null;
    }

    private void note() {
      if (reading.element(getCurrentPath()) != null) {
        reading.callees().declare(reading.element(getCurrentPath()), getCurrentPath());
      }
    }
  }
}
