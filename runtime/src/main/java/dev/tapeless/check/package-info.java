/**
 * Checks of derivatives by numbers, for tests: of custom derivatives, and of anything else that
 * claims to be a derivative.
 *
 * <p>{@link dev.tapeless.check.GradientCheck} compares a derivative with finite differences, or the
 * two modes with each other, and returns a {@link dev.tapeless.check.CheckResult}.
 */
package dev.tapeless.check;
