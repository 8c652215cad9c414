package dev.tapeless;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a static method as the Jacobian-vector product of another method, which may come from a
 * jar. Where a {@link Differentiable} method calls the other method, its forward mode calls this
 * one.
 *
 * <p>It takes the parameters of the other method and then a tangent for each active one, in order,
 * and returns the tangent of the result:
 *
 * <pre>{@code
 * @Jvp(of = Gamma.class, method = "logGamma")
 * static double logGammaJvp(double x, double xDot) {
 *   return Gamma.digamma(x) * xDot;
 * }
 * }</pre>
 *
 * <p>All else is as for {@link Vjp}. One of the two is enough, also for the other mode: that is
 * made of several calls where the method gets or returns arrays.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Jvp {

  /**
   * The class of the method that this is the derivative of.
   *
   * @return the class that declares or inherits the method
   */
  Class<?> of();

  /**
   * The name of the method that this is the derivative of.
   *
   * @return its simple name
   */
  String method();
}
