package dev.tapeless.processor.frontend;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Origin;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Stmt.Effect;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Reads code that no derivative passes through: it is copied as it stands. A check that comes later
 * refuses it where an active value goes into it and may come out again.
 */
final class OpaqueReader {

  private final Reading reading;

  OpaqueReader(Reading reading) {
    this.reading = reading;
  }

  /** The expression at {@code path} as a value of its own type. */
  Lowered value(TreePath path, String name) {
    Type type = typeOf(path);
    int before = reading.refusals();
    SnippetScanner.Found found = SnippetScanner.read(path, reading);
    if (reading.refusals() > before) {
      return reading.standIn(path);
    }
    if (!TypeReader.isReadable(type)) {
      return reading.refused(path, Refusals.type(reading.mirror(path)));
    }
    Var result = reading.vars().make(name, TypeReader.object(type));
    List<Stmt> statements = statements(found, Optional.of(result), path, found.calls().effect());
    return new Lowered(statements, result.read());
  }

  /** The type of an expression; an object of a class without a name is one of its supertype. */
  private Type typeOf(TreePath path) {
    if (path.getLeaf() instanceof NewClassTree creation
        && creation.getClassBody() != null
        && reading.mirror(path) instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement anonymous) {
      return reading.type(
          anonymous.getInterfaces().isEmpty()
              ? anonymous.getSuperclass()
              : anonymous.getInterfaces().get(0));
    }
    return reading.type(path);
  }

  /** A statement, or an expression whose value nobody wants. */
  List<Stmt> statement(TreePath path) {
    int before = reading.refusals();
    SnippetScanner.Found found = SnippetScanner.read(path, reading);
    return reading.refusals() > before
        ? List.of()
        : statements(found, Optional.empty(), path, found.calls().effect());
  }

  /** {@code assert}: active values may go into it. */
  List<Stmt> check(TreePath path) {
    int before = reading.refusals();
    SnippetScanner.Found found = SnippetScanner.read(path, reading);
    if (reading.refusals() > before) {
      return List.of();
    }
    Wrapped wrapped = wrapped(found);
    List<Stmt> statements = new ArrayList<>(wrapped.before());
    Effect effect = found.calls().effect();
    boolean isText = isText(found, Optional.empty());
    statements.add(
        new Stmt.Opaque(Optional.empty(), found.snippet(), effect, isText, reading.origin()));
    statements.addAll(wrapped.after());
    return statements;
  }

