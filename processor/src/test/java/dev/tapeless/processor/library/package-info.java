/** Numeric methods as libraries have them, differentiated as they stand. */
package dev.tapeless.processor.library;
