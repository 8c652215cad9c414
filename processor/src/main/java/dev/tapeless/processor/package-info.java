/**
 * The way in: the annotation processor, its rounds and options, the order of the stages, and the
 * printing of what was found.
 *
 * <p>Everything else is in a room of its own below this package and does not know it.
 */
package dev.tapeless.processor;
