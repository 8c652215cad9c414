/** The data that the samples learn from, and how it is read. */
package dev.tapeless.samples.data;
