/**
 * Sets of test problems for optimisation that are known from the literature, and their derivatives
 * against forward differentiation with numbers that carry their derivatives.
 *
 * <p>The classes with annotated methods are compiled twice: with the tests, without the processor,
 * so that they are checked as any class is; and by the tests, as text, with the processor.
 */
package dev.tapeless.processor.problemsets;
