package dev.tapeless.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A static method and its generated operations, ready to be called. */
public final class Differentiated {

  private static final Pattern METHOD =
      Pattern.compile("\\bstatic\\b[^(;={}]*?\\b(\\w+)\\s*\\(([^)]*)\\)\\s*\\{");

  private static final String OWNER = "subject.Subject";

  private final String source;
  private final String name;
  private final List<String> parameters;
  private final Operations analysed;
  private final String text;
  private Operations naive;

  private Differentiated(String source, String name, List<String> parameters) {
    this.source = source;
    this.name = name;
    this.parameters = parameters;
    Compiled compiled = compiled();
    this.text = compiled.generated(OWNER + "Adjoint");
    this.analysed = operations(compiled);
  }

  /**
   * Compiles members of a class, of which the first static method is differentiated. It needs no annotation.
   *
   * <p>The text becomes the body of a class {@code subject.Subject}; further text may hold helpers and constants.
   */
  public static Differentiated differentiate(String members) {
    Matcher method = METHOD.matcher(members);
    if (!method.find()) {
      throw new IllegalArgumentException("no static method in:\n" + members);
    }
    String annotation = members.contains("@Differentiable") ? "" : "@Differentiable ";
    String body = members.substring(0, method.start()) + annotation + members.substring(method.start());
    String source =
        "package subject;\nimport dev.tapeless.*;\nfinal class Subject {\n" + body + "\n}\n";
    List<String> parameters =
        method.group(2).isBlank() ? List.of() : List.of(method.group(2).split(","));
    return new Differentiated(source, method.group(1), parameters);
  }

  private Compiled compiled(String... options) {
    Javac javac = Javac.plain().with("-Xlint:all").with(options);
    return javac.compile(source).succeeds().hasCleanGeneratedCode();
  }

  private Operations operations(Compiled compiled) {
    return new Operations(compiled.load(OWNER), compiled.load(OWNER + "Adjoint"), name, active());
  }

  private List<Boolean> active() {
    List<Boolean> active = new ArrayList<>();
    for (String parameter : parameters) {
      active.add(!parameter.contains("@Constant") && parameter.matches("(?s).*\\b(double|float)\\b.*"));
    }
    return active;
  }

  /** The point at which the derivative is looked at: one argument for each parameter. */
  public Point at(Object... arguments) {
    return new Point(this, arguments);
  }

  /** The generated source. */
  public String generated() {
    return text;
  }

  /** The operations as users get them. */
  Operations analysed() {
    return analysed;
  }

  /** The operations with all analyses off. */
  Operations naive() {
    if (naive == null) {
      naive = operations(compiled("-Atapeless.naive=true"));
    }
    return naive;
  }

  /** Whether {@code float} is computed with, so that less is to be expected. */
  boolean usesFloat() {
    return source.matches("(?s).*\\bfloat\\b.*");
  }

  /** What a failure shows. */
  String describe() {
    return source + "\n" + generated();
  }
}
