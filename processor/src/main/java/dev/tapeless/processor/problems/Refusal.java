package dev.tapeless.processor.problems;

import java.util.List;

/** Ends the processing of a method that cannot be differentiated. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  /** A refusal for the reasons given, of which there is at least one. */
  public Refusal(List<Finding> findings) {
    super(findings.get(0).problem().message());
    this.findings = List.copyOf(findings);
  }

  /** All reasons, in source order. */
  public List<Finding> findings() {
    return findings;
  }
}
