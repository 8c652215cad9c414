/** Value-preserving rewritings, each a class of its own that states the law it uses. */
package dev.tapeless.processor.simplify;
