package dev.tapeless.samples.workloads;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The recurrent network: value and gradient. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LstmBenchmark {

  private Inputs.LstmInput in;

  /** Reads the input. */
  @Setup
  public void setUp() {
    in = Inputs.lstm();
  }

  /** The method itself. */
  @Benchmark
  public double primal() {
    return Lstm.loss(in.main(), in.extra(), in.state(), in.sequence());
  }

  /** The derivative as somebody wrote it. */
  @Benchmark
  public Object byHand() {
    return LstmByHand.valueAndGradient(in.main(), in.extra(), in.state(), in.sequence());
  }

  /** The derivative as tapeless wrote it. */
  @Benchmark
  public Object generated() {
    return LstmAdjoint.lossValueAndGradient(in.main(), in.extra(), in.state(), in.sequence());
  }
}
