package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Variables;
import java.util.HashSet;
import java.util.Set;

/**
 * Which strings may say what an active value is. A number that is read from such a string depends
 * on the active value, and no derivative passes through text.
 *
 * <p>Like {@link Activity}, the answer holds for a variable as a whole.
 */
public final class TextFlow {

  private static final Type STRING = new Type.Reference("java.lang.String");

  private static final Set<Type> BUILDERS =
      Set.of(
          new Type.Reference("java.lang.StringBuilder"),
          new Type.Reference("java.lang.StringBuffer"));

  private final Memory memory;
  private final Activity activity;
  private final Set<Object> found = new HashSet<>();

  private TextFlow(Memory memory, Activity activity) {
    this.memory = memory;
    this.activity = activity;
  }

  /** The strings of {@code function}. */
  public static TextFlow of(Function function, Memory memory, Activity activity) {
    TextFlow flow = new TextFlow(memory, activity);
    int size = -1;
    while (size != flow.found.size()) {
      size = flow.found.size();
      Variables.forEachStatement(function.body(), flow::add);
    }
    return flow;
  }

  /** Whether {@code e} depends on an active value, as a number or as text. */
  public boolean tells(Expr e) {
    boolean[] tells = {activity.isVaried(e)};
    Variables.forEachNode(
        e,
        x ->
            tells[0] |= x instanceof Place place && isText(x.type()) && found.contains(key(place)));
    return tells[0];
  }

  private void add(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      d.value().ifPresent(value -> into(d.variable().read(), value));
    } else if (s instanceof Stmt.Assign a) {
      into(a.target(), a.value());
    } else if (s instanceof Stmt.Opaque opaque && opaque.isText()) {
      opaque.result().ifPresent(r -> opaque.code().operands().forEach(e -> into(r.read(), e)));
      if (opaque.code().operands().stream().anyMatch(this::tells)) {
        opaque.code().operands().stream()
            .filter(e -> e instanceof Place && BUILDERS.contains(e.type()))
            .forEach(e -> found.add(key((Place) e)));
      }
    }
  }

  private void into(Place target, Expr value) {
    if (isText(target.type()) && tells(value)) {
      found.add(key(target));
    }
  }

  private static boolean isText(Type type) {
    Type own = type instanceof Type.Array array ? array.innermost() : type;
    return own.equals(STRING) || BUILDERS.contains(own);
  }

  private Object key(Place place) {
    if (place.type() instanceof Type.Array) {
      return memory.numbers(place);
    }
    return place instanceof Expr.Element e
        ? (Object) memory.of(e.array())
        : ((Expr.Read) place).variable();
  }
}
