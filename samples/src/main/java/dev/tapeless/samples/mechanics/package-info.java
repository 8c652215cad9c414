/** The motion of a pendulum, and how its end depends on its start. */
package dev.tapeless.samples.mechanics;
