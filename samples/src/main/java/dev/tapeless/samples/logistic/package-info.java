/** Logistic regression on medical data, fitted by conjugate gradients. */
package dev.tapeless.samples.logistic;
