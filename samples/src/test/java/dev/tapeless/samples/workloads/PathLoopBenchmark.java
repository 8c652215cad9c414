package dev.tapeless.samples.workloads;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Simulated paths: the price and its derivatives by five numbers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PathLoopBenchmark {

  private static final int STEPS = 100;

  private double[][] z;
  private double[] path;
  private double[] step;
  private double[] gradient;

  /** Reads the input. */
  @Setup
  public void setUp() {
    z = Inputs.paths(1000, STEPS);
    path = new double[STEPS + 1];
    step = new double[STEPS];
    gradient = new double[5];
  }

  /** The method itself. */
  @Benchmark
  public double primal() {
    return PathLoop.price(100, 0.03, 0.2, 100, 130, 1, z);
  }

  /** The derivative as somebody wrote it. */
  @Benchmark
  public double byHand() {
    return PathLoopByHand.gradient(100, 0.03, 0.2, 100, 130, 1, z, path, step, gradient);
  }

  /** The derivative as tapeless wrote it. */
  @Benchmark
  public Object generated() {
    return PathLoopAdjoint.priceValueAndGradient(100, 0.03, 0.2, 100, 130, 1, z);
  }
}
