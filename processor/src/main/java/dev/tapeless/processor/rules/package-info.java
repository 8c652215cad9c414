/**
 * The partial derivatives of library methods and operators, each written once. Tangents, adjoints
 * and second derivatives are all made from them: formulas use only methods that have rules
 * themselves or are constant.
 */
package dev.tapeless.processor.rules;
