/**
 * The rules against derivatives with forty digits. {@link
 * dev.tapeless.processor.reference.Functions} has the functions, the exact formulas of their
 * derivatives and the points; the numbers are kept as resources, so that a run of the tests needs
 * no arithmetic of many digits and no trust in the formulas of today.
 */
package dev.tapeless.processor.reference;
