package dev.tapeless.samples.gradbench.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Inputs like those of the public benchmark, of the sizes that are asked for. */
final class LargeInputs {

  private static final int BONES = 22;

  private final Random random = new Random(1);
  private final Map<String, Json> fields = new LinkedHashMap<>();

  private LargeInputs() {}

  static Json gmm(int d, int k) {
    LargeInputs in = new LargeInputs();
    int n = 1000;
    return in.with("d", Json.of(d))
        .with("k", Json.of(k))
        .with("n", Json.of(n))
        .with("x", in.matrix(n, d))
        .with("m", Json.of(0))
        .with("gamma", new Json.Real(1))
        .with("alpha", in.vector(k))
        .with("mu", in.matrix(k, d))
        .with("q", in.matrix(k, d))
        .with("l", in.matrix(k, d * (d - 1) / 2))
        .measured();
  }

  static Json ba(int n, int m, int p) {
    return new LargeInputs()
        .with("n", Json.of(n))
        .with("m", Json.of(m))
        .with("p", Json.of(p))
        .with("cam", numbers(0.1, -0.2, 0.3, 0.5, -0.4, 2, 400, 3, -2, 0.01, -0.002))
        .with("x", numbers(1.2, 0.7, 6))
        .with("w", new Json.Real(0.8))
        .with("feat", numbers(100, 50))
        .measured();
  }

  static Json det(int ell) {
    LargeInputs in = new LargeInputs();
    return in.with("A", in.vector(ell * ell)).with("ell", Json.of(ell)).measured();
  }

  static Json kmeans(int k, int n, int d) {
    LargeInputs in = new LargeInputs();
    Json.Rows points = in.matrix(n, d);
    return in.with("points", points)
        .with("centroids", new Json.Rows(Arrays.copyOf(points.values(), k)))
        .measured();
  }

  static Json llsq(int n) {
    LargeInputs in = new LargeInputs();
    return in.with("x", in.vector(128)).with("n", Json.of(n)).measured();
  }

  static Json lse(int n) {
    LargeInputs in = new LargeInputs();
    return in.with("x", in.vector(n)).measured();
  }

  /** Numbers alone, which are looked at once. */
  static Json list(int n) {
    LargeInputs in = new LargeInputs();
    return new Json.Fields(in.with("x", in.vector(n)).fields);
  }

  static Json particle() {
    return new LargeInputs().with("w", new Json.Real(0)).measured();
  }

  static Json saddle() {
    return new LargeInputs().with("start", numbers(1, 1)).measured();
  }

  static Json lstm(int layers, int characters) {
    LargeInputs in = new LargeInputs();
    int b = 14;
    double[][] sequence = new double[characters][b];
    for (double[] row : sequence) {
      for (int i = 0; i < b; i++) {
        row[i] = in.random.nextInt(2);
      }
    }
    return in.with("main_params", in.matrix(2 * layers, 4 * b))
        .with("extra_params", in.matrix(3, b))
        .with("state", in.matrix(2 * layers, b))
        .with("sequence", new Json.Rows(sequence))
        .measured();
  }

  static Json ode(int n, int s) {
    LargeInputs in = new LargeInputs();
    return in.with("x", in.vector(n)).with("s", Json.of(s)).measured();
  }

  /** A hand with a mesh of random triangles, each of whose vertices moves with two bones. */
  static Json ht(int n, int vertices, boolean toTriangles) {
    LargeInputs in = new LargeInputs();
    double[][] weights = new double[vertices][BONES];
    double[][] positions = in.matrix(vertices, 4).values();
    for (int v = 0; v < vertices; v++) {
      weights[v][v % BONES] = 0.75;
      weights[v][(v + 1) % BONES] = 0.25;
      positions[v][3] = 1;
    }
    Map<String, Json> model = new LinkedHashMap<>();
    model.put("bone_count", Json.of(BONES));
    model.put("bone_names", new Json.Items(List.of()));
    model.put("parents", new Json.Integers(parents()));
    model.put("base_relatives", placements(1));
    model.put("inverse_base_absolutes", placements(-1));
    model.put("base_positions", new Json.Rows(positions));
    model.put("weights", new Json.Rows(weights));
    model.put("triangles", new Json.Rows(in.triangles(2 * vertices, vertices)));
    model.put("is_mirrored", Json.of(true));
    Map<String, Json> data = new LinkedHashMap<>();
    data.put("correspondences", new Json.Integers(in.random.ints(n, 0, vertices).toArray()));
    data.put("points", in.matrix(n, 3));
    data.put("model", new Json.Fields(model));
    return in.with("theta", in.vector(26))
        .with("us", toTriangles ? in.matrix(n, 2) : new Json.Numbers(new double[0]))
        .with("data", new Json.Fields(data))
        .measured();
  }

  private static int[] parents() {
    return IntStream.range(0, BONES).map(b -> b < 2 ? b - 1 : b % 4 == 1 ? 0 : b - 1).toArray();
  }

  private static Json placements(int sign) {
    List<Json> matrices = new ArrayList<>();
    for (int b = 0; b < BONES; b++) {
      double cos = Math.cos(0.1 * b);
      double sin = Math.sin(0.1 * b);
      matrices.add(
          new Json.Rows(
              new double[][] {
                {cos, -sin, 0, sign * 0.01 * b},
                {sin, cos, 0, sign * 0.2},
                {0, 0, 1, sign * 0.05},
                {0, 0, 0, 1}
              }));
    }
    return new Json.Items(matrices);
  }

  private double[][] triangles(int count, int vertices) {
    double[][] triangles = new double[count][];
    for (int i = 0; i < count; i++) {
      triangles[i] = random.ints(3, 0, vertices).asDoubleStream().toArray();
    }
    return triangles;
  }

  private static Json numbers(double... numbers) {
    return new Json.Numbers(numbers);
  }

  private Json.Numbers vector(int n) {
    return new Json.Numbers(random.doubles(n, -1, 1).toArray());
  }

  private Json.Rows matrix(int rows, int columns) {
    double[][] matrix = new double[rows][];
    for (int i = 0; i < rows; i++) {
      matrix[i] = random.doubles(columns, -1, 1).toArray();
    }
    return new Json.Rows(matrix);
  }

  private LargeInputs with(String name, Json value) {
    fields.put(name, value);
    return this;
  }

  private Json measured() {
    fields.put("min_runs", Json.of(1));
    fields.put("min_seconds", new Json.Real(1));
    return new Json.Fields(fields);
  }
}
