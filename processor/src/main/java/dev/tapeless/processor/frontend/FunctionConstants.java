package dev.tapeless.processor.frontend;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/** The functions that {@code static final} fields stand for, each read once for a method. */
final class FunctionConstants {

  private final Map<Element, Optional<Closure>> known = new HashMap<>();

  /**
   * The function that a field is declared with.
   *
   * @param reading reads the file of the declaration
   */
  Optional<Closure> of(Element field, Reading reading, TreePath declaration, String name) {
    if (!known.containsKey(field)) {
      known.put(field, Optional.empty()); // a function that calls itself is not known
      VariableTree tree = (VariableTree) declaration.getLeaf();
      TreePath value = Reading.within(declaration, tree.getInitializer());
      known.put(field, new LambdaReader(reading).read(value, name));
    }
    return known.get(field);
  }
}
