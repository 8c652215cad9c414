package dev.tapeless.processor.dual;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;

/**
 * The variables of a call.
 *
 * @param self the object whose method runs, or null
 */
record Frame(Object self, Map<Element, Object> variables) {

  static Frame of(Object self) {
    return new Frame(self, new HashMap<>());
  }

  /** The same variables, for what captures them. */
  Frame captured() {
    return new Frame(self, new HashMap<>(variables));
  }
}
