package dev.tapeless.check;

import dev.tapeless.check.Comparison.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What came of a check. It prints what was compared, where, and by how much it differs.
 *
 * <p>In a test one line is enough: {@code GradientCheck.gradient(f, g, x).orThrow()}, or with
 * AssertJ {@code assertThat(GradientCheck.gradient(f, g, x)).matches(CheckResult::passed)}.
 */
public final class CheckResult {

  private static final int SHOWN = 10;

  private static final String BLIND =
      "A check by numbers cannot see: errors below the tolerance, errors at other points than this"
          + " one, and which derivative is meant at a kink or a jump.";

  private final String title;
  private final double tolerance;
  private final List<Comparison> comparisons;
  private final List<String> faults;

  CheckResult(String title, double tolerance, List<Comparison> comparisons, List<String> faults) {
    this.title = title;
    this.tolerance = tolerance;
    this.comparisons = List.copyOf(comparisons);
    this.faults = List.copyOf(faults);
  }

  /**
   * Whether everything that was compared agrees, and nothing else is wrong.
   *
   * @return false also if a comparison is undecided
   */
  public boolean passed() {
    return faults.isEmpty() && comparisons.stream().allMatch(c -> c.verdict() == Verdict.AGREES);
  }

  /**
   * What was compared.
   *
   * @return the comparisons in their order, unmodifiable
   */
  public List<Comparison> comparisons() {
    return comparisons;
  }

  /**
   * What else is wrong: shapes, and arguments that were modified.
   *
   * @return a sentence for each, unmodifiable; empty if nothing is
   */
  public List<String> faults() {
    return faults;
  }

  /**
   * Does nothing if the check has passed.
   *
   * @throws AssertionError with all that {@link #toString} says, otherwise
   */
  public void orThrow() {
    if (!passed()) {
      throw new AssertionError(toString());
    }
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    long agreeing = comparisons.stream().filter(c -> c.verdict() == Verdict.AGREES).count();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s %s: %d of %d numbers agree (tolerance %.1e)",
            title,
            passed() ? "passed" : "failed",
            agreeing,
            comparisons.size(),
            tolerance));
    faults.forEach(fault -> lines.add("  " + fault));
    List<Comparison> shown =
        comparisons.stream()
            .filter(c -> c.verdict() != Verdict.AGREES)
            .sorted(
                Comparator.comparing(Comparison::verdict)
                    .thenComparing(c -> -c.relativeDifference()))
            .toList();
    shown.stream().limit(SHOWN).forEach(c -> lines.add("  " + c));
    if (shown.size() > SHOWN) {
      lines.add("  and " + (shown.size() - SHOWN) + " more");
    }
    if (shown.isEmpty()) {
      comparisons.stream()
          .max(Comparator.comparingDouble(Comparison::relativeDifference))
          .ifPresent(c -> lines.add("  the worst: " + c));
    }
    lines.add(BLIND);
    return String.join("\n", lines);
  }
}
