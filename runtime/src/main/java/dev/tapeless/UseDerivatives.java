package dev.tapeless;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names classes whose {@link Vjp} and {@link Jvp} methods count for the {@link Differentiable}
 * methods of a class and its nested classes, or of a package. Only those in class files must be
 * named: those in the sources of the same compilation always count.
 *
 * <pre>{@code
 * @UseDerivatives(GammaDerivatives.class)
 * final class Likelihood { ... }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface UseDerivatives {

  /**
   * The classes that declare the derivatives.
   *
   * @return classes with methods marked {@link Vjp} or {@link Jvp}
   */
  Class<?>[] value();
}
