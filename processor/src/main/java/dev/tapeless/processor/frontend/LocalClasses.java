package dev.tapeless.processor.frontend;

import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.LocalClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** The classes within methods that have been met, and where their members are declared. */
final class LocalClasses {

  private final Map<Element, TreePath> paths = new HashMap<>();
  private final Map<String, LocalClass> bySimpleName = new LinkedHashMap<>();

  /** Notes where {@code member} is declared. */
  void declare(Element member, TreePath path) {
    paths.put(member, path);
  }

  /** Where {@code member} is declared, if it belongs to a class within a method. */
  Optional<TreePath> declaration(Element member) {
    return Optional.ofNullable(paths.get(member));
  }

  /** Takes a class; says whether no other one has its simple name. */
  boolean add(LocalClass type) {
    LocalClass known = bySimpleName.putIfAbsent(type.simpleName(), type);
    return known == null || known.equals(type);
  }

  /** The class of that name. */
  Optional<TypeElement> type(String name) {
    return paths.keySet().stream()
        .filter(e -> ClassNames.isLocal(e) && ClassNames.of((TypeElement) e).equals(name))
        .map(TypeElement.class::cast)
        .findFirst();
  }

  /** All classes. */
  List<LocalClass> all() {
    return new ArrayList<>(bySimpleName.values());
  }
}
