package dev.tapeless;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that no derivative with respect to a parameter of a {@link Differentiable} method is wanted.
 *
 * <pre>{@code
 * @Differentiable
 * static double discounted(double price, @Constant double rate) {
 *   return price * Math.exp(-rate);
 * }
 *
 * double slope = CAdjoint.discountedGradient(price, rate); // with respect to price
 * }</pre>
 *
 * <p>On a parameter of a custom derivative, {@link Vjp} or {@link Jvp}, it says that there is none
 * by this parameter: no value that is differentiated may go into it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Constant {}
