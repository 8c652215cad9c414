package dev.tapeless.processor.random;

import java.util.ArrayList;
import java.util.List;

/** The variables that can be seen at a place. */
final class Scope {

  private final List<Name> names;

  Scope(List<Name> names) {
    this.names = new ArrayList<>(names);
  }

  /** A scope inside this one. */
  Scope inner(Name... more) {
    Scope inner = new Scope(names);
    inner.names.addAll(List.of(more));
    return inner;
  }

  void add(Name name) {
    names.add(name);
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
