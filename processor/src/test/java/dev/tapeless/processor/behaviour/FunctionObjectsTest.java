package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tapeless.DifferentiableFunction;
import dev.tapeless.DifferentiableMapping;
import dev.tapeless.TwiceDifferentiableFunction;
import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What {@code fFunction(..)} returns, and for which methods there is one. */
class FunctionObjectsTest {

  private static final String SUBJECT =
      """
      package subject;
      import dev.tapeless.*;
      public class Subject {
        final double scale = 3;
        @Differentiable
        public static double weighted(@Constant double[] w, double[] x, int power) {
          double s = 0;
          for (int i = 0; i < x.length; i++) {
            s += w[i] * Math.pow(x[i], power);
          }
          return s;
        }
        @Differentiable(order = 2)
        public static double cubic(double[] x) {
          return x[0] * x[0] * x[1] + x[1];
        }
        @Differentiable
        public double[] scaled(double[] x) {
          return new double[] {scale * x[0] * x[1], x[1], x[0] * x[0]};
        }
        @Differentiable
        @SuppressWarnings("tapeless:ModifiesArgument")
        public static double writes(double[] x, @Constant double[] table) {
          x[0] *= x[1];
          table[0] += 1;
          return x[0] * table[0];
        }
        @Differentiable
        public static double writes(double[] x, int value) {
          return x[0] * value;
        }
        @Differentiable
        public static double several(double[] x, double y) {
          return x[0] * y;
        }
        @Differentiable
        public static float[] floats(float[] x) {
          return new float[] {x[0] * x[0]};
        }
        @Differentiable
        public static double checked(double[] x) throws java.io.IOException {
          return x[0] * x[0];
        }
      }
      """;

  private static final Compiled COMPILED =
      Javac.plain().with("-Xlint:all", "-Werror").compile(SUBJECT);

  private static Object object(String name, Object... constants)
      throws ReflectiveOperationException {
    for (Method m : COMPILED.load("subject.SubjectAdjoint").getMethods()) {
      boolean fits = m.getName().equals(name) && m.getParameterCount() == constants.length;
      if (fits && Arrays.equals(types(m), types(constants))) {
        return m.invoke(null, constants);
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static Object[] types(Method method) {
    return Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).toArray();
  }

  private static Object[] types(Object... values) {
    return Arrays.stream(values)
        .map(v -> v instanceof Integer ? "int" : v.getClass().getSimpleName())
        .toArray();
  }

  @Test
  void aFunctionHoldsTheConstants() throws ReflectiveOperationException {
    var f = (DifferentiableFunction) object("weightedFunction", new double[] {2, 5}, 3);
    double[] x = {0.5, -2};
    assertThat(f.value(x)).isEqualTo(2 * 0.125 - 5 * 8);
    assertThat(f.gradient(x)).containsExactly(2 * 3 * 0.25, 5 * 3 * 4);
    double[] gradient = {7, 7};
    assertThat(f.gradientInto(x, gradient)).isEqualTo(f.value(x));
    assertThat(gradient).containsExactly(f.gradient(x));
    assertThat(f).isNotInstanceOf(TwiceDifferentiableFunction.class);
  }

  @Test
  void secondDerivativesWhereTheyAreAskedFor() throws ReflectiveOperationException {
    var f = (TwiceDifferentiableFunction) object("cubicFunction");
    double[] x = {3, -2};
    assertThat(f.value(x)).isEqualTo(-20);
    assertThat(f.gradient(x)).containsExactly(-12, 10);
    assertThat(f.hessian(x)).isDeepEqualTo(new double[][] {{-4, 6}, {6, 0}});
    assertThat(f.hvp(x, new double[] {1, 0.5})).containsExactly(-1, 6);
  }

  @Test
  void aMappingOfAnObject() throws ReflectiveOperationException {
    Object self = COMPILED.load("subject.Subject").getConstructor().newInstance();
    var f = (DifferentiableMapping) object("scaledFunction", self);
    double[] x = {2, 5};
    assertThat(f.value(x)).containsExactly(30, 5, 4);
    assertThat(f.jacobian(x)).isDeepEqualTo(new double[][] {{15, 6}, {0, 1}, {4, 0}});
    assertThat(f.vjp(x, new double[] {1, 2, 3})).containsExactly(27, 8);
    assertThat(f.jvp(x, new double[] {1, -1})).containsExactly(9, -1, 4);
    assertThatThrownBy(() -> f.jvp(x, new double[1])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void argumentsAreLeftAsTheyAre() throws ReflectiveOperationException {
    double[] table = {2};
    var f = (DifferentiableFunction) object("writesFunction", (Object) table);
    double[] x = {0.5, 4};
    for (int call = 0; call < 2; call++) {
      assertThat(f.value(x)).isCloseTo(6, within(0.0));
      assertThat(f.gradient(x)).containsExactly(12, 1.5);
    }
    assertThat(x).containsExactly(0.5, 4);
    assertThat(table).containsExactly(2);
    var overloaded = (DifferentiableFunction) object("writesFunction", 3);
    assertThat(overloaded.gradient(x)).containsExactly(3, 0);
  }

  @Test
  void otherShapesHaveNone() {
    assertThat(COMPILED.load("subject.SubjectAdjoint").getMethods())
        .extracting(Method::getName)
        .contains("severalGradient", "floatsVjp", "checkedGradient")
        .doesNotContain("severalFunction", "floatsFunction", "checkedFunction");
  }
}
