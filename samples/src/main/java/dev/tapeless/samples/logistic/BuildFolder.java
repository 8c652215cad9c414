package dev.tapeless.samples.logistic;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the build of the samples put its files, and where a sample may put more.
 *
 * @param path the folder
 */
record BuildFolder(Path path) {

  /** The folder that holds the class files this runs from; the current one if they are in a jar. */
  static BuildFolder current() {
    try {
      Path classes =
          Path.of(BuildFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new BuildFolder(
          Files.isDirectory(classes) ? classes.getParent() : Path.of("").toAbsolutePath());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file in this folder. */
  Path file(String name) {
    return path.resolve(name);
  }

  /** The source of a class that an annotation processor wrote. */
  Path generatedSource(Class<?> generated) {
    return path.resolve("generated-sources")
        .resolve("annotations")
        .resolve(generated.getName().replace('.', '/') + ".java");
  }
}
