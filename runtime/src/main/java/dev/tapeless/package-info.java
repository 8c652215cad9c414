/**
 * What users of tapeless name in their own code.
 *
 * <p>{@link dev.tapeless.Differentiable} on a method asks for its derivatives, {@link
 * dev.tapeless.Constant} on a parameter says that no derivative with respect to it is wanted:
 *
 * <pre>{@code
 * final class Spring {
 *   @Differentiable
 *   static double energy(double[] x, @Constant double stiffness) {
 *     double sum = 0;
 *     for (double xi : x) {
 *       sum += 0.5 * stiffness * xi * xi;
 *     }
 *     return sum;
 *   }
 * }
 *
 * double[] force = SpringAdjoint.energyGradient(x, stiffness);
 * }</pre>
 *
 * <p>The derivatives are methods of the class {@code SpringAdjoint}, which the annotation processor
 * writes while {@code Spring} is compiled.
 *
 * <p>{@link dev.tapeless.Vjp} and {@link dev.tapeless.Jvp} declare derivatives that are written by
 * hand, of methods that come from elsewhere or that there is a better formula for.
 */
package dev.tapeless;
