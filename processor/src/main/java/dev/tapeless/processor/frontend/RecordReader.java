package dev.tapeless.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.tapeless.processor.ir.BinaryOp;
import dev.tapeless.processor.ir.Expr;
import dev.tapeless.processor.ir.Exprs;
import dev.tapeless.processor.ir.Leaf;
import dev.tapeless.processor.ir.Snippet;
import dev.tapeless.processor.ir.Stmt;
import dev.tapeless.processor.ir.Type;
import dev.tapeless.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Reads what is done with records that hold real numbers. */
final class RecordReader {

  private final Reading reading;
  private final ExpressionReader expressions;

  RecordReader(Reading reading, ExpressionReader expressions) {
    this.reading = reading;
    this.expressions = expressions;
  }

  /** {@code new Point(a, b)}; empty for the objects of other classes. */
  Optional<Lowered> create(NewClassTree tree, TreePath path) {
    return reading.type(path) instanceof Type.RecordOf record
            && reading.element(path) instanceof ExecutableElement constructor
        ? Optional.of(construct(constructor, record, tree.getArguments(), path))
        : Optional.empty();
  }

  private Lowered construct(
      ExecutableElement constructor,
      Type.RecordOf type,
      List<? extends ExpressionTree> arguments,
      TreePath path) {
    Optional<TreePath> source = reading.callees().declaration(constructor);
    if (source.isEmpty() && !LinkedRecords.isCanonical(constructor, type)) {
      return reading.refused(path, Refusals.constructor(constructor));
    }
    List<Lowered> operands =
        new ArrayList<>(expressions.calls().operands(constructor, arguments, path));
    if (source.filter(reading::isWritten).isPresent()) {
      reading.callees().find(constructor);
      return expressions.calls().call(Callees.of(constructor), reading.arrange(operands));
    }
    for (int i = 0; i < operands.size(); i++) {
      Type component = type.components().get(i).type();
      operands.set(i, expressions.converted(operands.get(i), component));
    }
    Operands.Arranged values = reading.arrange(operands);
    Lowered made = new Lowered(values.before(), new Expr.NewRecord(type, values.values()));
    return source.isPresent()
        ? made
        : LinkedRecords.create(reading.named(made, "value"), type, reading);
  }

  /** {@code this(a, b);}, in a constructor whose record's fields are variables. */
  List<Stmt> delegate(MethodInvocationTree tree, TreePath path) {
    ExecutableElement constructor =
        (ExecutableElement) reading.element(Reading.within(path, tree.getMethodSelect()));
    Type.RecordOf type = Records.home(constructor).orElseThrow();
    Lowered made =
        reading.kept(construct(constructor, type, tree.getArguments(), path), Receivers.NAME);
    reading.receiver(made.value(), (TypeElement) constructor.getEnclosingElement());
    List<Stmt> statements = new ArrayList<>(made.before());
    for (Element field : Records.fields(constructor)) {
      Type.Component c = type.component(field.getSimpleName().toString());
      Expr value = new Expr.Component(made.value(), c.name(), c.type());
      Expr.Read target = reading.variable(field).read();
      statements.add(new Stmt.Assign(target, value, reading.origin()));
    }
    return statements;
  }

