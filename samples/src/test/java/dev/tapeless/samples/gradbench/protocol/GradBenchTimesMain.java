package dev.tapeless.samples.gradbench.protocol;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Measures the tool with inputs of the public sizes, and prints a table. */
public final class GradBenchTimesMain {

  private static final List<Measurement> ALL =
      List.of(
          of("gmm", "objective", "jacobian", "d = 10, k = 25", () -> LargeInputs.gmm(10, 25)),
          of("gmm", "objective", "jacobian", "d = 20, k = 50", () -> LargeInputs.gmm(20, 50)),
          of("ba", "objective", "jacobian", "p = 31,843", () -> LargeInputs.ba(49, 7776, 31843)),
          of("det", "primal", "gradient", "ℓ = 9", () -> LargeInputs.det(9)),
          of("det", "primal", "gradient", "ℓ = 10", () -> LargeInputs.det(10)),
          of("det", "primal", "gradient", "ℓ = 11", () -> LargeInputs.det(11)),
          of("ht", "objective", "jacobian", "N = 100, us", () -> LargeInputs.ht(100, 10000, true)),
          of("ht", "objective", "jacobian", "N = 10,000", () -> LargeInputs.ht(10000, 10000, true)),
          of("kmeans", "cost", "dir", "100, 10⁴, 8", () -> LargeInputs.kmeans(100, 10000, 8)),
          of("llsq", "primal", "gradient", "n = 4096", () -> LargeInputs.llsq(4096)),
          of("lse", "primal", "gradient", "n = 640,000", () -> LargeInputs.lse(640_000)),
          of("lstm", "objective", "jacobian", "l = 4, c = 1024", () -> LargeInputs.lstm(4, 1024)),
          of("ode", "primal", "gradient", "n = 10⁴, s = 100", () -> LargeInputs.ode(10_000, 100)),
          nested("particle", "rr", LargeInputs::particle),
          nested("particle", "rf", LargeInputs::particle),
          nested("particle", "fr", LargeInputs::particle),
          nested("particle", "ff", LargeInputs::particle),
          nested("saddle", "rr", LargeInputs::saddle),
          nested("saddle", "rf", LargeInputs::saddle),
          nested("saddle", "fr", LargeInputs::saddle),
          nested("saddle", "ff", LargeInputs::saddle));

  private static final List<Measurement> LARGEST =
      List.of(
          of("gmm", "objective", "jacobian", "d = 64, k = 100", () -> LargeInputs.gmm(64, 100)),
          of(
              "ba",
              "objective",
              "jacobian",
              "p = 1,255,268",
              () -> LargeInputs.ba(1723, 156_502, 1_255_268)),
          of(
              "ht",
              "objective",
              "jacobian",
              "N = 100,000",
              () -> LargeInputs.ht(100_000, 10_000, true)),
          of("kmeans", "cost", "dir", "1000, 10⁴, 16", () -> LargeInputs.kmeans(1000, 10_000, 16)),
          of("llsq", "primal", "gradient", "n = 16,392", () -> LargeInputs.llsq(16_392)),
          of("lse", "primal", "gradient", "n = 1,280,000", () -> LargeInputs.lse(1_280_000)),
          of("lstm", "objective", "jacobian", "l = 6, c = 8192", () -> LargeInputs.lstm(6, 8192)),
          of("ode", "primal", "gradient", "n = 10⁵, s = 100", () -> LargeInputs.ode(100_000, 100)));

  private GradBenchTimesMain() {}

  /** A primal and its derivative, and what they get. */
  private record Measurement(
      String module,
      Optional<String> primal,
      String derivative,
      String size,
      Supplier<Json> input) {}

  private static Measurement of(
      String module, String primal, String derivative, String size, Supplier<Json> input) {
    return new Measurement(module, Optional.of(primal), derivative, size, input);
  }

  /** A function that has derivatives inside, and no primal. */
  private static Measurement nested(String module, String function, Supplier<Json> input) {
    return new Measurement(module, Optional.empty(), function, function, input);
  }

  /**
   * Prints the table.
   *
   * @param args the name of a module, {@code all} of medium size, or {@code largest} sizes
   */
  public static void main(String[] args) throws IOException {
    System.out.println("| eval | size | primal | derivative | derivative / primal |");
    System.out.println("|---|---|--:|--:|--:|");
    for (Measurement m : args[0].equals("largest") ? LARGEST : ALL) {
      if (args[0].matches("all|largest") || m.module().equals(args[0])) {
        print(m);
      }
    }
    if (args[0].equals("all")) {
      reading();
    }
  }

  private static void print(Measurement m) throws IOException {
    Json input = m.input().get();
    try (ToolProcess tool = ToolProcess.start("4g")) {
      double primal = m.primal().isEmpty() ? 0 : millis(tool, m.module(), m.primal().get(), input);
      double derivative = millis(tool, m.module(), m.derivative(), input);
      String before =
          m.primal().isEmpty() ? " | " : String.format(Locale.ROOT, "%.2f ms | ", primal);
      String after =
          m.primal().isEmpty() ? "" : String.format(Locale.ROOT, "%.2f", derivative / primal);
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %s%.2f ms | %s |%n",
          m.module(),
          m.size(),
          before,
          derivative,
          after);
    }
  }

  /** How long a message with a million numbers is under way, without what is computed of them. */
  private static void reading() throws IOException {
    Json input = LargeInputs.list(1_000_000);
    String message = new WorkedCase("lse", "primal", input, input).message(1);
    try (ToolProcess tool = ToolProcess.start("4g")) {
      for (int i = 1; i <= 5; i++) {
        long start = System.nanoTime();
        Map<String, Json> answer = WorkedCase.read(tool.ask(message));
        long computing =
            Stream.of("warmup", "evaluate")
                .mapToLong(name -> Arrays.stream(ToolProcess.times(answer, name)).sum())
                .sum();
        double millis = 1e-6 * (System.nanoTime() - start - computing);
        System.out.printf(
            Locale.ROOT, "a million numbers, message %d: read in %.0f ms%n", i, millis);
      }
    }
  }

  /** The mean of the times that count. */
  private static double millis(ToolProcess tool, String module, String function, Json input)
      throws IOException {
    String answer = tool.ask(new WorkedCase(module, function, input, input).message(1));
    Map<String, Json> fields = new LinkedHashMap<>(WorkedCase.read(answer));
    if (!fields.get("success").equals(Json.of(true))) {
      throw new IllegalStateException(answer);
    }
    return 1e-6 * Arrays.stream(ToolProcess.times(fields, "evaluate")).average().orElseThrow();
  }
}
