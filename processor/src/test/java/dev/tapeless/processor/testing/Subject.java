package dev.tapeless.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The source of a method to differentiate.
 *
 * @param source the text of the file
 * @param owner the binary name of the class that holds the method
 * @param method its name
 * @param parameters the declarations of its parameters
 */
record Subject(String source, String owner, String method, List<String> parameters) {

  private static final Pattern METHOD =
      Pattern.compile(
          "(?:\\bstatic\\b|@Differentiable\\b)[^(;={}]*?\\b(\\w+)\\s*\\(([^)]*)\\)\\s*(?:throws [^;{]*)?\\{");

  private static final Pattern CONSTANT = Pattern.compile("@([\\w.]+\\.)?Constant\\b");

  private static final Pattern ACTIVE = Pattern.compile("\\b(double|float)\\b");

  Subject {
    parameters = List.copyOf(parameters);
  }

  /**
   * The first static method among {@code members} of a class {@code Subject}; it needs no
   * annotation.
   */
  static Subject ofMembers(String packageName, String members) {
    Matcher method = first(members);
    String annotation = members.contains("@Differentiable") ? "" : annotation(method, members);
    String body =
        members.substring(0, method.start()) + annotation + members.substring(method.start());
    String source =
        "package "
            + packageName
            + ";\nimport dev.tapeless.*;\nfinal class Subject {\n"
            + body
            + "\n}\n";
    return of(source, packageName + ".Subject", method);
  }

  /** Second derivatives too, of what returns one number and has no custom derivative. */
  private static String annotation(Matcher method, String members) {
    boolean isNumber = method.group().matches("(?s).*\\b(double|float)\\s+\\w+\\s*\\([^)]*\\).*");
    boolean isCustom = members.matches("(?s).*@(Vjp|Jvp|UseDerivatives)\\b.*");
    return isNumber && !isCustom ? "@Differentiable(order = 2) " : "@Differentiable ";
  }

  /** The first static or annotated method of a whole file. */
  static Subject ofFile(String owner, String source) {
    return of(source, owner, first(source));
  }

  private static Subject of(String source, String owner, Matcher method) {
    String parameters = method.group(2);
    return new Subject(
        source,
        owner,
        method.group(1),
        parameters.isBlank() ? List.of() : List.of(parameters.split(",")));
  }

  private static Matcher first(String text) {
    Matcher method = METHOD.matcher(text);
    if (!method.find()) {
      throw new IllegalArgumentException("no static method in:\n" + text);
    }
    return method;
  }

  /** The name of the class that is generated. */
  String generated() {
    return owner.replace('$', '_') + "Adjoint";
  }

  /** For each parameter whether the result is differentiated by it. */
  List<Boolean> active() {
    List<Boolean> active = new ArrayList<>();
    for (String parameter : parameters) {
      boolean isActive = ACTIVE.matcher(parameter).find() || isActiveRecord(parameter.strip());
      active.add(!CONSTANT.matcher(parameter).find() && isActive);
    }
    return active;
  }

  /** Whether {@code declaration} declares something of a record that holds real numbers. */
  private boolean isActiveRecord(String declaration) {
    Matcher record = Pattern.compile("\\brecord (\\w+)\\(([^)]*)\\)").matcher(source);
    while (record.find()) {
      if (declaration.matches("(.*\\s)?" + record.group(1) + "\\s+\\w+")) {
        return ACTIVE.matcher(record.group(2)).find()
            || List.of(record.group(2).split(",")).stream()
                .anyMatch(c -> isActiveRecord(c.strip()));
      }
    }
    return false;
  }

  /** Whether second derivatives are asked for. */
  boolean isOfOrderTwo() {
    return Pattern.compile("order = 2\\)[^;{}]*\\b" + method + "\\s*\\(").matcher(source).find();
  }

  /** Whether {@code float} is computed with, so that less is to be expected. */
  boolean usesFloat() {
    return source.matches("(?s).*\\bfloat\\b.*");
  }

  /** The operations that a compilation of this source offers. */
  Operations operations(Compiled compiled) {
    return new Operations(compiled.load(owner), compiled.load(generated()), method, active());
  }
}
