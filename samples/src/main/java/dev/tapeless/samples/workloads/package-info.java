/**
 * Five problems on which tapeless is measured, each as a user writes it, and their derivatives
 * written by hand. The first three are those of ADBench, a benchmark of automatic differentiation.
 */
package dev.tapeless.samples.workloads;
