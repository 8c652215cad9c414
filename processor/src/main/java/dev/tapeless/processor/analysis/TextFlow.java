package dev.tapeless.processor.analysis;

import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Function;
import dev.tapeless.processor.ir.Place;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import dev.tapeless.processor.ir.Variables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which strings, and objects that may hold strings, may say what an active value is. A number that
 * is read from such a string depends on the active value, and no derivative passes through text.
 *
 * <p>Like {@link Activity}, the answer holds for a variable as a whole.
 */
public final class TextFlow {

  private final Memory memory;
  private final Activity activity;
  private final Set<Object> found = new HashSet<>();

  private TextFlow(Memory memory, Activity activity) {
    this.memory = memory;
    this.activity = activity;
  }

  /**
   * The strings of {@code function}.
   *
   * @param given the parameters that are such strings
   */
  public static TextFlow of(Function function, Memory memory, Activity activity, List<Var> given) {
    TextFlow flow = new TextFlow(memory, activity);
    given.forEach(v -> flow.found.add(flow.key(v.read())));
    int size = -1;
    while (size != flow.found.size()) {
      size = flow.found.size();
      Variables.forEachStatement(function.body(), flow::add);
    }
    return flow;
  }

  /** Whether {@code e} is or reads text that may say what an active value is. */
  public boolean tells(Expr e) {
    boolean[] tells = {false};
    Variables.forEachNode(
        e,
        x ->
            tells[0] |=
                x instanceof Place place && mayHold(x.type()) && found.contains(key(place)));
    return tells[0];
  }

  private void add(Stmt s) {
    if (s instanceof Stmt.Declare d) {
      d.value().ifPresent(value -> into(d.variable().read(), value));
    } else if (s instanceof Stmt.Assign a) {
      into(a.target(), a.value());
    } else if (s instanceof Stmt.Call call) {
      call.results().forEach(r -> call.arguments().forEach(a -> into(r.read(), a)));
    } else if (s instanceof Stmt.Opaque opaque && opaque.isText()) {
      Keepers.of(opaque).forEach(k -> opaque.code().operands().forEach(e -> into(k, e)));
    }
  }

  private void into(Place target, Expr value) {
    if (mayHold(target.type()) && (activity.isVaried(value) || tells(value))) {
      found.add(key(target));
    }
  }

  /** Whether a value of {@code type} may be text or hold some. */
  private static boolean mayHold(Type type) {
    Type own = type instanceof Type.Array array ? array.innermost() : type;
    return own instanceof Type.Reference reference && reference.unboxed().isEmpty();
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
