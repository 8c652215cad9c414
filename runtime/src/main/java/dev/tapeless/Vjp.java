package dev.tapeless;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a static method as the vector-Jacobian product of another method, which may come from a
 * jar. Where a {@link Differentiable} method calls the other method, its reverse mode calls this
 * one.
 *
 * <p>It takes the parameters of the other method and then the seed {@code v}, of the type that the
 * other method returns. With one active parameter it returns the gradient of {@code v·f} by it:
 *
 * <pre>{@code
 * @Vjp(of = Gamma.class, method = "logGamma")
 * static double logGammaVjp(double x, double v) {
 *   return v * Gamma.digamma(x);
 * }
 * }</pre>
 *
 * <p>With several it returns a record with a component for each of them, in order, or, if all of
 * them are numbers, a {@code double[]}. {@link Constant} marks parameters that it has no derivative
 * by. Of a method of an object the first parameter is the object. Overloads are told apart by the
 * parameters.
 *
 * <p>Neither the method nor its derivative may modify its arguments, and what they return must
 * depend on nothing else.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Vjp {

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
