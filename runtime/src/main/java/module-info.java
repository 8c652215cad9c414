/** The annotations of tapeless, and the few classes that generated derivatives may call. */
module dev.tapeless.runtime {
  exports dev.tapeless;
  exports dev.tapeless.runtime;
}
