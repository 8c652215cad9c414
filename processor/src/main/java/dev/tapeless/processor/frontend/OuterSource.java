package dev.tapeless.processor.frontend;

import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** The source file of a type of the outer compilation, under the name of one of the types in it. */
final class OuterSource extends ForwardingJavaFileObject<JavaFileObject> {

  private final String binaryName;

  OuterSource(JavaFileObject file, String binaryName) {
    super(file);
    this.binaryName = binaryName;
  }

  String binaryName() {
    return binaryName;
  }
}
