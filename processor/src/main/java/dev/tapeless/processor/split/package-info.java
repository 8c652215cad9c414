/** Cuts functions into parts, each so small that the JVM compiles it. */
package dev.tapeless.processor.split;
