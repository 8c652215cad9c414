package dev.tapeless.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.tapeless.processor.ir.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps for each origin the tree it stands for. One lives for a round of processing. */
final class SourceMap {

  /** A tree and the file it stands in. */
  record Located(Tree tree, CompilationUnitTree unit) {}

  private final List<Located> places = new ArrayList<>();

  /** The origin that stands for {@code tree}, with the text that comments quote. */
  Origin add(Tree tree, CompilationUnitTree unit, String text) {
    places.add(new Located(tree, unit));
    return new Origin(places.size() - 1, text);
  }

  /** The tree of {@code origin}, if it stands for one. */
  Optional<Located> find(Origin origin) {
    return origin.id() < 0 ? Optional.empty() : Optional.of(places.get(origin.id()));
  }
}
