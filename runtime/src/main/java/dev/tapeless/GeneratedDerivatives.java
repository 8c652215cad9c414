package dev.tapeless;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a generated class. The processor puts it there, for methods that are compiled later and go
 * through the derivatives of this class: it uses only those that keep to the conventions that it
 * knows.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GeneratedDerivatives {

  /**
   * The version of the conventions: of the names, parameters and results of operations.
   *
   * @return a number that grows with each change of them
   */
  int value();
}
