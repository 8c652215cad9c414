package dev.tapeless.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came of a compilation: its messages, what was generated, and the classes to run. */
public final class Compiled {

  private final boolean success;
  private final List<SourceFile> sources;
  private final List<Message> messages;
  private final Map<String, byte[]> files;
  private final ClassLoader loader;
  private final String crash;

  Compiled(
      boolean success,
      List<SourceFile> sources,
      List<Message> messages,
      Map<String, byte[]> files,
      List<Path> libraries,
      String crash) {
    this.success = success;
    this.sources = sources;
    this.messages = messages;
    this.files = files;
    this.crash = crash;
    this.loader = new MemoryLoader(files, libraries);
  }

  /** Compiles sources, each the text of a file, with the processor and no special option. */
  public static Compiled of(String... sources) {
    return Javac.plain().compile(sources);
  }

  /** This compilation, which must have no error. */
  public Compiled succeeds() {
    if (!success || !errors().isEmpty()) {
      throw new AssertionError("does not compile:\n" + everything());
    }
    return this;
  }

  /** This compilation, whose generated sources must have no warning. */
  public Compiled hasCleanGeneratedCode() {
    List<String> own = sources.stream().map(SourceFile::path).toList();
    List<Message> foreign =
        messages.stream().filter(m -> m.isWarning() && !own.contains(m.file())).toList();
    if (!foreign.isEmpty()) {
      throw new AssertionError("warnings in generated code: " + foreign + "\n" + everything());
    }
    return this;
  }

  /**
   * This compilation, whose errors of ours must be those that its comments {@code // expect [Key]
   * text} announce for the line below them.
   */
  public Compiled findsWhatItExpects() {
    return findsWhatItExpects(errors());
  }

  /** The same of our warnings, in a compilation that must have no error. */
  public Compiled warnsAsItExpects() {
    return succeeds().findsWhatItExpects(warnings());
  }

  private Compiled findsWhatItExpects(List<Message> messages) {
    List<String> expected =
        sources.stream().flatMap(s -> Expectations.in(s).stream()).sorted().toList();
    List<String> found = messages.stream().map(Expectations::of).sorted().toList();
    if (expected.isEmpty() || !expected.equals(found)) {
      throw new AssertionError(
          "expected:\n  "
              + String.join("\n  ", expected)
              + "\nfound:\n  "
              + String.join("\n  ", found)
              + "\n"
              + everything());
    }
    return this;
  }

  /** All messages, in the order in which they were printed. */
  public List<Message> messages() {
    return messages;
  }

  /** The errors. */
  public List<Message> errors() {
    return messages.stream().filter(Message::isError).toList();
  }

  /** The warnings. */
  public List<Message> warnings() {
    return messages.stream().filter(Message::isWarning).toList();
  }

  /** Whether a source of that class was generated. */
  public boolean hasGenerated(String qualifiedName) {
    return files.containsKey(qualifiedName.replace('.', '/') + ".java");
  }

  /** The source that was generated for the class of that name. */
  public String generated(String qualifiedName) {
    return file(qualifiedName.replace('.', '/') + ".java");
  }

  /** The text of a file that was written. */
  public String file(String path) {
    if (!files.containsKey(path)) {
      throw new AssertionError(
          "no " + path + " was written, but " + files.keySet() + "\n" + everything());
    }
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  /** The class of that name, ready to run. */
  public Class<?> load(String name) {
    succeeds();
    try {
      return Class.forName(name, true, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name + " is not among " + files.keySet(), e);
    }
  }

  /** The bytes of bytecode of each method of the class of that name, by name and descriptor. */
  public Map<String, Integer> codeLengths(String name) {
    succeeds();
    byte[] bytes = files.get(name.replace('.', '/') + ".class");
    if (bytes == null) {
      throw new AssertionError(name + " is not among " + files.keySet());
    }
    return CodeLengths.of(bytes);
  }

  /** Calls a static method without parameters. */
  public Object run(String className, String method) {
    return Invocation.of(load(className), method).call();
  }

  /** Writes the class files below {@code folder}, as a library for another compilation. */
  public Path writeTo(Path folder) {
    succeeds();
    files.forEach(
        (path, bytes) -> {
          try {
            Path target = folder.resolve(path);
            if (path.endsWith(".class")) {
              Files.createDirectories(target.getParent());
              Files.write(target, bytes);
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return folder;
  }

  private String everything() {
    String generated =
        files.keySet().stream()
            .filter(f -> f.endsWith(".java"))
            .map(f -> "---- " + f + "\n" + file(f))
            .collect(Collectors.joining("\n"));
    return messages.stream().map(Message::toString).collect(Collectors.joining("\n"))
        + "\n"
        + crash
        + "\n"
        + generated;
  }

  /**
   * Loads classes from memory; everything else comes from the libraries and the tests' class path.
   */
  private static final class MemoryLoader extends URLClassLoader {

    private final Map<String, byte[]> files;

    MemoryLoader(Map<String, byte[]> files, List<Path> libraries) {
      super(
          libraries.stream().map(MemoryLoader::url).toArray(URL[]::new),
          Compiled.class.getClassLoader());
      this.files = files;
    }

    private static URL url(Path path) {
      try {
        return path.toUri().toURL();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = files.get(name.replace('.', '/') + ".class");
      return bytes == null ? super.findClass(name) : defineClass(name, bytes, 0, bytes.length);
    }
  }
}
