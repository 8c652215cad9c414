package dev.tapeless.processor.emit;

import dev.tapeless.processor.ir.Expr.LibraryCall;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Type.Primitive;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which method of a library class Java picks for arguments of given types. */
final class Overloads {

  private Overloads() {}

  /** Whether arguments of these types lead to the method that {@code call} means. */
  static boolean picks(LibraryCall call, List<Type> natural) {
    List<Type> meant = call.arguments().stream().map(e -> e.type()).toList();
    if (meant.equals(natural)) {
      return true;
    }
    List<List<Type>> applicable =
        candidates(call.owner(), call.method()).filter(c -> allWiden(natural, c)).toList();
    return applicable.contains(meant) && applicable.stream().allMatch(c -> allWiden(meant, c));
  }

  private static boolean allWiden(List<Type> from, List<Type> to) {
    if (from.size() != to.size()) {
      return false;
    }
    for (int i = 0; i < from.size(); i++) {
      if (!Conversions.widens(from.get(i), to.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static Stream<List<Type>> candidates(String owner, String method) {
    if (!owner.startsWith("java.lang.")) {
      return Stream.empty();
    }
    try {
      return Stream.of(Class.forName(owner).getMethods())
          .filter(m -> m.getName().equals(method) && Modifier.isStatic(m.getModifiers()))
          .map(Overloads::parameters)
          .flatMap(Optional::stream);
    } catch (ClassNotFoundException unknown) {
      return Stream.empty();
    }
  }

  private static Optional<List<Type>> parameters(Method method) {
    Class<?>[] types = method.getParameterTypes();
    return Arrays.stream(types).allMatch(Class::isPrimitive)
        ? Optional.of(Arrays.stream(types).map(Overloads::primitive).toList())
        : Optional.empty();
  }

  private static Type primitive(Class<?> type) {
    return Arrays.stream(Primitive.values())
        .filter(p -> p.keyword().equals(type.getName()))
        .findFirst()
        .orElseThrow();
  }
}
