package dev.tapeless.processor.frontend;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.tapeless.processor.frontend.SwitchGroups.Group;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** All groups behind colons are one scope: what one of them declares can be used in later ones. */
final class SwitchScope {

  private SwitchScope() {}

  /** The variables that are used in another group than the one that declares them. */
  static Set<Element> shared(SwitchGroups groups, Reading reading) {
    Map<Element, Group> declared = new LinkedHashMap<>();
    Set<Element> shared = new LinkedHashSet<>();
    for (Group group : groups.all()) {
      for (TreePath statement : group.statements()) {
        if (statement.getLeaf() instanceof VariableTree) {
          declared.put(reading.element(statement), group);
        }
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitIdentifier(IdentifierTree tree, Void nothing) {
            Element element = reading.element(getCurrentPath());
            if (declared.getOrDefault(element, group) != group) {
              shared.add(element);
            }
            return null;
          }
        }.scan(statement, null);
      }
    }
    return shared;
  }
}
