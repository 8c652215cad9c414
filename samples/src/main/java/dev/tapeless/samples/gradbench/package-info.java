/**
 * A tool for GradBench, the public benchmark of automatic differentiation: a program that answers
 * messages by derivatives, all of which are generated.
 */
package dev.tapeless.samples.gradbench;
