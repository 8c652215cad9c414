/** The documents: every example is compiled and run, every name is looked up. */
package dev.tapeless.processor.documents;
