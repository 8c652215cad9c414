package dev.tapeless.processor.testing;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.SimpleJavaFileObject;

/** A source that a test holds as text; its path follows from its package and its first class. */
final class SourceFile extends SimpleJavaFileObject {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile("(?m)(?:^|;)[\\w\\s@()\".,=-]*?\\b(?:class|interface|enum|record)\\s+(\\w+)");

  private final String text;

  SourceFile(String text) {
    super(URI.create("source:///" + path(text)), Kind.SOURCE);
    this.text = text;
  }

  private static String path(String text) {
    if (text.contains("module ") && !TYPE.matcher(text).find()) {
      return "module-info.java";
    }
    Matcher packageName = PACKAGE.matcher(text);
    boolean hasPackage = packageName.find();
    String folder = hasPackage ? packageName.group(1).replace('.', '/') + "/" : "";
    Matcher type = TYPE.matcher(text);
    if (!type.find()) {
      if (hasPackage) {
        return folder + "package-info.java";
      }
      throw new IllegalArgumentException("no class in:\n" + text);
    }
    return folder + type.group(1) + ".java";
  }

  /** The path below the source root. */
  String path() {
    return toUri().getPath().substring(1);
  }

  String text() {
    return text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
