package dev.tapeless.processor.frontend;

import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;

/**
 * Methods of the JDK's arrays, collections and streams that only look at them. What they call back
 * is another matter.
 */
final class JdkReaders {

  private static final Set<String> NAMES =
      Set.of(
          "allMatch",
          "anyMatch",
          "asDoubleStream",
          "asList",
          "average",
          "binarySearch",
          "boxed",
          "chars",
          "collect",
          "compare",
          "contains",
          "containsAll",
          "containsKey",
          "containsValue",
          "copyOf",
          "copyOfRange",
          "count",
          "counting",
          "deepEquals",
          "disjoint",
          "distinct",
          "emptyList",
          "emptyMap",
          "emptySet",
          "entrySet",
          "equals",
          "filter",
          "findAny",
          "findFirst",
          "flatMap",
          "forEach",
          "frequency",
          "get",
          "getKey",
          "getOrDefault",
          "getValue",
          "groupingBy",
          "hashCode",
          "indexOf",
          "isEmpty",
          "iterator",
          "joining",
          "keySet",
          "lastIndexOf",
          "limit",
          "map",
          "mapToDouble",
          "mapToInt",
          "mapToLong",
          "mapToObj",
          "max",
          "min",
          "nCopies",
          "noneMatch",
          "of",
          "ofNullable",
          "range",
          "rangeClosed",
          "reduce",
          "size",
          "skip",
          "sorted",
          "stream",
          "subList",
          "sum",
          "toArray",
          "toList",
          "toSet",
          "toMap",
          "unmodifiableCollection",
          "unmodifiableList",
          "unmodifiableMap",
          "unmodifiableSet",
          "values");

  private JdkReaders() {}

  /** Whether {@code member} is declared by the JDK. */
  static boolean isOfTheJdk(ExecutableElement member) {
    String owner = Callees.owner(member);
    return owner.startsWith("java.") || owner.startsWith("javax.");
  }

  /** Whether {@code method} is one of them, but for the array that it may put its result into. */
  static boolean contain(ExecutableElement method) {
    String owner = Callees.owner(method);
    boolean callsSupplier =
        method.getParameters().stream()
            .anyMatch(p -> p.asType().toString().startsWith("java.util.function.Supplier"));
    return (owner.startsWith("java.util.") || owner.equals("java.lang.Iterable"))
        && !owner.startsWith("java.util.function.")
        && NAMES.contains(method.getSimpleName().toString())
        && !callsSupplier;
  }

  /** Whether {@code method} puts its result into an array that it gets. */
  static boolean fills(ExecutableElement method) {
    return method.getSimpleName().contentEquals("toArray")
        && method.getParameters().stream().anyMatch(p -> p.asType() instanceof ArrayType);
  }
}
