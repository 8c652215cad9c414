package dev.tapeless;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivatives of a method.
 *
 * <p>For a method {@code f} of the class {@code C} they are static methods of the class {@code
 * CAdjoint} in the same package, whose names begin with {@code f}:
 *
 * <pre>{@code
 * final class C {
 *   @Differentiable
 *   static double f(double a, double b) {
 *     return a * Math.sin(b);
 *   }
 * }
 *
 * CAdjoint.FGradient gradient = CAdjoint.fGradient(2, 0.5);
 * gradient.a(); // Math.sin(0.5)
 * gradient.b(); // 2 * Math.cos(0.5)
 * }</pre>
 *
 * <p>Derivatives are taken with respect to all parameters of type {@code double} and {@code float}
 * and of arrays of these, except those marked {@link Constant}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {

  /**
   * The highest order of derivatives wanted.
   *
   * @return 1 for first derivatives, 2 for second ones as well: {@code fHvp} and {@code fHessian}
   */
  int order() default 1;

  /**
   * Whether a gradient that checks itself is wanted as well.
   *
   * <p>{@code fGradientChecked} returns what {@code fGradient} returns, and throws a {@link
   * NonFiniteAdjointException} at the first adjoint that is infinite or not a number. It is there
   * for methods that have an {@code fGradient}: those whose result is a number.
   *
   * @return whether {@code fGradientChecked} is wanted
   */
  boolean check() default false;
}
