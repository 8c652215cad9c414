package dev.tapeless.processor.problems;

import dev.tapeless.processor.ir.Origin;

/** A problem and the place in the user's source that is to blame. */
public record Finding(Problem problem, Origin origin) {}
