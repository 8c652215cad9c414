package dev.tapeless.samples.workloads;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Rosenbrock's function of a thousand variables: the gradient into a given array. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RosenbrockBenchmark {

  private static final int N = 1000;

  private double[] x;
  private double[] gradient;

  /** Reads the input. */
  @Setup
  public void setUp() {
    x = Inputs.rosenbrock(N);
    gradient = new double[N];
  }

  /** The method itself. */
  @Benchmark
  public double primal() {
    return Rosenbrock.value(x);
  }

  /** The derivative as somebody wrote it. */
  @Benchmark
  public double byHand() {
    return RosenbrockByHand.gradient(x, gradient);
  }

  /** The derivative as tapeless wrote it. */
  @Benchmark
  public double generated() {
    return RosenbrockAdjoint.valueGradientInto(x, gradient);
  }
}
