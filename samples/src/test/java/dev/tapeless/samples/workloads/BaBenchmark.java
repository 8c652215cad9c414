package dev.tapeless.samples.workloads;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Bundle adjustment: all residuals and their sparse Jacobian. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BaBenchmark {

  private Inputs.BaInput in;
  private BaJacobian out;

  /** Reads the input. */
  @Setup
  public void setUp() {
    in = Inputs.ba();
    out = new BaJacobian(in.weights().length);
  }

  /** The method itself. */
  @Benchmark
  public Object primal() {
    return Ba.residuals(
        in.cameras(), in.points(), in.weights(), in.camera(), in.point(), in.features());
  }

  /** The derivative as somebody wrote it. */
  @Benchmark
  public Object byHand() {
    out.byHand(in);
    return out;
  }

  /** The derivative as tapeless wrote it. */
  @Benchmark
  public Object generated() {
    out.generated(in);
    return out;
  }
}
