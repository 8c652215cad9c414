package dev.tapeless.processor.contract;

import dev.tapeless.processor.ir.Function;

/** A private function that does a part of what another one does, because that would be too long. */
public record Part(Function function, Javadoc javadoc) {}
