package dev.tapeless.processor;

import dev.tapeless.processor.frontend.Signature;
import dev.tapeless.processor.frontend.SignatureReader;
import dev.tapeless.processor.ir.MethodSignature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A class with annotated methods, as the compiler knows it in this round.
 *
 * @param signatures the annotated methods, in source order
 */
record AnnotatedClass(TypeElement type, Map<ExecutableElement, Signature> signatures) {

  static AnnotatedClass of(TypeElement type) {
    Map<ExecutableElement, Signature> signatures = new LinkedHashMap<>();
    SignatureReader.annotatedMethods(type).forEach(m -> signatures.put(m, SignatureReader.read(m)));
    return new AnnotatedClass(type, signatures);
  }

  String name() {
    return type.getQualifiedName().toString();
  }

  /** The annotated methods. */
  List<ExecutableElement> methods() {
    return List.copyOf(signatures.keySet());
  }

  /** The first annotated method, where messages about all of them stand. */
  ExecutableElement first() {
    return methods().get(0);
  }

  /** What is wrong with the declarations. */
  List<Signature.Blame> blames() {
    return signatures.values().stream()
        .filter(Signature.Invalid.class::isInstance)
        .flatMap(s -> ((Signature.Invalid) s).blames().stream())
        .toList();
  }

  /** Whether a declaration has a type that does not exist yet. */
  boolean isUnresolved() {
    return signatures.values().stream().anyMatch(Signature.Unresolved.class::isInstance);
  }

  /** The declarations that nothing is wrong with. */
  List<MethodSignature> valid() {
    return signatures.values().stream()
        .filter(Signature.Valid.class::isInstance)
        .map(s -> ((Signature.Valid) s).method())
        .toList();
  }

  /** The declaration of {@code method}, which nothing is wrong with. */
  MethodSignature signature(ExecutableElement method) {
    return ((Signature.Valid) signatures.get(method)).method();
  }

  /** The class that stands for the source file: a generated file depends on it alone. */
  TypeElement topLevel() {
    Element e = type;
    while (e.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      e = e.getEnclosingElement();
    }
    return (TypeElement) e;
  }
}
