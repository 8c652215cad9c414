package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.MethodSignature;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names of one generated class. A record or operation of a later method whose name is taken
 * gets the erased types of the method's parameters as a suffix: {@code FGradient_double_int}, an
 * array being {@code doubleArray}.
 */
final class ClassNaming {

  private final Set<String> records = new HashSet<>();
  private final Set<String> operations = new HashSet<>();

  /** A name for a record of {@code signature} that ends like this. */
  String record(MethodSignature signature, String ending) {
    String name = signature.name();
    String capitalised = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    String wanted = capitalised + ending;
    String free = records.contains(wanted) ? wanted + suffix(signature) : wanted;
    while (!records.add(free)) {
      free += "_";
    }
    return free;
  }

  /** A name for an operation of {@code signature} that ends like this and has these parameters. */
  String operation(MethodSignature signature, String ending, List<Var> parameters) {
    String wanted = signature.name() + ending;
    String types =
        parameters.stream().map(v -> erased(v.type())).collect(Collectors.joining(",", "(", ")"));
    String free = operations.contains(wanted + types) ? wanted + suffix(signature) : wanted;
    while (!operations.add(free + types)) {
      free += "_";
    }
    return free;
  }

  private static String suffix(MethodSignature signature) {
    return signature.parameters().stream()
        .map(p -> "_" + erased(p.variable().type()))
        .collect(Collectors.joining());
  }

  /** A type as part of an identifier. */
  private static String erased(Type type) {
    if (type instanceof Type.Primitive primitive) {
      return primitive.keyword();
    }
    if (type instanceof Type.Array array) {
      return erased(array.element()) + "Array";
    }
    String name = type instanceof Type.RecordOf r ? r.name() : ((Type.Reference) type).name();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
