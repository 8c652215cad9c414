package dev.tapeless.processor.frontend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;

/**
 * A class of our own whose methods do in plain Java what methods of the JDK do that have no source
 * here. It is read in their place, and its methods are inlined: nothing of it is left at run time.
 *
 * <p>The text is a resource. What stands between {@code // for each E: double int} and {@code //
 * end} is repeated with each of the types in the place of {@code E}.
 */
final class PreludeSource extends SimpleJavaFileObject {

  static final String SCHEME = "tapeless-prelude";

  /**
   * The package of the classes; no package of a jar is above it, whose classes javac would open.
   */
  static final String PACKAGE = "tapeless.prelude";

  /** By the qualified name of the class of the JDK, the simple name of ours. */
  static final Map<String, String> CLASSES =
      Map.of(
          "java.lang.System", "System",
          "java.util.Arrays", "Arrays",
          "java.util.Objects", "Objects",
          "java.util.stream.DoubleStream", "DoubleStream");

  /** The class of the functions that have a derivative of their own. */
  static final String VALUE = "Value";

  private static final Pattern REPEATED =
      Pattern.compile("// for each E: (?<types>.*)\n(?<text>(?s:.*?)) *// end\n");

  private final String text;

  private PreludeSource(String simpleName, String text) {
    super(URI.create(SCHEME + ":///" + simpleName + Kind.SOURCE.extension), Kind.SOURCE);
    this.text = text;
  }

  /** All classes. */
  static List<PreludeSource> all() {
    return Stream.concat(Stream.of(VALUE), CLASSES.values().stream())
        .sorted()
        .map(PreludeSource::named)
        .toList();
  }

  private static PreludeSource named(String simpleName) {
    String resource = "/" + PACKAGE.replace('.', '/') + "/" + simpleName + ".java.txt";
    try (InputStream in = PreludeSource.class.getResourceAsStream(resource)) {
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new PreludeSource(simpleName, REPEATED.matcher(template).replaceAll(m -> repeated(m)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String repeated(java.util.regex.MatchResult found) {
    StringBuilder all = new StringBuilder();
    for (String type : found.group(1).split(" ")) {
      all.append(instance(found.group(2), type)).append('\n');
    }
    return Matcher.quoteReplacement(all.toString());
  }

  private static String instance(String text, String type) {
    int rank = type.indexOf('[');
    String component = rank < 0 ? type : type.substring(0, rank);
    String rows = rank < 0 ? "" : type.substring(rank);
    String many = rank < 0 ? type + "s" : "objects";
    return text.replaceAll("new E\\[([\\w.]+)\\]", "new " + component + "[$1]" + rows)
        .replaceAll("\\bE\\b", type)
        .replaceAll("\\bNAME\\b", many);
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
