package dev.tapeless.processor;

import dev.tapeless.processor.adjoint.FiniteChecks;
import dev.tapeless.processor.contract.Contract;
import dev.tapeless.processor.contract.Derived;
import dev.tapeless.processor.contract.GeneratedClass;
import dev.tapeless.processor.emit.Emitter;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Program;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/**
 * The stages in order, from the methods of a class to the text of the class that has their
 * derivatives.
 */
final class Pipeline {

  private final Transforms transforms;
  private final java.util.function.Function<String, Set<String>> hidden;

  /** A pipeline; {@code hidden} says which classes of {@code java.lang} a package hides. */
  Pipeline(Transforms transforms, java.util.function.Function<String, Set<String>> hidden) {
    this.transforms = transforms;
    this.hidden = hidden;
  }

  /**
   * A method that has been read.
   *
   * @param places where its statements are
   */
  record Method(
      ExecutableElement element,
      MethodSignature signature,
      Function function,
      Program program,
      FiniteChecks.Places places) {

    Method withFunction(Function other) {
      return new Method(element, signature, other, program, places);
    }
  }

  /** A source file that is to be written. */
  record SourceText(String packageName, String simpleName, String text) {

    String qualifiedName() {
      return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
    }
  }

  /** The generated class of methods whose bodies have not been read: enough to compile against. */
  SourceText stub(List<MethodSignature> methods) {
    return text(Contract.outline(methods));
  }

  /** The derivative programs of {@code method}. */
  Derived derive(Method method, Stages stages) {
    Function primal = stages.after("primal", method.function());
    return transforms.derive(method.withFunction(primal), stages);
  }

  /**
   * The generated class of all annotated methods of one class.
   *
   * @param methodSize longer methods are cut into parts
   */
  SourceText source(List<Derived> methods, int methodSize, Stages stages) {
    return text(Splitting.of(Contract.complete(methods), methodSize, stages));
  }

  private SourceText text(GeneratedClass generated) {
    String source = Emitter.source(generated, hidden.apply(generated.packageName()));
    return new SourceText(generated.packageName(), generated.name(), source);
  }
}
