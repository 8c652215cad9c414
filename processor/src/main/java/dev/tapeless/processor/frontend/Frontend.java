package dev.tapeless.processor.frontend;

import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.tapeless.processor.ir.Callee;
import dev.tapeless.processor.ir.Origin;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the bodies of annotated methods. One lives for a round of processing. */
public final class Frontend implements AutoCloseable {

  private final OuterCompiler outer;
  private final TypedSources sources;
  private final SourceMap places = new SourceMap();
  private final Map<String, ProgramReader> readers = new HashMap<>();
  private final CustomDerivatives custom;

  private Frontend(OuterCompiler outer, TypedSources sources, CustomDerivatives custom) {
    this.outer = outer;
    this.custom = custom;
    this.sources = sources;
  }

  /**
   * A frontend for the methods of {@code types}.
   *
   * @param stubs by qualified name, the text of classes that are yet to be generated: their
   *     declarations count, their bodies do not
   * @param custom the custom derivatives that count for all of them
   */
  public static Frontend open(
      OuterCompiler outer,
      Collection<TypeElement> types,
      Map<String, String> stubs,
      CustomDerivatives custom) {
    return new Frontend(outer, TypedSources.open(outer, types, stubs), custom);
  }

  /**
   * Reads the body of {@code method}, which belongs to one of the types that the frontend was
   * opened for.
   */
  public MethodReading read(ExecutableElement method) {
    return readers
        .computeIfAbsent(
            Callees.owner(method),
            owner -> new ProgramReader(outer, sources, places, packageOf(method), usedBy(method)))
        .read(twin(method));
  }

  private CustomDerivatives usedBy(ExecutableElement method) {
    return custom.usedBy((TypeElement) method.getEnclosingElement());
  }

  private String packageOf(ExecutableElement method) {
    return outer.elements().getPackageOf(method).getQualifiedName().toString();
  }

  /** The place that {@code origin} stands for, if it stands for one. */
  public Optional<SourcePlace> place(Origin origin) {
    return places.find(origin).map(p -> new SourcePlace(outer, p.tree(), p.unit()));
  }

  /**
   * The file and the line of {@code origin}, or of {@code otherwise} if it stands for no place, and
   * {@code text}.
   */
  public String words(Origin origin, Origin otherwise, String text) {
    return places
        .find(origin)
        .or(() -> places.find(otherwise))
        .map(p -> line(p) + (text.isEmpty() ? "" : ": " + text))
        .orElse(text);
  }

  private String line(SourceMap.Located place) {
    long start = sources.trees().getSourcePositions().getStartPosition(place.unit(), place.tree());
    String path = place.unit().getSourceFile().toUri().getPath();
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file + ":" + place.unit().getLineMap().getLineNumber(start);
  }

  /** Whether {@code origin} stands for a place outside of {@code method}: in what it calls. */
  public boolean isElsewhere(Origin origin, ExecutableElement method) {
    return places.find(origin).filter(p -> !isWithin(p, method)).isPresent();
  }

  private boolean isWithin(SourceMap.Located place, ExecutableElement method) {
    SourcePositions positions = sources.trees().getSourcePositions();
    Tree declaration = sources.trees().getTree(twin(method));
    long at = positions.getStartPosition(place.unit(), place.tree());
    return place.unit() == sources.trees().getPath(twin(method)).getCompilationUnit()
        && positions.getStartPosition(place.unit(), declaration) <= at
        && at < positions.getEndPosition(place.unit(), declaration);
  }

  /** The private compiler's element for {@code method}. */
  private ExecutableElement twin(ExecutableElement method) {
    Callee wanted = Callees.of(method);
    return sources.type(wanted.owner()).stream()
        .flatMap(t -> ElementFilter.methodsIn(t.getEnclosedElements()).stream())
        .filter(m -> Callees.of(m).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no typed twin of " + wanted));
  }

  @Override
  public void close() {
    sources.close();
  }
}
