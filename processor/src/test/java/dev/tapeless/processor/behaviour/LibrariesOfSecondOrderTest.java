package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Methods of libraries with records and with second derivatives, which come as class files. */
class LibrariesOfSecondOrderTest {

  private static final String LIBRARY =
      """
      package lib;
      import dev.tapeless.*;
      public final class Lib {
        private Lib() {}
        public record Spring(double stiffness, double[] rest, String name) {}
        @Differentiable(order = 2)
        public static double energy(Spring s, double[] x) {
          double e = 0;
          for (int i = 0; i < x.length; i++) {
            e += s.stiffness() * (x[i] - s.rest()[i]) * (x[i] - s.rest()[i]) * x[0];
          }
          return e;
        }
        @Differentiable(order = 2)
        public static double hill(double u, double v) {
          return u * u * v + Math.sin(u * v);
        }
        @Differentiable
        public static Spring softer(Spring s, double factor) {
          double[] rest = s.rest().clone();
          rest[0] *= factor;
          return new Spring(s.stiffness() * factor, rest, s.name());
        }
        public record Faithless(double u) {
          public Faithless {
            u = Math.max(u, 0);
          }
        }
        public record Writing(double[] u) {
          public Writing {
            u[0] = 1;
          }
        }
        public record Checked(double u, int n) {
          public Checked {
            if (u < 0) {
              throw new IllegalArgumentException("negative");
            }
          }
          public Checked(double u) {
            this(u, 1);
          }
        }
        @Differentiable
        public static double cube(double u) {
          return u * u * u;
        }
      }
      """;

  private static String user(String members) {
    return "package p;\nimport dev.tapeless.*;\nimport lib.*;\npublic final class User {\n"
        + members
        + "}\n";
  }

  private static final String THROUGH_RECORDS =
      """
        @Differentiable
        public static double f(Lib.Spring spring, double[] x, double k) {
          Lib.Spring s = Lib.softer(spring, k);
          return Lib.energy(s, new double[] {1, x[1], 0.5 * k}) * s.stiffness() + s.rest()[0];
        }
      """;

  private static final String MADE =
      """
        @Differentiable(order = 2)
        public static double f(Lib.Spring s, double[] x, double k) {
          Lib.Spring other = new Lib.Spring(k * k, x, s.name() + "!");
          for (int i = 0; i < 2; i++) {
            other = new Lib.Spring(other.stiffness() * x[i], new double[] {k, x[i], k * x[0]}, "");
          }
          return Lib.energy(other, new double[] {1, k, 0.5}) * other.rest()[2];
        }
      """;

  private static final String NESTED =
      """
        @Differentiable
        public static double f(Lib.Spring s, double[] x, double k) {
          LibAdjoint.EnergyGradient g = LibAdjoint.energyGradient(s, x);
          var h = LibAdjoint.hillGradient(x[0], k);
          return g.x()[0] * g.s().stiffness() + g.s().rest()[1] * h.u() * h.v();
        }
      """;

  private static final String SECOND =
      """
        @Differentiable(order = 2)
        public static double f(Lib.Spring s, double[] x, double k) {
          double h = Lib.hill(x[0] * k, x[1]) * x[2];
          for (int i = 0; i < 2; i++) {
            h = Lib.hill(h, x[i]);
          }
          return h * Lib.energy(s, new double[] {1, h, 0.5});
        }
      """;

  @TestFactory
  Stream<DynamicTest> giveTheSameAsTheirSource(@TempDir Path folder) {
    Path library = Javac.plain().compile(LIBRARY).succeeds().writeTo(folder);
    return Stream.of(THROUGH_RECORDS, MADE, NESTED, SECOND)
        .map(
            members ->
                DynamicTest.dynamicTest(
                    members.lines().skip(2).findFirst().orElseThrow().strip(),
                    () -> agree(library, user(members))));
  }

  private static void agree(Path library, String user) {
    Compiled linked =
        Javac.plain()
            .with("-Xlint:all")
            .classPath(library)
            .compile(user)
            .succeeds()
            .hasCleanGeneratedCode();
    Compiled read = Compiled.of(user, LIBRARY).succeeds();
    for (String operation : new String[] {"fGradient", "fValueAndGradient"}) {
      assertThat(called(linked, operation, 1))
          .as(operation)
          .containsExactly(called(read, operation, 1), Offset.offset(1e-11));
    }
    for (String operation :
        user.contains("order = 2") ? List.of("fJvp", "fHvp") : List.of("fJvp")) {
      assertThat(called(linked, operation, 2))
          .as(operation)
          .containsExactly(called(read, operation, 2), Offset.offset(1e-11));
    }
  }

