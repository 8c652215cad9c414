/**
 * The language in the middle: types, expressions, statements and functions, as immutable records.
 *
 * <p>The frontend reads Java into it, the transforms turn it into derivatives, the emitter writes
 * it as Java again. A transform's result is written in the same language, so it can be transformed
 * again. Nothing here knows javac, JavaPoet or a derivative.
 */
package dev.tapeless.processor.ir;
