/**
 * The annotations of tapeless, checks of derivatives, and the few classes that generated code may
 * call.
 */
module dev.tapeless.runtime {
  exports dev.tapeless;
  exports dev.tapeless.check;
  exports dev.tapeless.runtime;
}
