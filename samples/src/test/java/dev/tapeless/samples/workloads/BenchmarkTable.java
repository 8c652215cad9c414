package dev.tapeless.samples.workloads;

import dev.tapeless.samples.workloads.Measured.Run;
import java.util.List;
import java.util.Locale;

/** The measured times as a table in Markdown. */
final class BenchmarkTable {

  private static final String HEAD =
      """
      | workload | method | by hand | generated | generated / by hand | by hand / method | generated / method | allocated by hand | allocated, generated |
      |---|--:|--:|--:|--:|--:|--:|--:|--:|
      """;

  private BenchmarkTable() {}

  static String of(List<Measured> measured) {
    StringBuilder table = new StringBuilder(HEAD);
    for (Measured m : measured) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | **%.2f** | %.2f | %.2f | %s | %s |%n",
              m.workload(),
              time(m.primal()),
              time(m.byHand()),
              time(m.generated()),
              m.ratio(),
              m.cost(m.byHand()),
              m.cost(m.generated()),
              memory(m.byHand()),
              memory(m.generated())));
    }
    return table.toString();
  }

  private static String time(Run run) {
    double percent = 100 * run.error() / run.micros();
    return run.micros() < 1000
        ? String.format(Locale.ROOT, "%.2f µs ± %.0f %%", run.micros(), percent)
        : String.format(Locale.ROOT, "%.2f ms ± %.0f %%", run.micros() / 1000, percent);
  }

  private static String memory(Run run) {
    return run.bytes() < 1024
        ? String.format(Locale.ROOT, "%.0f B", run.bytes())
        : String.format(Locale.ROOT, "%.1f KB", run.bytes() / 1024);
  }
}
