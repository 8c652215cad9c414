/**
 * What generated derivatives may call.
 *
 * <p>A reverse sweep needs some of the values that the forward sweep overwrote. Where their number
 * is known beforehand, generated code keeps them in locals and in arrays of that length; where it
 * is not, because they come from a loop that stops when it stops, they are kept on one of these
 * stacks. A stack belongs to one call of one generated method.
 *
 * <p>Nothing here knows about derivatives.
 */
package dev.tapeless.runtime;