  /** {@code p.x()}, where the record has not written the method itself; empty for other calls. */
  Optional<Lowered> accessed(ExecutableElement method, MethodInvocationTree tree, TreePath path) {
    Optional<Type.Component> component =
        Records.component(method).filter(c -> !reading.callees().hasSource(method));
    if (component.isEmpty()) {
      return Optional.empty();
    }
    if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      TreePath at = Reading.within(path, select);
      return Optional.of(component(expressions.read(at, select.getExpression()), component.get()));
    }
    return reading.receiver(method).map(self -> component(Lowered.pure(self), component.get()));
  }

  /** A component of a record, or of the object that one is in. */
  Lowered component(Lowered record, Type.Component component) {
    if (record.value().type() instanceof Type.RecordOf) {
      return reading
          .named(record, "value")
          .map(e -> new Expr.Component(e, component.name(), component.type()));
    }
    Var result = reading.vars().make(component.name(), TypeReader.object(component.type()));
    List<Stmt> before = new ArrayList<>(record.before());
    before.add(accessor(record.value(), List.of(component.name()), result));
    return new Lowered(before, result.read());
  }

  /** {@code T result = object.a().b();}. */
  private Stmt accessor(Expr object, List<String> path, Var result) {
    String calls = "." + String.join("().", path) + "()";
    Snippet code =
        new Snippet(
            List.of(new Snippet.Operand(0, false), new Snippet.Text(calls)),
            List.of(object),
            path.get(path.size() - 1));
    boolean isText = !Carriers.mayCarry(result.type());
    return new Stmt.Opaque(Optional.of(result), code, Stmt.Effect.NONE, isText, reading.origin());
  }

  /** Refuses what takes a record for its components where these are not what it was made of. */
  private void check(Type.RecordOf type) {
    reading
        .callees()
        .type(type.name())
        .ifPresent(
            record ->
                FaithfulRecords.changed(record, reading)
                    .ifPresent(c -> reading.refuse(Refusals.changedObject(record, c))));
  }

  /** The value of the record that an object is. */
  Lowered value(Lowered object, Type.RecordOf type) {
    check(type);
    Lowered kept =
        object.value() instanceof Expr.Read
            ? object
            : reading.kept(object, TemporaryNames.ofClass(type.name()));
    String name = ((Expr.Read) kept.value()).variable().name();
    List<Stmt> before = new ArrayList<>(kept.before());
    List<Expr> leaves = new ArrayList<>();
    for (Leaf leaf : Leaf.of(type)) {
      Var part = reading.vars().make(leaf.name(name), leaf.type());
      before.add(accessor(kept.value(), leaf.path(), part));
      leaves.add(part.read());
    }
    return new Lowered(before, Leaf.whole(type, leaves.iterator()));
  }

  /** {@code Objects.requireNonNull(p)} is {@code p}: a value is never null. */
  Optional<Lowered> checked(ExecutableElement method, MethodInvocationTree tree, TreePath path) {
    boolean isCheck =
        Callees.owner(method).equals("java.util.Objects")
            && method.getSimpleName().contentEquals("requireNonNull")
            && reading.type(Reading.within(path, tree.getArguments().get(0)))
                instanceof Type.RecordOf;
    if (!isCheck) {
      return Optional.empty();
    }
    Lowered checked = expressions.read(path, tree.getArguments().get(0));
    return Optional.of(checked).filter(c -> c.value().type() instanceof Type.RecordOf);
  }

  /** {@code p == null}: a value is never null. Whether two are the same object is not known. */
  Lowered compared(BinaryOp op, Lowered left, Lowered right, TreePath path) {
    if (!ExpressionReader.isNull(left.value()) && !ExpressionReader.isNull(right.value())) {
      return reading.refused(path, Refusals.recordIdentity());
    }
    List<Stmt> before = new ArrayList<>(left.before());
    before.addAll(right.before());
    return new Lowered(before, Exprs.bool(op == BinaryOp.NE));
  }

  /** An object of the record, where Java wants one: it equals any other with these components. */
  Lowered object(Lowered value, Type.RecordOf type) {
    check(type);
    Lowered kept = reading.named(value, "value");
    Var result = reading.vars().make(TemporaryNames.ofClass(type.name()), type.object());
    List<Expr> operands = new ArrayList<>();
    List<Snippet.Piece> pieces =
        RecordText.of(
            kept.value(),
            e -> {
              operands.add(e);
              return new Snippet.Operand(operands.size() - 1, false);
            });
    List<Stmt> before = new ArrayList<>(kept.before());
    Snippet code = new Snippet(pieces, operands, "an object of the record");
    before.add(
        new Stmt.Opaque(Optional.of(result), code, Stmt.Effect.NONE, false, reading.origin()));
    return new Lowered(before, result.read());
  }
}
