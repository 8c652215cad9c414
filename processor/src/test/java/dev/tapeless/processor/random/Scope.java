package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/** The variables that can be seen at a place. */
final class Scope {

  private final List<Name> names;

  Scope(List<Name> names) {
    this.names = new ArrayList<>();
    names.forEach(this::add);
  }

  /** A scope inside this one. */
  Scope inner(Name... more) {
    Scope inner = new Scope(List.of());
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
