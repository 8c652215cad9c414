/** Minimising a test function of any number of variables. */
package dev.tapeless.samples.optimization;
