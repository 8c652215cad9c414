/**
 * Forward mode: from a function to the program that computes beside each value its derivative along
 * a given direction.
 *
 * <p>Each statement {@code z = phi(u, w)} gets a companion {@code zDot = dphi/du * uDot + dphi/dw *
 * wDot} (Griewank and Walther, Evaluating Derivatives, 2008, section 3.1).
 */
package dev.tapeless.processor.tangent;
