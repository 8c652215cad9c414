package dev.tapeless.processor.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation. */
record Page(Path file, String text) {

  private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:(?:public|final|abstract) )*(?:class|interface|enum|record) (\\w+)");

  /**
   * A fenced block.
   *
   * @param start where its text begins on the page
   */
  record Block(String language, String text, int start) {

    /** Whether this is a whole file of Java. */
    boolean isFile() {
      return language.equals("java") && TYPE.matcher(text).find();
    }

    /** Whether this is Java, but no whole file. */
    boolean isFragment() {
      return language.equals("java") && !isFile();
    }

    /** The name of the first class. */
    String className() {
      Matcher type = TYPE.matcher(text);
      if (!type.find()) {
        throw new AssertionError("no class in " + text);
      }
      return type.group(1);
    }
  }

  /** The page at that path below the project's folder. */
  static Page of(String path) {
    return of(root().resolve(path));
  }

  private static Page of(Path file) {
    try {
      return new Page(file, Files.readString(file).replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages in that folder below the project's, without those deeper. */
  static List<Page> in(String folder) {
    try (Stream<Path> files = Files.list(root().resolve(folder))) {
      return files.filter(f -> f.toString().endsWith(".md")).sorted().map(Page::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All pages of the project. */
  static List<Page> all() {
    return Stream.of(".", "docs", "docs/problems").flatMap(f -> in(f).stream()).toList();
  }

  /** The project's folder, whether the tests run there or in that of the module. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("processor")) ? here : here.getParent();
  }

  /** The fenced blocks, in order. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher fenced = FENCED.matcher(text);
    while (fenced.find()) {
      blocks.add(new Block(fenced.group(1), fenced.group(2), fenced.start(2)));
    }
    return blocks;
  }

  /** What stands outside of the fenced blocks. */
  String prose() {
    return FENCED.matcher(text).replaceAll("");
  }

  /** The page's path below the project's folder. */
  @Override
  public String toString() {
    return root().relativize(file).normalize().toString();
  }
}
