package dev.tapeless.processor.behaviour;

import static dev.tapeless.processor.testing.Differentiated.differentiate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import org.junit.jupiter.api.Test;

/** The classes that a differentiated static method can stand in. */
class HostsTest {

  @Test
  void aNestedClass() {
    differentiate(
            "hosts.Outer$Inner",
            """
            package hosts;
            import dev.tapeless.Differentiable;
            class Outer {
              static class Inner {
                private static final double SCALE = 3;
                @Differentiable
                static double f(double x, int n) {
                  return SCALE * x * x * n;
                }
              }
            }
            """)
        .at(0.5, 2)
        .isRight()
        .gradientIs(6);
  }

  @Test
  void aClassNestedTwice() {
    differentiate(
            "hosts.Outer$Middle$Inner",
            """
            package hosts;
            import dev.tapeless.Differentiable;
            public final class Outer {
              public interface Middle {
                final class Inner {
                  @Differentiable
                  public static double f(double x) {
                    return Math.sin(x) * x;
                  }
                }
              }
            }
            """)
        .at(0.5)
        .isRight();
  }

  @Test
  void aPackageThatHidesClassesOfJavaLang() {
    differentiate(
            "hosts.Model",
            """
            package hosts;
            import dev.tapeless.Differentiable;
            class Model {
              @Differentiable
              static double f(double x, double[] a) {
                double s = Math.sin(x);
                for (double ai : a) {
                  s *= ai + java.lang.Math.cos(s);
                }
                return s;
              }
            }
            class Math {
              static double sin(double x) {
                return x * x;
              }
            }
            class String {}
            class Double {}
            class Object {}
            class Override {}
            class SuppressWarnings {}
            class IllegalArgumentException {}
            """)
        .at(0.5, new double[] {1.2, 0.3})
        .isRight();
  }

  @Test
  void anInterface() {
    differentiate(
            "hosts.Shape",
            """
            package hosts;
            import dev.tapeless.Differentiable;
            public interface Shape {
              double SIDES = 4;
              @Differentiable
              static double area(double a, double b) {
                return scaled(a * b) / SIDES;
              }
              private static double scaled(double x) {
                return x * x;
              }
              double size();
            }
            """)
        .at(0.5, 2.0)
        .isRight();
  }

  @Test
  void aRecord() {
    differentiate(
            "hosts.Segment",
            """
            package hosts;
            import dev.tapeless.Differentiable;
            record Segment(double from, double to) {
              Segment {
                if (from > to) {
                  throw new IllegalArgumentException();
                }
              }
              @Differentiable
              static double length(double x, double y) {
                double d = y - x;
                return Math.sqrt(1 + d * d);
              }
            }
            """)
        .at(0.5, 2.0)
        .isRight();
  }

  @Test
  void anEnum() {
    differentiate(
            "hosts.Unit",
            """
            package hosts;
            import dev.tapeless.Differentiable;
            public enum Unit {
              METRE, FOOT;
              @Differentiable
              public static double toMetres(double x, boolean feet) {
                return feet ? x * 0.3048 : x;
              }
            }
            """)
        .at(2.0, true)
        .isRight()
        .gradientIs(0.3048);
  }

  @Test
  void aGenericClass() {
    differentiate(
            "hosts.Box",
            """
            package hosts;
            import dev.tapeless.Differentiable;
            public class Box<T> {
              T content;
              @Differentiable
              public static double f(double x) {
                return x * x * x;
              }
            }
            """)
        .at(2.0)
        .isRight()
        .gradientIs(12);
  }

  @Test
  void aClassWithoutPackage() {
    differentiate(
            "Alone",
            """
            import dev.tapeless.Differentiable;
            class Alone {
              @Differentiable
              static double f(double x) {
                return x / (1 + x);
              }
            }
            """)
        .at(2.0)
        .isRight();
  }

  @Test
  void aClassWithInstanceMembersAndInitializers() {
    differentiate(
            "hosts.Model",
            """
            package hosts;
            import dev.tapeless.Differentiable;
            public class Model {
              private double weight = 2;
              private static int calls;
              static {
                calls = 0;
              }
              public Model() {}
              @Differentiable
              public static double f(double x) {
                return x * x;
              }
              public double twice() {
                return weight * 2 + calls;
              }
              class Part {}
            }
            """)
        .at(2.0)
        .isRight();
  }

  @Test
  void outerAndNestedClassBothHaveDerivatives() {
    Compiled compiled =
        Compiled.of(
            """
            package hosts;
            import dev.tapeless.Differentiable;
            public class Outer {
              @Differentiable
              static double f(double x) {
                return x * x;
              }
              static class Inner {
                @Differentiable
                static double f(double x) {
                  return Outer.f(x) * x;
                }
              }
              static boolean test() {
                return OuterAdjoint.fGradient(3.0) == 6 && Outer_InnerAdjoint.fGradient(2.0) == 12;
              }
            }
            """);
    assertThat(compiled.run("hosts.Outer", "test")).isEqualTo(true);
  }
}
