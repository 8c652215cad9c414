/**
 * The reference for random programs: an interpreter of Java's syntax trees whose numbers carry
 * their derivatives. It shares no code with the processor.
 */
package dev.tapeless.processor.dual;
