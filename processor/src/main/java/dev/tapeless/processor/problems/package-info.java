/**
 * What can be wrong with a method that is to be differentiated; texts only, nothing is printed
 * here.
 */
package dev.tapeless.processor.problems;
