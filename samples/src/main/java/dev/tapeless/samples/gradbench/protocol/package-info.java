/** The protocol of GradBench: lines of JSON in, lines of JSON out, and functions that are timed. */
package dev.tapeless.samples.gradbench.protocol;
