package dev.tapeless.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs work on a thread with a large stack: the passes follow the nesting of the code, and a long
 * chain of {@code else if} or of {@code +} is nested as deep as it is long.
 */
final class Deep {

  /** Of what is not used nothing is taken. */
  private static final long STACK = 1L << 29;

  private Deep() {}

  /** The result of {@code work}, which has ended when this returns, or what it has thrown. */
  static <T> T call(Supplier<T> work) {
    List<T> results = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    Thread thread = new Thread(null, () -> results.add(work.get()), "tapeless", STACK);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
    thread.start();
    boolean isInterrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // The compiler decides what to do about it when its turn comes.
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
    for (Throwable e : thrown) {
      if (e instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e;
    }
    return results.get(0);
  }
}
