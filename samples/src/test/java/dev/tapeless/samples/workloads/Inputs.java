package dev.tapeless.samples.workloads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.StringTokenizer;
import java.util.zip.GZIPInputStream;

/** What the workloads are run with: the files of ADBench, and random numbers with a fixed seed. */
final class Inputs {

  private final StringTokenizer tokens;

  private Inputs(String text) {
    this.tokens = new StringTokenizer(text);
  }

  /** The arguments of {@link Gmm#objective}. */
  record GmmInput(
      double[] alphas, double[][] means, double[][] icf, double[][] x, double gamma, int m) {}

  /** A camera, a point, a weight and a measurement for each observation. */
  record BaInput(
      double[][] cameras,
      double[][] points,
      double[] weights,
      int[] camera,
      int[] point,
      double[][] features) {}

  /** The arguments of {@link Lstm#loss}. */
  record LstmInput(double[][] main, double[][] extra, double[][] state, double[][] sequence) {}

  static GmmInput gmm(String size) {
    Inputs in = open("gmm_" + size + ".txt.gz");
    int d = in.integer();
    int k = in.integer();
    int n = in.integer();
    return new GmmInput(
        in.numbers(k),
        in.numbers(k, d),
        in.numbers(k, d + d * (d - 1) / 2),
        in.numbers(n, d),
        in.number(),
        in.integer());
  }

  static BaInput ba() {
    Inputs in = open("ba_small.txt");
    int n = in.integer();
    int m = in.integer();
    int p = in.integer();
    double[] camera = in.numbers(11);
    double[] point = in.numbers(3);
    double weight = in.number();
    double[] feature = in.numbers(2);
    BaInput input =
        new BaInput(
            copies(camera, n),
            copies(point, m),
            new double[p],
            new int[p],
            new int[p],
            copies(feature, p));
    for (int i = 0; i < p; i++) {
      input.weights[i] = weight;
      input.camera[i] = i % n;
      input.point[i] = i % m;
    }
    return input;
  }

  static LstmInput lstm() {
    Inputs in = open("lstm_small.txt.gz");
    int layers = in.integer();
    int characters = in.integer();
    int bits = in.integer();
    return new LstmInput(
        in.numbers(2 * layers, 4 * bits),
        in.numbers(3, bits),
        in.numbers(2 * layers, bits),
        in.numbers(characters, bits));
  }

  /** A point near the valley. */
  static double[] rosenbrock(int n) {
    return new Random(1).doubles(n, 0.5, 1.5).toArray();
  }

  /** Normally distributed steps. */
  static double[][] paths(int paths, int steps) {
    Random random = new Random(2);
    double[][] z = new double[paths][steps];
    for (double[] path : z) {
      for (int t = 0; t < steps; t++) {
        path[t] = random.nextGaussian();
      }
    }
    return z;
  }

  private static double[][] copies(double[] row, int count) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = row.clone();
    }
    return rows;
  }

  private static Inputs open(String name) {
    try (InputStream raw = Inputs.class.getResourceAsStream(name);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      return new Inputs(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int integer() {
    return Integer.parseInt(tokens.nextToken());
  }

  private double number() {
    return Double.parseDouble(tokens.nextToken());
  }

  private double[] numbers(int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number();
    }
    return numbers;
  }

  private double[][] numbers(int rows, int columns) {
    double[][] numbers = new double[rows][];
    for (int i = 0; i < rows; i++) {
      numbers[i] = numbers(columns);
    }
    return numbers;
  }
}
