/** What generated derivatives do, construct by construct of the language that is read. */
package dev.tapeless.processor.behaviour;
