/** Questions about a function and their immutable answers. Nothing here changes a function. */
package dev.tapeless.processor.analysis;
