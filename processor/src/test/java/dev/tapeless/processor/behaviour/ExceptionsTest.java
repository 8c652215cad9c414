package dev.tapeless.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.processor.testing.Compiled;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the method throws, each of its derivatives throws, even where the derivative does not need
 * the value.
 */
class ExceptionsTest {

  private static final String PROGRAM =
      """
      package exceptions;
      import dev.tapeless.Differentiable;
      import java.util.ArrayList;
      import java.util.List;
      final class Subject {
        @Differentiable
        static double factor(double x, int n) {
          return x * (10 / n);
        }
        @Differentiable
        static double summand(double x, int n) {
          return x + 10 / n;
        }
        @Differentiable
        static double unused(double x, int n) {
          int k = 10 % n;
          return x * x;
        }
        @Differentiable
        static double overwritten(double x, int n) {
          double y = 10 / n;
          y = x * x;
          return y;
        }
        @Differentiable
        static double inLoop(double x, int n) {
          double y = x;
          for (int i = 3; i >= n; i--) {
            y = y + 6 / i;
          }
          return y;
        }
        @Differentiable
        static double inCondition(double x, int n) {
          if (10 / n > 2) {
            return x;
          }
          return 2 * x;
        }
        @Differentiable
        static double floorMod(double x, int n) {
          return x + Math.floorMod(10, n);
        }
        @Differentiable
        static double exact(double x, int n) {
          return x + Math.addExact(Integer.MAX_VALUE, 1 - n) + Math.toIntExact(3L);
        }
        @Differentiable
        static double accumulated(double x, int n) {
          double s = 0;
          for (int i = 3; i >= n; i--) {
            s += x * x + 6 / i;
          }
          return s;
        }
        @Differentiable
        static double onlyAdded(double x, int n) {
          double s = x;
          s += 10 / n;
          return s;
        }
        @Differentiable
        static double notChosen(double x, int n) {
          boolean odd = 10 / n % 2 == 1 & x > 100;
          return odd ? x : x;
        }
        static class Node {
          final Node next = null;
          final double rate = 2;
          private final int steps = 3;
        }
        @Differentiable
        static double constant(double x, Object o) {
          return x * ((Node) o).next.rate;
        }
        @Differentiable
        static double hidden(double x, Object o) {
          Node next = ((Node) o).next;
          double y = x;
          for (int i = 0; i < next.steps; i++) {
            y *= x;
          }
          return y;
        }
        private static void call(List<String> silent, String name, Runnable operation) {
          try {
            operation.run();
            silent.add(name);
          } catch (ArithmeticException | NullPointerException expected) {
            // The primal throws this.
          }
        }
        static List<String> silent() {
          List<String> silent = new ArrayList<>();
          CALLS
          return silent;
        }
      }
      """;

  @Test
  void everyOperationThrowsWhatTheMethodThrows() {
    StringBuilder calls = new StringBuilder();
    for (String name :
        List.of(
            "factor",
            "summand",
            "unused",
            "overwritten",
            "inLoop",
            "inCondition",
            "floorMod",
            "exact",
            "accumulated",
            "onlyAdded",
            "notChosen")) {
      calls(calls, name, "1.5, 0");
    }
    for (String name : List.of("constant", "hidden")) {
      calls(calls, name, "1.5, new Node()");
    }
    String program = PROGRAM.replace("CALLS", calls);
    assertThat((List<?>) Compiled.of(program).run("exceptions.Subject", "silent")).isEmpty();
  }

  private static void calls(StringBuilder calls, String name, String arguments) {
    call(calls, "Subject." + name, arguments);
    call(calls, "SubjectAdjoint." + name + "Gradient", arguments);
    call(calls, "SubjectAdjoint." + name + "ValueAndGradient", arguments);
    call(calls, "SubjectAdjoint." + name + "Vjp", arguments + ", 2.0");
    call(calls, "SubjectAdjoint." + name + "Jvp", arguments + ", 2.0");
    call(calls, "SubjectAdjoint." + name + "DirectionalDerivative", arguments + ", 2.0");
  }

  private static void call(StringBuilder calls, String method, String arguments) {
    calls.append("call(silent, \"%s\", () -> %s(%s));\n".formatted(method, method, arguments));
  }
}
