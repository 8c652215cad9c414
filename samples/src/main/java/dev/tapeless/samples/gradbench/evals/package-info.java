/**
 * The problems of GradBench: each is a class with the mathematics, as a user writes it, and one
 * that says which fields of a message are its arguments and which derivatives are its answers.
 */
package dev.tapeless.samples.gradbench.evals;
