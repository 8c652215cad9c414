package dev.tapeless.processor.frontend;

import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.problems.Problem;
import java.util.List;
import javax.lang.model.element.Element;

/** What the declaration of an annotated method says, without its body. */
public sealed interface Signature {

  /** It can be differentiated as far as its declaration tells. */
  record Valid(MethodSignature method) implements Signature {}

  /** It cannot be differentiated. */
  record Invalid(List<Blame> blames) implements Signature {
    public Invalid {
      blames = List.copyOf(blames);
    }
  }

  /** It has a type that does not exist, or that another processor is yet to generate. */
  record Unresolved() implements Signature {}

  /** A problem, and the method or parameter that has it. */
  record Blame(Problem problem, Element element) {}
}
