package dev.tapeless.processor.ir;

/**
 * A class that the user declares within a method and that needs nothing of the method: the
 * generated class has it as a class of its own.
 *
 * @param name by which types know it; it ends in the simple name
 * @param text the declaration, without operands
 */
public record LocalClass(String name, Snippet text) {

  /** The simple name. */
  public String simpleName() {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
