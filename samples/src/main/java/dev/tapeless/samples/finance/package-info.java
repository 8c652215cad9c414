/** Option prices and their sensitivities. */
package dev.tapeless.samples.finance;
