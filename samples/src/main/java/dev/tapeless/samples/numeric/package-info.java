/** What the samples compare the generated derivatives with. */
package dev.tapeless.samples.numeric;
