package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Where copied code may leave what it gets, other than real numbers, so that it comes back later:
 * in its result, and in objects of the JDK, such as collections and string builders.
 *
 * <p>Objects of other classes are not suspected: most of what a method tells them, as a message, is
 * never asked for again.
 */
public final class Keepers {

  private Keepers() {}

  /** The variables and elements that may hold what {@code opaque} gets. */
  public static List<Place> of(Stmt.Opaque opaque) {
    List<Place> keepers = new ArrayList<>();
    opaque.result().map(Var::read).ifPresent(keepers::add);
    opaque.code().operands().stream()
        .filter(e -> e instanceof Place && isOfTheJdk(e.type()))
        .forEach(e -> keepers.add((Place) e));
    return keepers;
  }

  private static boolean isOfTheJdk(Type type) {
    return type instanceof Type.Array array
        ? isOfTheJdk(array.innermost())
        : type instanceof Type.Reference reference
            && reference.name().startsWith("java.")
            && !reference.name().equals("java.lang.String");
  }
}
