/**
 * Reverse mode: from a function to the program that runs it and then its statements in reverse
 * order.
 *
 * <p>Each statement {@code z = phi(u, w)} becomes {@code uBar += zBar * dphi/du; wBar += zBar *
 * dphi/dw; zBar = 0} (Griewank and Walther, Evaluating Derivatives, 2008, section 3.2).
 */
package dev.tapeless.processor.adjoint;
