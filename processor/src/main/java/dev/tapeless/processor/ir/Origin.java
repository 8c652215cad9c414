package dev.tapeless.processor.ir;

/**
 * Where a node stands in the user's source.
 *
 * @param id the key under which the frontend keeps the tree; negative for nodes without a tree
 * @param text the source text of the statement or expression on one line, for comments
 */
public record Origin(int id, String text) {

  /** The origin of what no source text stands for. */
  public static final Origin NONE = new Origin(-1, "");

  /** The origin of the body of a function that has no source: it is that of the call. */
  public static final Origin CALL = new Origin(-2, "");
}
