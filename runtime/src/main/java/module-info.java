/**
 * The annotations of tapeless, checks of derivatives, and the few classes that generated code may
 * call.
 */
module dev.tapeless.runtime {
  // Generated classes are marked with its @Generated, which only sources have.
  requires static transitive java.compiler;

  exports dev.tapeless;
  exports dev.tapeless.check;
  exports dev.tapeless.runtime;
}
