package dev.tapeless.processor.frontend;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/**
 * The class file of a type that the outer compiler knows as one; its bytes are fetched when they
 * are asked for.
 */
final class OuterClass extends SimpleJavaFileObject {

  private final OuterCompiler outer;
  private final TypeElement type;
  private final String binaryName;

  OuterClass(OuterCompiler outer, TypeElement type) {
    super(uri(outer.elements().getBinaryName(type).toString()), Kind.CLASS);
    this.outer = outer;
    this.type = type;
    this.binaryName = outer.elements().getBinaryName(type).toString();
  }

  private static URI uri(String binaryName) {
    return URI.create("outer:///" + binaryName.replace('.', '/') + Kind.CLASS.extension);
  }

  String binaryName() {
    return binaryName;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    Optional<JavaFileObject> file = fileObject();
    return file.isPresent() ? file.get().openInputStream() : resource();
  }

  /** {@code Elements.getFileObjectOf}, which is there from JDK 18 on. */
  private Optional<JavaFileObject> fileObject() {
    try {
      Object file =
          Elements.class.getMethod("getFileObjectOf", Element.class).invoke(outer.elements(), type);
      return Optional.ofNullable((JavaFileObject) file).filter(f -> f.getKind() == Kind.CLASS);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException notThere) {
      return Optional.empty();
    }
  }

  private InputStream resource() throws IOException {
    String packageName = outer.elements().getPackageOf(type).getQualifiedName().toString();
    String simple =
        packageName.isEmpty() ? binaryName : binaryName.substring(packageName.length() + 1);
    String file = simple + Kind.CLASS.extension;
    IOException failure = new FileNotFoundException(binaryName);
    ModuleElement module = outer.elements().getModuleOf(type);
    if (module != null && !module.isUnnamed()) {
      String place = module.getQualifiedName() + "/" + packageName;
      Optional<InputStream> found = open(StandardLocation.MODULE_PATH, place, file, failure);
      if (found.isPresent()) {
        return found.get();
      }
    }
    for (Location location : List.of(StandardLocation.CLASS_PATH, StandardLocation.CLASS_OUTPUT)) {
      Optional<InputStream> found = open(location, packageName, file, failure);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw failure;
  }

  private Optional<InputStream> open(
      Location location, String packageName, String file, IOException failure) {
    try {
      return Optional.of(outer.filer().getResource(location, packageName, file).openInputStream());
    } catch (IOException | RuntimeException notHere) {
      failure.addSuppressed(notHere);
      return Optional.empty();
    }
  }
}
