/**
 * Java out: writes the classes that {@code contract} describes, and the only room that knows
 * JavaPoet.
 *
 * <p>Expressions become {@link dev.tapeless.processor.emit.Code} with a precedence and the type
 * that Java gives to the text, so that neither a parenthesis nor a cast is written that Java does
 * not need. Lines are broken last, in {@link dev.tapeless.processor.emit.Layout}, at marks that the
 * writers leave in the text. Nothing here decides about derivatives.
 */
package dev.tapeless.processor.emit;
