package dev.tapeless.samples.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tapeless.DifferentiableFunction;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a call allocates, as the JVM counts it. */
class AllocationTest {

  private static final int CALLS = 1000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Bytes that {@code CALLS} calls allocate, after a first one. */
  private static long allocated(Runnable call) {
    call.run();
    THREADS.getCurrentThreadAllocatedBytes();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aGradientIntoAnArrayAllocatesNothing() {
    double[] x = Inputs.rosenbrock(100);
    double[] gradient = new double[x.length];
    assertThat(allocated(() -> RosenbrockAdjoint.valueGradientInto(x, gradient))).isLessThan(CALLS);
    DifferentiableFunction f = RosenbrockAdjoint.valueFunction();
    assertThat(allocated(() -> f.gradientInto(x, gradient))).isLessThan(CALLS);
  }

  @Test
  void aGradientAllocatesItsResult() {
    double[] x = Inputs.rosenbrock(100);
    long result = 8L * x.length + 16;
    assertThat(allocated(() -> RosenbrockAdjoint.valueGradient(x)))
        .isGreaterThanOrEqualTo(CALLS * result)
        .isLessThan(CALLS * (result + 64));
  }

  @Test
  void pathsShareWhatTheySaveIn() {
    double[][] few = Inputs.paths(2, 50);
    double[][] many = Inputs.paths(100, 50);
    long ofFew = allocated(() -> PathLoopAdjoint.priceGradient(100, 0.03, 0.2, 100, 130, 1, few));
    long ofMany = allocated(() -> PathLoopAdjoint.priceGradient(100, 0.03, 0.2, 100, 130, 1, many));
    assertThat(ofMany).isLessThan(ofFew + 64L * CALLS);
  }
}
