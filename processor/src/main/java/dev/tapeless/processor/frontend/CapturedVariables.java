package dev.tapeless.processor.frontend;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;

/** The variables that a lambda expression uses and does not declare. */
final class CapturedVariables extends TreePathScanner<Void, Void> {

  private final Reading reading;
  private final Set<Element> used = new LinkedHashSet<>();
  private final Set<Element> declared = new HashSet<>();

  private CapturedVariables(Reading reading) {
    this.reading = reading;
  }

  /** The captured variables of the lambda expression at {@code path}, in order. */
  static Set<Element> of(TreePath path, Reading reading) {
    CapturedVariables scanner = new CapturedVariables(reading);
    scanner.scan(path, null);
    scanner.used.removeAll(scanner.declared);
    return scanner.used;
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, Void nothing) {
    Element element = reading.element(getCurrentPath());
    if (FieldReader.isVariable(element)) {
      used.add(element);
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree tree, Void nothing) {
    declared.add(reading.element(getCurrentPath()));
    return super.visitVariable(tree, nothing);
  }
}
