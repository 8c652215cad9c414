package dev.tapeless.samples.gradbench;

import dev.tapeless.samples.gradbench.evals.Evals;
import dev.tapeless.samples.gradbench.protocol.Tool;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Answers the messages of GradBench, from standard input to standard output. */
public final class GradBenchMain {

  private GradBenchMain() {}

  /**
   * Runs until the input ends.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException {
    // What anything else prints must not get between the answers.
    System.setOut(System.err);
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      new Tool("tapeless", Evals.all()).run(System.in, out);
    }
  }
}
