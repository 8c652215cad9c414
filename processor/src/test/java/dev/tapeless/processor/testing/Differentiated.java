package dev.tapeless.processor.testing;

import java.util.Map;
import java.util.function.Supplier;

/** A static method and its generated operations, ready to be called. */
public final class Differentiated {

  private final Subject subject;
  private final Supplier<Compiled> naiveCompilation;
  private final Compiled compiled;
  private final Operations analysed;
  private final String text;
  private Operations naive;

  Differentiated(Subject subject, Compiled compiled, Supplier<Compiled> naiveCompilation) {
    this.subject = subject;
    this.naiveCompilation = naiveCompilation;
    this.compiled = compiled;
    this.text = compiled.generated(subject.generated());
    this.analysed = subject.operations(compiled);
  }

  /**
   * Compiles members of a class, of which the first static method is differentiated. It needs no
   * annotation.
   *
   * <p>The text becomes the body of a class {@code subject.Subject}; further text may hold helpers
   * and constants.
   */
  public static Differentiated differentiate(String members) {
    return alone(Subject.ofMembers("subject", members));
  }

  /**
   * Compiles a whole file, of which the first static method is differentiated.
   *
   * @param owner the binary name of the class that holds the method
   */
  public static Differentiated differentiate(String owner, String source) {
    return alone(Subject.ofFile(owner, source));
  }

  /** Compiles a subject by itself. */
  static Differentiated alone(Subject subject) {
    return new Differentiated(subject, analysed(subject.source()), () -> naive(subject.source()));
  }

  /** Compiles sources as users do. */
  static Compiled analysed(String... sources) {
    return compiled(Javac.plain(), sources);
  }

  /** Compiles sources with all analyses off. */
  static Compiled naive(String... sources) {
    return compiled(Javac.plain().with("-Atapeless.naive=true"), sources);
  }

  private static Compiled compiled(Javac javac, String... sources) {
    return javac.with("-Xlint:all").compile(sources).succeeds().hasCleanGeneratedCode();
  }

  /** The point at which the derivative is looked at: one argument for each parameter. */
  public Point at(Object... arguments) {
    return new Point(this, arguments);
  }

  /** A record that the subject's class declares. */
  public Object make(String record, Object... components) {
    return analysed.make(record, components);
  }

  /** An object of the subject's class, a record. */
  public Object self(Object... components) {
    return Components.make(analysed.owner(), components);
  }

  /** The generated source. */
  public String generated() {
    return text;
  }

  /** The bytes of bytecode of each generated method, by name and descriptor. */
  public Map<String, Integer> codeLengths() {
    return compiled.codeLengths(subject.generated());
  }

  /** The operations as users get them. */
  Operations analysed() {
    return analysed;
  }

  /** The operations with all analyses off. */
  Operations naive() {
    if (naive == null) {
      naive = subject.operations(naiveCompilation.get());
    }
    return naive;
  }

  /** Whether second derivatives are asked for. */
  boolean isOfOrderTwo() {
    return subject.isOfOrderTwo();
  }

  /** Whether {@code float} is computed with, so that less is to be expected. */
  boolean usesFloat() {
    return subject.usesFloat();
  }

  /** What a failure shows. */
  String describe() {
    return subject.source() + "\n" + generated();
  }
}
