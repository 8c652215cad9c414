package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import org.junit.jupiter.api.Test;

/** The records that operations return are values, arrays included. */
class ResultRecordsTest {

  private static final Compiled COMPILED =
      Javac.plain()
          .with("-Xlint:all", "-Werror")
          .compile(
              """
              package subject;
              import dev.tapeless.*;
              public class Subject {
                @Differentiable
                public static double f(double[] other, float that, double[][] result) {
                  return other[0] * that * result[0][1];
                }
                @Differentiable
                public static double g(double[] Arrays, double Objects) {
                  return Arrays[0] * Objects;
                }
              }
              """);

  private static Object gradient(double... x) throws ReflectiveOperationException {
    return COMPILED
        .load("subject.SubjectAdjoint")
        .getMethod("fValueAndGradient", double[].class, float.class, double[][].class)
        .invoke(null, x, 2f, new double[][] {{1, 5}});
  }

  @Test
  void equalContentIsEqual() throws ReflectiveOperationException {
    assertThat(gradient(3)).isEqualTo(gradient(3)).hasSameHashCodeAs(gradient(3));
    assertThat(gradient(3)).isNotEqualTo(gradient(4)).isNotEqualTo(gradient(3, 0));
  }

  @Test
  void theTextShowsTheElements() throws ReflectiveOperationException {
    assertThat(gradient(3))
        .hasToString(
            "FValueAndGradient[value=30.0, gradient="
                + "FGradient[other=[10.0], that=15.0, result=[[0.0, 6.0]]]]");
  }

  @Test
  void componentsMayHaveTheNamesOfClasses() throws ReflectiveOperationException {
    Object gradient =
        COMPILED
            .load("subject.SubjectAdjoint")
            .getMethod("gGradient", double[].class, double.class)
            .invoke(null, new double[] {3}, 2);
    assertThat(gradient).hasFieldOrPropertyWithValue("Objects", 3.0);
  }
}
