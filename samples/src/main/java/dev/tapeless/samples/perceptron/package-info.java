/** A small neural network that reads handwritten digits. */
package dev.tapeless.samples.perceptron;
