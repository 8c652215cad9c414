package dev.tapeless.processor.ir;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A part of a value that is no record itself: records consist of leaves, and whatever is no record
 * is its own only leaf.
 *
 * @param path the names of the components that lead to it, outermost first
 */
public record Leaf(List<String> path, Type type) {

  public Leaf {
    path = List.copyOf(path);
  }

  /** The leaves of values of {@code type}, in the order of the components. */
  public static List<Leaf> of(Type type) {
    if (!(type instanceof Type.RecordOf record)) {
      return List.of(new Leaf(List.of(), type));
    }
    List<Leaf> leaves = new ArrayList<>();
    for (Type.Component component : record.components()) {
      for (Leaf inner : of(component.type())) {
        List<String> path = new ArrayList<>(List.of(component.name()));
        path.addAll(inner.path());
        leaves.add(new Leaf(path, inner.type()));
      }
    }
    return leaves;
  }

  /** The expressions that read the leaves of {@code whole}. */
  public static List<Expr> reads(Expr whole) {
    if (!(whole.type() instanceof Type.RecordOf record)) {
      return List.of(whole);
    }
    return record.components().stream()
        .flatMap(c -> reads(new Expr.Component(whole, c.name(), c.type())).stream())
        .toList();
  }

  /** A value of {@code type} made of its leaves, of which as many are taken as it has. */
  public static Expr whole(Type type, Iterator<Expr> leaves) {
    if (!(type instanceof Type.RecordOf record)) {
      return leaves.next();
    }
    return new Expr.NewRecord(
        record, record.components().stream().map(c -> whole(c.type(), leaves)).toList());
  }

  /** A name for the leaf of a variable: {@code pX} for the component {@code x} of {@code p}. */
  public String name(String variable) {
    StringBuilder name = new StringBuilder(variable);
    path.forEach(p -> name.append(Character.toUpperCase(p.charAt(0))).append(p.substring(1)));
    return name.toString();
  }

  /** The leaf as users write it: {@code p.x}. */
  public String words(String variable) {
    return path.isEmpty() ? variable : variable + "." + String.join(".", path);
  }
}
