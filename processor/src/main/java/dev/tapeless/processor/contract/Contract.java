package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.MethodSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is generated for the annotated methods of one class. */
public final class Contract {

  private Contract() {}

  /**
   * The class without bodies.
   *
   * @param methods all annotated methods of one class, in source order
   */
  public static GeneratedClass outline(List<MethodSignature> methods) {
    List<Operation> operations = new ArrayList<>();
    List<Offer> offers = offers(methods);
    offers.forEach(o -> operations.addAll(o.operations().values()));
    return generatedClass(offers, operations, List.of(), Set.of());
  }

  /**
   * The class with bodies.
   *
   * @param methods all annotated methods of one class, in source order
   */
  public static GeneratedClass complete(List<Derived> methods) {
    List<Offer> offers = offers(methods.stream().map(Derived::signature).toList());
    Map<Callee, Function> companions = new LinkedHashMap<>();
    methods.forEach(d -> d.companions().forEach(f -> companions.putIfAbsent(f.callee(), f)));
    Set<String> taken = new HashSet<>();
    companions.keySet().forEach(c -> taken.add(c.name()));
    offers.forEach(o -> o.operations().values().forEach(op -> taken.add(op.name())));
    ArrayFunctions arrays = new ArrayFunctions(taken);
    List<Operation> operations = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      operations.addAll(Bodies.of(offers.get(i), methods.get(i).sweeps(), arrays));
    }
    List<Function> functions = new ArrayList<>(companions.values());
    functions.addAll(arrays.all());
    Set<String> writing = new HashSet<>();
    for (int i = 0; i < offers.size(); i++) {
      if (methods.get(i).sweeps().writesArguments()) {
        offers.get(i).operations().values().forEach(o -> writing.add(o.name()));
      }
    }
    return generatedClass(offers, operations, functions, writing);
  }

  private static List<Offer> offers(List<MethodSignature> methods) {
    ClassNaming naming = new ClassNaming();
    List<Offer> offers = new ArrayList<>();
    for (MethodSignature method : methods) {
      boolean isOverloaded =
          methods.stream().filter(m -> m.name().equals(method.name())).count() > 1;
      offers.add(OfferBuilder.offer(method, naming, isOverloaded));
    }
    return offers;
  }

  private static GeneratedClass generatedClass(
      List<Offer> offers,
      List<Operation> operations,
      List<Function> companions,
      Set<String> writing) {
    MethodSignature first = offers.get(0).signature();
    List<ResultRecord> records = new ArrayList<>();
    offers.forEach(o -> records.addAll(o.records()));
    String userClass = String.join(".", first.ownerNesting());
    return new GeneratedClass(
        first.packageName(),
        className(first),
        first.ownerIsPublic(),
        userClass,
        Documentation.ofClass(userClass),
        records,
        operations,
        companions,
        writing);
  }

  private static String className(MethodSignature method) {
    return String.join("_", method.ownerNesting()) + "Adjoint";
  }
}
