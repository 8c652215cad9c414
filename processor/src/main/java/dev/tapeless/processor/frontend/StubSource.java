package dev.tapeless.processor.frontend;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/**
 * The signatures of a class that is yet to be generated, so that code which uses it already has
 * types.
 */
final class StubSource extends SimpleJavaFileObject {

  static final String SCHEME = "tapeless-stub";

  private final String text;

  StubSource(String qualifiedName, String text) {
    super(
        URI.create(SCHEME + ":///" + qualifiedName.replace('.', '/') + Kind.SOURCE.extension),
        Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
