package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.LocalClass;
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
    // What a method that returns nothing offers is not known before its body is.
    List<Offer> offers =
        offers(methods.stream().filter(m -> m.result().isPresent()).toList(), List.of());
    offers.forEach(o -> operations.addAll(o.operations().values()));
    List<FunctionObject> objects = offers.stream().flatMap(o -> o.object().stream()).toList();
    return generatedClass(
        methods.get(0), offers, operations, objects, List.of(), Set.of(), List.of());
  }

  /**
   * The class with bodies.
   *
   * @param methods all annotated methods of one class, in source order
   */
  public static GeneratedClass complete(List<Derived> methods) {
    List<MethodSignature> signatures = methods.stream().map(Derived::signature).toList();
    List<Offer> offers =
        offers(signatures, methods.stream().map(d -> d.sweeps().outputs()).toList());
    Map<Callee, Function> companions = new LinkedHashMap<>();
    methods.forEach(d -> d.companions().forEach(f -> companions.putIfAbsent(f.callee(), f)));
    Set<String> taken = new HashSet<>();
    companions.keySet().forEach(c -> taken.add(c.name()));
    offers.forEach(o -> o.operations().values().forEach(op -> taken.add(op.name())));
    offers.forEach(o -> o.object().ifPresent(object -> taken.add(object.name())));
    offers.forEach(o -> o.records().forEach(r -> taken.add(r.name())));
    PrivateFunctions own = new PrivateFunctions(taken);
    List<Operation> operations = new ArrayList<>();
    List<FunctionObject> objects = new ArrayList<>();
    for (int i = 0; i < offers.size(); i++) {
      Offer offer = offers.get(i);
      Sweeps sweeps = methods.get(i).sweeps();
      operations.addAll(Bodies.of(offer, sweeps, own));
      offer.object().ifPresent(o -> objects.add(FunctionObjects.complete(o, offer, sweeps)));
    }
    List<Function> functions = new ArrayList<>(companions.values());
    functions.addAll(own.all());
    Set<String> writing = new HashSet<>();
    for (int i = 0; i < offers.size(); i++) {
      if (methods.get(i).sweeps().writesArguments()) {
        offers.get(i).operations().values().forEach(o -> writing.add(o.name()));
      }
    }
    List<LocalClass> classes =
        methods.stream().flatMap(d -> d.classes().stream()).distinct().toList();
    return generatedClass(
        signatures.get(0), offers, operations, objects, functions, writing, classes);
  }

  /** What is offered for each of {@code methods}, whose outputs are given where there are any. */
  private static List<Offer> offers(List<MethodSignature> methods, List<List<Integer>> outputs) {
    ClassNaming naming = new ClassNaming();
    List<Offer> offers = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      MethodSignature method = methods.get(i);
      List<Integer> own = outputs.isEmpty() ? List.of() : outputs.get(i);
      boolean isOverloaded =
          methods.stream().filter(m -> m.name().equals(method.name())).count() > 1;
      offers.add(OfferBuilder.offer(method, own, naming, isOverloaded));
    }
    return offers;
  }

  private static GeneratedClass generatedClass(
      MethodSignature first,
      List<Offer> offers,
      List<Operation> operations,
      List<FunctionObject> objects,
      List<Function> companions,
      Set<String> writing,
      List<LocalClass> classes) {
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
        objects,
        companions,
        writing,
        classes);
  }

  private static String className(MethodSignature method) {
    return String.join("_", method.ownerNesting()) + "Adjoint";
  }
}
