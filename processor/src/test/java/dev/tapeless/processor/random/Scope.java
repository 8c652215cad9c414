package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/** The variables that can be seen at a place. */
final class Scope {

  private final List<Name> names;
  private final Repeats repeats;

  Scope(List<Name> names) {
    this(names, new Repeats());
  }

  private Scope(List<Name> names, Repeats repeats) {
    this.names = new ArrayList<>();
    this.repeats = repeats;
    names.forEach(this::add);
  }

  /** A scope inside this one. */
  Scope inner(Name... more) {
    Scope inner = new Scope(List.of(), repeats.inner());
    inner.names.addAll(names);
    List.of(more).forEach(inner::add);
    return inner;
  }

  /** Adds a variable, and if it is a record what its accessors return. */
  void add(Name name) {
    names.add(name);
    if (name.sort().isRecord()) {
      for (Name component : name.sort().components()) {
        add(Name.fixed(name.text() + "." + component.text() + "()", component.sort()));
      }
    }
  }

  /** What was made before from these variables. */
  Repeats repeats() {
    return repeats;
  }

  List<Name> names() {
    return List.copyOf(names);
  }

  List<Name> readable(Sort sort) {
    return names.stream().filter(n -> n.sort().equals(sort)).toList();
  }

  List<Name> assignable(Sort sort) {
    return names.stream().filter(n -> n.sort().equals(sort) && !n.isFixed()).toList();
  }
}
