package dev.tapeless.samples.workloads;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The Gaussian mixture: value and gradient. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GmmBenchmark {

  /** Dimensions and components. */
  @Param({"d2_K5", "d10_K25", "d20_K50"})
  public String size;

  private Inputs.GmmInput in;

  /** Reads the input. */
  @Setup
  public void setUp() {
    in = Inputs.gmm(size);
  }

  /** The method itself. */
  @Benchmark
  public double primal() {
    return Gmm.objective(in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
  }

  /** The derivative as somebody wrote it. */
  @Benchmark
  public Object byHand() {
    return GmmByHand.valueAndGradient(
        in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
  }

  /** The derivative as tapeless wrote it. */
  @Benchmark
  public Object generated() {
    return GmmAdjoint.objectiveValueAndGradient(
        in.alphas(), in.means(), in.icf(), in.x(), in.gamma(), in.m());
  }
}
