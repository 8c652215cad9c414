package dev.tapeless.processor.ir;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The type of a variable or an expression. */
public sealed interface Type {

  /** Calls the method of {@code visitor} for this kind of type. */
  <R> R accept(Visitor<R> visitor);

  /** Whether this is {@code double} or {@code float}. */
  default boolean isReal() {
    return this == Primitive.DOUBLE || this == Primitive.FLOAT;
  }

  /** Whether this is an array, of any rank, of {@code double} or {@code float}. */
  default boolean isRealArray() {
    return false;
  }

  /** Whether this is an array, of any rank, of a primitive type. */
  default boolean isPrimitiveArray() {
    return false;
  }

  /** Whether values of this type can carry a derivative. */
  default boolean isDifferentiable() {
    return isReal() || isRealArray();
  }

  /** The number of array dimensions; 0 for what is no array. */
  default int rank() {
    return 0;
  }

  /** One method for each kind of type. */
  interface Visitor<R> {
    R primitive(Primitive type);

    R array(Array type);

    R record(RecordOf type);

    R stack(Stack type);

    R reference(Reference type);

    R wildcard(Wildcard type);
  }

  /** Java's primitive types. */
  enum Primitive implements Type {
    BOOLEAN("Boolean"),
    BYTE("Byte"),
    SHORT("Short"),
    CHAR("Character"),
    INT("Integer"),
    LONG("Long"),
    FLOAT("Float"),
    DOUBLE("Double");

    private final String simpleBox;

    Primitive(String simpleBox) {
      this.simpleBox = simpleBox;
    }

    /** The simple name of the class whose objects hold a value of the type. */
    public String simpleBox() {
      return simpleBox;
    }

    /** The qualified name of the class whose objects hold a value of the type. */
    public String box() {
      return "java.lang." + simpleBox;
    }

    /** The type's Java keyword. */
    public String keyword() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Whether arithmetic is defined on the type: all but {@code boolean}. */
    public boolean isNumeric() {
      return this != BOOLEAN;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.primitive(this);
    }
  }

  /** An array; {@code element} may be an array again. */
  record Array(Type element) implements Type {
    @Override
    public boolean isRealArray() {
      return element.isDifferentiable();
    }

    @Override
    public boolean isPrimitiveArray() {
      return element instanceof Primitive || element.isPrimitiveArray();
    }

    @Override
    public int rank() {
      return 1 + element.rank();
    }

    /** The element type that is no array. */
    public Type innermost() {
      return element instanceof Array array ? array.innermost() : element;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.array(this);
    }
  }

  /**
   * A record whose values are known by their components: one of the user's that holds real numbers,
   * or one of the generated class.
   */
  record RecordOf(String name, List<Component> components) implements Type {
    public RecordOf {
      components = List.copyOf(components);
    }

    @Override
    public boolean isDifferentiable() {
      return components.stream().anyMatch(c -> c.type().isDifferentiable());
    }

    /** The type of references to such records, of whose components nothing is known. */
    public Reference object() {
      return new Reference(name);
    }

    /** The component of that name. */
    public Component component(String wanted) {
      return components.stream().filter(c -> c.name().equals(wanted)).findFirst().orElseThrow();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.record(this);
    }
  }

  /** One component of a record. */
  record Component(String name, Type type) {}

  /** A growable last-in-first-out store of one primitive type, for what trip counts cannot size. */
  record Stack(Type element) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stack(this);
    }
  }

  /**
   * Any other reference type, by its qualified name: carried along, never differentiated.
   *
   * @param arguments its type arguments; none for a class without type parameters, or a raw type
   */
  record Reference(String name, List<Type> arguments) implements Type {

    public Reference {
      arguments = List.copyOf(arguments);
    }

    /** A type without type arguments. */
    public Reference(String name) {
      this(name, List.of());
    }

    /** The type of what an object of this class holds, if it is a box. */
    public Optional<Primitive> unboxed() {
      return Arrays.stream(Primitive.values()).filter(p -> p.box().equals(name)).findFirst();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reference(this);
    }
  }

  /**
   * A type argument that is not known exactly.
   *
   * @param bound of what it is a subtype, or a supertype
   */
  record Wildcard(Type bound, boolean isUpper) implements Type {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.wildcard(this);
    }
  }
}
