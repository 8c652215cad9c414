/**
 * What a generated class offers: names, parameters, result records and Javadoc of the operations,
 * and those operations that are made of other operations.
 */
package dev.tapeless.processor.contract;
