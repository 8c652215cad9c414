package dev.tapeless.samples.logistic;

/**
 * Where the optimiser stands after an iteration.
 *
 * @param iteration counted from 1
 * @param loss the value that is minimised
 * @param gradientNorm the Euclidean length of its gradient
 */
record Progress(int iteration, double loss, double gradientNorm) {}
