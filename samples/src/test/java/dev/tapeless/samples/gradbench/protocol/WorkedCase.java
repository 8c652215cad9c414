package dev.tapeless.samples.gradbench.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An input of a function, and what another tool answered. */
record WorkedCase(String module, String function, Json input, Json output) {

  static final List<String> MODULES =
      List.of(
          "ba",
          "det",
          "gmm",
          "hello",
          "ht",
          "kmeans",
          "llsq",
          "lse",
          "lstm",
          "ode",
          "particle",
          "saddle");

  static List<WorkedCase> all() {
    List<WorkedCase> cases = new ArrayList<>();
    for (String module : MODULES) {
      text(module)
          .lines()
          .map(WorkedCase::read)
          .map(
              c ->
                  new WorkedCase(
                      module,
                      ((Json.Text) c.get("function")).value(),
                      c.get("input"),
                      c.get("output")))
          .forEach(cases::add);
    }
    return cases;
  }

  private static String text(String module) {
    try (InputStream in = WorkedCase.class.getResourceAsStream(module + ".jsonl")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields of a line. */
  static Map<String, Json> read(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    Map<String, Json> fields = new LinkedHashMap<>();
    JsonReader.read(new Line(bytes, bytes.length), fields);
    return fields;
  }

  /** The message that asks for it. */
  String message(int id) {
    Map<String, Json> fields = new LinkedHashMap<>();
    fields.put("id", Json.of(id));
    fields.put("kind", new Json.Text("evaluate"));
    fields.put("module", new Json.Text(module));
    fields.put("function", new Json.Text(function));
    fields.put("input", input);
    return line(new Json.Fields(fields));
  }

  /** A value as a line. */
  static String line(Json value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonWriter.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return module + " " + function;
  }
}
