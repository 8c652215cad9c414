/**
 * Reads methods into the language in the middle, and refuses what cannot be read at the place where
 * it stands.
 *
 * <p>The outer compilation's trees are never typed: a private compiler types the same sources once
 * more. This is the only room that knows javac.
 */
package dev.tapeless.processor.frontend;
