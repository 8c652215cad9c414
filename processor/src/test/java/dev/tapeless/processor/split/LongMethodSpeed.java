package dev.tapeless.processor.split;

import dev.tapeless.processor.testing.Compiled;
import dev.tapeless.processor.testing.Javac;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;

/**
 * Prints what a statement costs in the gradient of a short method, of a long one in parts, and of
 * one that is too long for the JVM's compiler. It counts the processor's time. Run it by hand.
 */
final class LongMethodSpeed {

  private LongMethodSpeed() {}

  public static void main(String[] arguments) throws Throwable {
    report("50 statements", 50, 7200);
    report("600 statements", 600, 7200);
    report("2000 statements", 2000, 7200);
    report("600 statements, not in parts", 600, 64_000);
  }

  private static void report(String what, int statements, int methodSize) throws Throwable {
    Compiled compiled =
        Javac.plain().with("-Atapeless.methodSize=" + methodSize).compile(source(statements));
    MethodHandle gradient =
        MethodHandles.lookup()
            .findStatic(
                compiled.load("subject.SubjectAdjoint"),
                "fGradient",
                MethodType.methodType(double[].class, double[].class));
    double[] x = {0.3, -0.4, 0.5, 0.2};
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    int calls = 400_000 / statements;
    double best = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int round = 0; round < 40; round++) {
      long start = clock.getCurrentThreadCpuTime();
      for (int i = 0; i < calls; i++) {
        x[3] = 1e-3 * i / calls;
        sum += ((double[]) gradient.invokeExact(x))[0];
      }
      best =
          Math.min(best, (double) (clock.getCurrentThreadCpuTime() - start) / calls / statements);
    }
    System.out.printf("%-30s %6.2f ns for each statement (%g)%n", what, best, sum);
  }

  /** Sums and products of values computed shortly before. */
  private static String source(int statements) {
    StringBuilder text = new StringBuilder("package subject;\npublic final class Subject {\n");
    text.append("@dev.tapeless.Differentiable public static double f(double[] x) {\n");
    Random random = new Random(1);
    for (int i = 0; i < statements; i++) {
      String a = i == 0 ? "x[0]" : "t" + (i - 1);
      String b = i < 8 ? "x[" + i % 4 + "]" : "t" + (i - 1 - random.nextInt(8));
      String[] terms = {
        "0.5 * %s + 0.3 * %s * %s", "%s - 0.1 * %s * %s", "0.9 * %s * (1 - %s * %s)"
      };
      String term = terms[random.nextInt(terms.length)].formatted(a, a, b);
      text.append("double t").append(i).append(" = ").append(term).append(";\n");
    }
    return text.append("return t").append(statements - 1).append(";\n}\n}\n").toString();
  }
}
