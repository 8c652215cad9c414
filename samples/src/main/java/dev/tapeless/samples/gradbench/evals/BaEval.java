package dev.tapeless.samples.gradbench.evals;

import dev.tapeless.samples.gradbench.protocol.Eval;
import dev.tapeless.samples.gradbench.protocol.Input;
import dev.tapeless.samples.gradbench.protocol.Json;
import dev.tapeless.samples.gradbench.protocol.Task;
import dev.tapeless.samples.workloads.Ba;
import dev.tapeless.samples.workloads.BaAdjoint;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the tool answers about {@link Ba}. Observation i has camera i % n and point i % m. */
@SuppressWarnings("ArrayRecordComponent")
record BaEval(double[][] cameras, double[][] points, double[] weights, double[][] features) {

  /** How much of a long array is answered, beside the last element. */
  private static final int SHOWN = 30;

  static Eval eval() {
    return Eval.named("ba")
        .with("objective", input -> new Task<>(of(input)::residuals, BaEval::json))
        .with("jacobian", input -> new Task<>(of(input)::jacobian, BaEval::json));
  }

  /**
   * All residuals.
   *
   * @param reprojection two of each observation
   * @param weight one of each observation
   */
  private record Residuals(double[] reprojection, double[] weight) {}

  private static BaEval of(Input input) {
    int p = input.integer("p", 1);
    double[] weights = new double[p];
    Arrays.fill(weights, input.number("w"));
    return new BaEval(
        copies(input.vector("cam", Ba.CAMERA), input.integer("n", 1)),
        copies(input.vector("x", Ba.POINT), input.integer("m", 1)),
        weights,
        copies(input.vector("feat", 2), p));
  }

  private static double[][] copies(double[] row, int count) {
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = row.clone();
    }
    return rows;
  }

  private Residuals residuals() {
    int p = weights.length;
    Residuals residuals = new Residuals(new double[2 * p], new double[p]);
    for (int i = 0; i < p; i++) {
      double[] error =
          Ba.reprojectionError(
              cameras[i % cameras.length], points[i % points.length], weights[i], features[i]);
      System.arraycopy(error, 0, residuals.reprojection, 2 * i, 2);
      residuals.weight[i] = BaWeight.error(weights[i]);
    }
    return residuals;
  }

  private SparseJacobian jacobian() {
    SparseJacobian jacobian = new SparseJacobian(cameras.length, points.length, weights.length);
    for (int i = 0; i < weights.length; i++) {
      int camera = i % cameras.length;
      int point = i % points.length;
      double w = weights[i];
      var rows =
          BaAdjoint.reprojectionErrorJacobian(cameras[camera], points[point], w, features[i]);
      for (int k = 0; k < 2; k++) {
        jacobian.addRow(camera, point, i, rows.cam()[k], rows.x()[k], rows.w()[k]);
      }
    }
    for (int i = 0; i < weights.length; i++) {
      jacobian.addRow(i, BaWeightAdjoint.errorGradient(weights[i]));
    }
    return jacobian;
  }

  private static Json json(Residuals residuals) {
    double[] reprojection = residuals.reprojection;
    Json repeated = Json.of(residuals.weight.length);
    return fields(
        "reproj_error",
        fields("elements", new Json.Numbers(Arrays.copyOf(reprojection, 2)), "repeated", repeated),
        "w_err",
        fields("element", new Json.Real(residuals.weight[0]), "repeated", repeated));
  }

  private static Json json(SparseJacobian jacobian) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("rows", new Json.Integers(shown(jacobian.rows())));
    fields.put("cols", new Json.Integers(shown(jacobian.columns())));
    double[] values = jacobian.values();
    double[] shown = Arrays.copyOf(values, Math.min(SHOWN, values.length) + 1);
    shown[shown.length - 1] = values[values.length - 1];
    fields.put("vals", new Json.Numbers(shown));
    return new Json.Fields(fields);
  }

  private static int[] shown(int[] all) {
    int[] shown = Arrays.copyOf(all, Math.min(SHOWN, all.length) + 1);
    shown[shown.length - 1] = all[all.length - 1];
    return shown;
  }

  private static Json fields(String name1, Json value1, String name2, Json value2) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put(name1, value1);
    fields.put(name2, value2);
    return new Json.Fields(fields);
  }
}
