package dev.tapeless.samples.logistic;

import dev.tapeless.samples.data.DataException;
import dev.tapeless.samples.data.Dataset;
import dev.tapeless.samples.data.Datasets;
import dev.tapeless.samples.numeric.FiniteDifferences;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Learns to tell malignant from benign tumours, and checks the gradient that it learns with.
 *
 * <p>Without an argument it reads the data that come with the samples; one argument names a file of
 * the same format.
 */
public final class LogisticRegressionMain {

  private static final double PENALTY = 1e-3;
  private static final int PROGRESS_INTERVAL = 5;

  /** Every so many rows, one is kept for testing. */
  private static final int TEST_INTERVAL = 4;

  private final PrintStream out;

  private LogisticRegressionMain(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the sample, and ends the program with exit code 1 if the data cannot be used.
   *
   * @param args nothing, or the name of a data file
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    int exitCode = run(args, BuildFolder.current(), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** Runs the sample with results in {@code folder}, and returns the exit code. */
  static int run(String[] args, BuildFolder folder, PrintStream out, PrintStream err) {
    try {
      Dataset data = args.length == 0 ? Datasets.breastCancer() : Datasets.read(Path.of(args[0]));
      String name = args.length == 0 ? "breast_cancer.csv" : args[0];
      if (data.size() < 2 * TEST_INTERVAL) {
        throw new DataException(
            name + ":" + (data.size() + 1) + ": at least " + 2 * TEST_INTERVAL + " rows needed");
      }
      new LogisticRegressionMain(out).run(data, folder);
      return 0;
    } catch (DataException e) {
      err.println(e.getMessage());
    } catch (IOException e) {
      err.println("the convergence curve cannot be written: " + e.getMessage());
    }
    return 1;
  }

  private void run(Dataset data, BuildFolder folder) throws IOException {
    Dataset trainingRows = data.select(i -> i % TEST_INTERVAL != 0);
    Dataset testRows = data.select(i -> i % TEST_INTERVAL == 0);
    Standardization standardization = Standardization.of(trainingRows);
    Dataset training = standardization.apply(trainingRows);
    Dataset test = standardization.apply(testRows);
    out.printf(
        "%d rows to learn from, %d held out, %d features%n",
        training.size(), test.size(), standardization.mean().length);

    LogisticFit fit = new LogisticFit(training, PENALTY);
    List<Progress> curve = new ArrayList<>();
    out.println("iteration            loss   gradient norm");
    double[] weights =
        fit.run(
            progress -> {
              curve.add(progress);
              if (progress.iteration() == 1 || progress.iteration() % PROGRESS_INTERVAL == 0) {
                print(progress);
              }
            });
    print(curve.get(curve.size() - 1));

    out.printf(
        Locale.ROOT,
        "accuracy on the held-out rows                    %.4f%n",
        LogisticRegression.accuracy(weights, test.features(), test.labels()));
    out.printf(
        Locale.ROOT,
        "largest deviation of the gradient from finite differences, at the start %.1e, at the end"
            + " %.1e%n",
        deviation(fit, new double[weights.length]),
        deviation(fit, weights));
    out.println("generated source    " + folder.generatedSource(LogisticRegressionAdjoint.class));
    Path picture = folder.file("logistic-regression.png");
    ConvergenceChart.write(curve, picture);
    out.println("convergence curve   " + picture);
  }

  private void print(Progress progress) {
    out.printf(
        Locale.ROOT,
        "%9d  %14.10f  %14.3e%n",
        progress.iteration(),
        progress.loss(),
        progress.gradientNorm());
  }

  private static double deviation(LogisticFit fit, double[] weights) {
    return FiniteDifferences.largestDeviation(fit.gradient(weights), fit::loss, weights);
  }
}
