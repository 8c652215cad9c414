package dev.tapeless.processor.ir;

import java.util.List;
import java.util.Optional;

/**
 * A typed expression without side effects on what the program can see.
 *
 * <p>Promotions are explicit: both operands of an arithmetic or comparison operator have the
 * promoted type, shifts have each operand promoted for itself, and every conversion is a {@link
 * Cast}. The allocating expressions ({@link NewArray}, {@link ArrayLiteral}, {@link CloneArray},
 * {@link DeepCopy}, {@link ZerosLike}, {@link NewStack}, {@link NewObject}, {@link NewRecord}) and
 * {@link Pop} stand only as the whole right side of a {@link Stmt.Declare} or {@link Stmt.Assign},
 * as the result of a function, or within one another.
 */
public sealed interface Expr
    permits Place,
        Expr.Literal,
        Expr.Length,
        Expr.Field,
        Expr.Unary,
        Expr.Binary,
        Expr.Conditional,
        Expr.Cast,
        Expr.LibraryCall,
        Expr.ZeroGuard,
        Expr.NewArray,
        Expr.ArrayLiteral,
        Expr.CloneArray,
        Expr.DeepCopy,
        Expr.ZerosLike,
        Expr.NewStack,
        Expr.NewObject,
        Expr.Pop,
        Expr.NewRecord,
        Expr.Component {

  /** The type of the value. */
  Type type();

  /** Calls the method of {@code visitor} for this kind of expression. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each kind of expression. */
  interface Visitor<R> {
    R literal(Literal e);

    R read(Read e);

    R element(Element e);

    R length(Length e);

    R field(Field e);

    R unary(Unary e);

    R binary(Binary e);

    R conditional(Conditional e);

    R cast(Cast e);

    R libraryCall(LibraryCall e);

    R zeroGuard(ZeroGuard e);

    R newArray(NewArray e);

    R arrayLiteral(ArrayLiteral e);

    R cloneArray(CloneArray e);

    R deepCopy(DeepCopy e);

    R zerosLike(ZerosLike e);

    R newStack(NewStack e);

    R newObject(NewObject e);

    R member(Member e);

    R pop(Pop e);

    R newRecord(NewRecord e);

    R component(Component e);
  }

  /**
   * A constant.
   *
   * @param value a box of the type's kind (Boolean, Byte, Short, Character, Integer, Long, Float,
   *     Double), a String, or the {@link #NULL} marker
   * @param text the literal as the user wrote it, or empty
   */
  record Literal(Type type, Object value, String text) implements Expr {

    /** The value of the literal {@code null}. */
    public static final Object NULL = Nothing.NULL;

    private enum Nothing {
      NULL
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Literal that && type.equals(that.type) && value.equals(that.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** The value of a variable. */
  record Read(Var variable) implements Place {
    @Override
    public Type type() {
      return variable.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.read(this);
    }
  }

  /** An array element; {@code index} is an {@code int}. */
  record Element(Expr array, Expr index) implements Place {
    @Override
    public Type type() {
      return ((Type.Array) array.type()).element();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.element(this);
    }
  }

  /** The length of an array. */
  record Length(Expr array) implements Expr {
    @Override
    public Type type() {
      return Type.Primitive.INT;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.length(this);
    }
  }

  /** How generated code can read a field. */
  enum Access {
    /** It can name the field. */
    BY_NAME,
    /** It can name the class, and has to look up the field. */
    BY_LOOKUP,
    /** It has to look up the class too. */
    BY_LOOKUP_OF_CLASS
  }

  /**
   * The value of a field that is no compile-time constant.
   *
   * @param object empty for a static field
   * @param owner the qualified name of the class that declares it
   * @param isFinal whether it has the same value all the time
   * @param access how the generated class gets at it
   */
  record Field(
      Optional<Expr> object, String owner, String name, Type type, boolean isFinal, Access access)
      implements Expr {

    /** A static final field that the generated class can see. */
    public static Field constant(String owner, String name, Type type) {
      return new Field(Optional.empty(), owner, name, type, true, Access.BY_NAME);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.field(this);
    }
  }

  /** An operator applied to one operand. */
  record Unary(UnaryOp op, Expr operand) implements Expr {
    @Override
    public Type type() {
      return operand.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unary(this);
    }
  }

  /** An operator applied to two operands; for comparisons {@code type} is {@code boolean}. */
  record Binary(BinaryOp op, Expr left, Expr right, Type type) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.binary(this);
    }
  }

  /** {@code condition ? whenTrue : whenFalse}; only the chosen operand is evaluated. */
  record Conditional(Expr condition, Expr whenTrue, Expr whenFalse) implements Expr {
    @Override
    public Type type() {
      return whenTrue.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.conditional(this);
    }
  }

  /** A conversion between primitive types, implicit or explicit in the source. */
  record Cast(Type type, Expr operand) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cast(this);
    }
  }

  /**
   * A static library method that depends on nothing but its arguments and changes nothing, such as
   * {@code Math.sin}.
   *
   * @param owner the qualified name of its class
   */
  record LibraryCall(String owner, String method, List<Expr> arguments, Type type, Origin origin)
      implements Expr {
    public LibraryCall {
      arguments = List.copyOf(arguments);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof LibraryCall that
          && owner.equals(that.owner)
          && method.equals(that.method)
          && arguments.equals(that.arguments)
          && type.equals(that.type);
    }

    @Override
    public int hashCode() {
      return method.hashCode() * 31 + arguments.hashCode();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.libraryCall(this);
    }
  }

  /**
   * {@code seed == 0 ? 0 : value}, where {@code value} is linear in {@code seed}: a factor that may
   * be infinite contributes nothing to an adjoint or tangent that is exactly zero.
   */
  record ZeroGuard(Expr seed, Expr value) implements Expr {
    @Override
    public Type type() {
      return value.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.zeroGuard(this);
    }
  }

  /** A new array; as many sizes as {@code dimensions} has, the rest is {@code null}. */
  record NewArray(Type.Array type, List<Expr> dimensions) implements Expr {
    public NewArray {
      dimensions = List.copyOf(dimensions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newArray(this);
    }
  }

  /** A new array with the given elements, which may be array literals again. */
  record ArrayLiteral(Type.Array type, List<Expr> elements) implements Expr {
    public ArrayLiteral {
      elements = List.copyOf(elements);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arrayLiteral(this);
    }
  }

  /** Java's {@code array.clone()}: for rank 2 and above the rows are shared. */
  record CloneArray(Expr array) implements Expr {
    @Override
    public Type type() {
      return array.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cloneArray(this);
    }
  }

  /** A copy of an array and of its rows; {@code null} for {@code null}. */
  record DeepCopy(Expr array) implements Expr {
    @Override
    public Type type() {
      return array.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.deepCopy(this);
    }
  }

  /** A new array of zeros with the shape of {@code array}; {@code null} for {@code null}. */
  record ZerosLike(Expr array) implements Expr {
    @Override
    public Type type() {
      return array.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.zerosLike(this);
    }
  }

  /** A new empty stack. */
  record NewStack(Type.Stack type) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newStack(this);
    }
  }

  /** A new object of a generated class, whose fields have Java's initial values. */
  record NewObject(Type.Reference type) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newObject(this);
    }
  }

  /** A field of an object of a generated class, which is not null. */
  record Member(Expr object, String name, Type type) implements Place {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.member(this);
    }
  }

  /** The last value pushed on {@code stack}, which is taken off it. */
  record Pop(Var stack) implements Expr {
    @Override
    public Type type() {
      return ((Type.Stack) stack.type()).element();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pop(this);
    }
  }

  /** A new record. */
  record NewRecord(Type.RecordOf type, List<Expr> arguments) implements Expr {
    public NewRecord {
      arguments = List.copyOf(arguments);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.newRecord(this);
    }
  }

  /** A component of a record. */
  record Component(Expr record, String name, Type type) implements Expr {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.component(this);
    }
  }
}