  /** {@code object instanceof Type name}: a condition, and a variable. */
  Lowered pattern(InstanceOfTree tree, TreePath path, Lowered object) {
    if (!(tree.getPattern() instanceof BindingPatternTree binding)) {
      return reading.refused(path, Refusals.of(tree.getPattern()));
    }
    Lowered kept = reading.kept(object, "object");
    TreePath pattern = Reading.within(Reading.within(path, binding), binding.getVariable());
    Var variable = reading.variable(reading.element(pattern));
    if (!TypeReader.isReadable(variable.type())) {
      return reading.refused(path, Refusals.type(reading.mirror(pattern)));
    }
    Snippet.TypeName type = new Snippet.TypeName(variable.type());
    Snippet.Operand hole = new Snippet.Operand(0, false);
    Var matches = reading.vars().make("is" + capitalized(variable.name()), Type.Primitive.BOOLEAN);
    List<Stmt> before = new ArrayList<>(kept.before());
    Snippet test =
        new Snippet(
            List.of(hole, new Snippet.Text(" instanceof "), type), List.of(kept.value()), "");
    before.add(new Stmt.Opaque(Optional.of(matches), test, Effect.NONE, true, reading.origin()));
    Snippet cast =
        new Snippet(
            List.of(
                new Snippet.Operand(1, false),
                new Snippet.Text(" ? ("),
                type,
                new Snippet.Text(") "),
                hole,
                new Snippet.Text(" : null")),
            List.of(kept.value(), matches.read()),
            "");
    boolean isText = !Carriers.mayCarry(variable.type());
    before.add(new Stmt.Opaque(Optional.of(variable), cast, Effect.NONE, isText, reading.origin()));
    return new Lowered(before, matches.read());
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** {@code throw exception}. */
  List<Stmt> raise(TreePath exception) {
    int before = reading.refusals();
    SnippetScanner.Found found = SnippetScanner.read(exception, reading);
    if (reading.refusals() > before) {
      return List.of();
    }
    Wrapped wrapped = wrapped(found);
    List<Stmt> statements = new ArrayList<>(wrapped.before());
    statements.add(new Stmt.Throw(found.snippet(), reading.origin()));
    return statements;
  }

  /**
   * {@code value} converted to {@code type}, of which at least one is no primitive: by putting it
   * into a box or object, or taking it out.
   */
  Lowered converted(Lowered value, Type type) {
    if (!value.isPure()
        && value.before().get(value.before().size() - 1) instanceof Stmt.Opaque last
        && last.result().map(Var::read).equals(Optional.of(value.value()))
        && isUnboxing(value.value().type(), type)) {
      // Java takes the value out of the box where the result is declared.
      Var result = reading.vars().make(last.result().get().name(), type);
      List<Stmt> before = new ArrayList<>(value.before());
      before.set(
          before.size() - 1,
          new Stmt.Opaque(
              Optional.of(result), last.code(), last.effect(), last.isText(), last.origin()));
      return new Lowered(before, result.read());
    }
    Var result = reading.vars().make(TemporaryNames.of(value.value()), type);
    Snippet code =
        new Snippet(
            List.of(new Snippet.Operand(0, false)), List.of(value.value()), "a boxed value");
    List<Stmt> before = new ArrayList<>(value.before());
    boolean isText = !Carriers.mayCarry(value.value().type());
    before.add(new Stmt.Opaque(Optional.of(result), code, Effect.NONE, isText, reading.origin()));
    return new Lowered(before, result.read());
  }

  /** {@code (type) object}. */
  Lowered cast(Lowered object, Type type) {
    List<Snippet.Piece> pieces =
        List.of(
            new Snippet.Text("("),
            new Snippet.TypeName(type),
            new Snippet.Text(") "),
            new Snippet.Operand(0, false));
    Snippet code = new Snippet(pieces, List.of(object.value()), "a cast");
    String name = ((Type.Reference) type).name();
    Var result = reading.vars().make(TemporaryNames.ofClass(name), type);
    List<Stmt> before = new ArrayList<>(object.before());
    before.add(new Stmt.Opaque(Optional.of(result), code, Effect.NONE, false, reading.origin()));
    return new Lowered(before, result.read());
  }

  /** {@code object.method}, a method without effect on what the differentiated method can see. */
  Stmt call(Expr object, String method, Var result) {
    List<Snippet.Piece> pieces =
        List.of(new Snippet.Operand(0, false), new Snippet.Text("." + method));
    Snippet code = new Snippet(pieces, List.of(object), method);
    return new Stmt.Opaque(Optional.of(result), code, Effect.OBJECTS, false, reading.origin());
  }

  private static boolean isUnboxing(Type from, Type to) {
    return Boxes.unboxed(from).isPresent() && to instanceof Type.Primitive;
  }

  /** Copies of the variables that the text assigns, made before it runs and brought back after. */
  private record Wrapped(List<Stmt> before, List<Stmt> after) {}

  private Wrapped wrapped(SnippetScanner.Found found) {
    List<Stmt> before = new ArrayList<>();
    List<Stmt> after = new ArrayList<>();
    for (Map.Entry<Var, Var> e : found.targets().entrySet()) {
      Var original = e.getKey();
      Var copy = e.getValue();
      reading.needsValue(original);
      before.add(new Stmt.Declare(copy, Optional.of(original.read()), Origin.NONE));
      after.add(new Stmt.Assign(original.read(), copy.read(), reading.origin()));
    }
    return new Wrapped(before, after);
  }

  private List<Stmt> statements(
      SnippetScanner.Found found, Optional<Var> result, TreePath path, Effect effect) {
    Wrapped wrapped = wrapped(found);
    Origin origin =
        reading.isPrelude()
            ? Origin.CALL
            : new Origin(reading.originOf(blamed(path)).id(), reading.origin().text());
    List<Stmt> statements = new ArrayList<>(wrapped.before());
    // What the prelude calls changes nothing, and its derivative is taken care of.
    Effect own = reading.isPrelude() ? Effect.NONE : effect;
    boolean isText = reading.isPrelude() || isText(found, result);
    statements.add(new Stmt.Opaque(result, found.snippet(), own, isText, origin));
    statements.addAll(wrapped.after());
    return statements;
  }

  private TreePath blamed(TreePath path) {
    return StreamChain.unknown(path.getLeaf(), path, reading).map(ChainedCall::path).orElse(path);
  }

  /** Whether active values may go into the text, because nothing comes out of it. */
  private static boolean isText(SnippetScanner.Found found, Optional<Var> result) {
    boolean returnsNothing = result.map(Var::type).filter(Carriers::mayCarry).isEmpty();
    return returnsNothing && found.calls().keepsNothing() && found.targets().isEmpty();
  }
}
