/**
 * A tutorial: what a gradient, a Jacobian, a vector-Jacobian product and a directional derivative
 * are.
 */
package dev.tapeless.samples.autograd;
