package dev.tapeless.processor.frontend;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * The files of the private compiler: the platform's classes as usual, and as class path everything
 * that the outer compilation knows, from its class path, its module path, its sources and what
 * other processors have generated.
 */
final class OuterFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

  private final OuterCompiler outer;
  private final Set<String> generated;
  private final Set<String> systemModules;

  /**
   * The files of {@code outer}.
   *
   * @param generated the classes that are yet to be generated. One of an earlier compilation may be
   *     on the class path: javac 17 fails on records of a source whose class file it has read
   */
  OuterFiles(StandardJavaFileManager platform, OuterCompiler outer, Set<String> generated) {
    super(platform);
    this.outer = outer;
    this.generated = Set.copyOf(generated);
    this.systemModules =
        ModuleFinder.ofSystem().findAll().stream()
            .map(m -> m.descriptor().name())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<Kind> kinds, boolean recurse) throws IOException {
    if (location != StandardLocation.CLASS_PATH) {
      return super.list(location, packageName, kinds, recurse);
    }
    List<JavaFileObject> found = new ArrayList<>();
    for (PackageElement part : packages(packageName)) {
      if (!isPlatform(part)) {
        ElementFilter.typesIn(part.getEnclosedElements()).forEach(t -> add(t, kinds, found));
      }
    }
    return found;
  }

  /** In a program of several modules a package may have parts in more than one. */
  private Collection<? extends PackageElement> packages(String name) {
    Set<? extends PackageElement> parts = outer.elements().getAllPackageElements(name);
    if (!parts.isEmpty()) {
      return parts;
    }
    return Optional.ofNullable(outer.elements().getPackageElement(name)).stream().toList();
  }

  private boolean isPlatform(PackageElement part) {
    ModuleElement module = outer.elements().getModuleOf(part);
    return module != null && systemModules.contains(module.getQualifiedName().toString());
  }

  private void add(TypeElement type, Set<Kind> kinds, List<JavaFileObject> found) {
    if (generated.contains(type.getQualifiedName().toString())) {
      return;
    }
    Optional<JavaFileObject> source = outer.source(type);
    if (source.isEmpty() && kinds.contains(Kind.CLASS)) {
      addClasses(type, found);
    } else if (source.isPresent() && kinds.contains(Kind.SOURCE)) {
      found.add(new OuterSource(source.get(), type.getQualifiedName().toString()));
    }
  }

  private void addClasses(TypeElement type, List<JavaFileObject> found) {
    found.add(new OuterClass(outer, type));
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(t -> addClasses(t, found));
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    if (file instanceof OuterSource source) {
      return source.binaryName();
    }
    return file instanceof OuterClass c ? c.binaryName() : super.inferBinaryName(location, file);
  }

  @Override
  public boolean hasLocation(Location location) {
    return location == StandardLocation.CLASS_PATH
        || location != StandardLocation.SOURCE_PATH && super.hasLocation(location);
  }

  @Override
  public boolean contains(Location location, FileObject file) throws IOException {
    return file instanceof OuterSource || file instanceof OuterClass
        ? location == StandardLocation.CLASS_PATH
        : super.contains(location, file);
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return a.toUri().equals(b.toUri());
  }
}