  /** What an operation returns: with the arguments alone, or with a direction too. */
  private static double[] called(Compiled compiled, String operation, int times) {
    Object spring = spring(compiled, 0.9, 0.1, 0.2, -0.3);
    Object along = spring(compiled, -0.5, 1.5, 0.4, 0.8);
    double[] x = {0.7, -0.4, 1.3};
    double[] t = {0.2, 1.5, -0.3};
    Object[] arguments =
        times == 1 ? new Object[] {spring, x, 0.8} : new Object[] {spring, x, 0.8, along, t, 0.6};
    Object result = OperatorsCalled.of(compiled, "p.UserAdjoint").call(operation, arguments);
    return Arrays.stream(text(result).strip().split(" "))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  private static Object spring(Compiled compiled, double stiffness, double... rest) {
    try {
      return compiled
          .load("lib.Lib$Spring")
          .getConstructor(double.class, double[].class, String.class)
          .newInstance(stiffness, rest, "s");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Object value) {
    if (value instanceof String) {
      return "";
    }
    if (value instanceof Number n) {
      return n + " ";
    }
    if (value instanceof double[] array) {
      return Arrays.stream(array).mapToObj(d -> d + " ").reduce("", String::concat);
    }
    return Arrays.stream(value.getClass().getRecordComponents())
        .map(c -> text(OperatorsCalled.part(value, c.getName())))
        .reduce("", String::concat);
  }

  @Test
  void aRecordMustKeepWhatItGets(@TempDir Path folder) {
    Path library = Javac.plain().compile(LIBRARY).succeeds().writeTo(folder);
    String members =
        """
          @Differentiable
          public static double faithless(double u) {
            return new Lib.Faithless(u).u();
          }
          @Differentiable
          public static double writing(double u) {
            return new Lib.Writing(new double[] {u}).u()[0];
          }
          @Differentiable
          public static double checked(double u) {
            return 2 * new Lib.Checked(u, 3).u();
          }
        """;
    Compiled compiled = Javac.plain().classPath(library).compile(user(members)).succeeds();
    OperatorsCalled operators = OperatorsCalled.of(compiled, "p.UserAdjoint");
    assertThat(operators.call("faithlessGradient", 2.0)).isEqualTo(1.0);
    assertThatThrownBy(() -> operators.call("faithlessGradient", -2.0))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "Faithless.u() is not what the constructor got, so that its derivative is not known");
    assertThatThrownBy(() -> operators.call("writingJvp", 2.0, 1.0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(operators.call("checkedGradient", 2.0)).isEqualTo(2.0);
    assertThatThrownBy(() -> operators.call("checkedGradient", -2.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative");
  }

  @Test
  void anotherConstructorIsNotKnown(@TempDir Path folder) {
    Path library = Javac.plain().compile(LIBRARY).succeeds().writeTo(folder);
    Compiled compiled =
        Javac.plain()
            .classPath(library)
            .compile(
                user(
                    "@Differentiable public static double f(double x) { return"
                        + " new Lib.Checked(x).u(); }\n"));
    assertThat(compiled.errors().toString())
        .contains("[tapeless:Unsupported]", "whose source is not at hand");
  }

  @Test
  void firstDerivativesOnlyAreNotEnough(@TempDir Path folder) {
    Path library = Javac.plain().compile(LIBRARY).succeeds().writeTo(folder);
    Compiled second =
        Javac.plain()
            .classPath(library)
            .compile(
                user(
                    "@Differentiable(order = 2) public static double f(double x) { return"
                        + " Lib.cube(x); }\n"));
    assertThat(second.errors().toString())
        .contains("[tapeless:NoSecondDerivative] no second derivative is known for Lib.cube");
    Compiled nested =
        Javac.plain()
            .classPath(library)
            .compile(
                user(
                    "@Differentiable public static double f(double x) { return"
                        + " LibAdjoint.cubeGradient(x); }\n"));
    assertThat(nested.errors().toString())
        .contains(
            "[tapeless:NotDifferentiable] LibAdjoint.cubeGradient cannot be differentiated:"
                + " Lib.cube(double) has no second derivatives");
  }
}
