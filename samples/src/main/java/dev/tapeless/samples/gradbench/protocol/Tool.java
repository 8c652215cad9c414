package dev.tapeless.samples.gradbench.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers messages until there are no more. */
public final class Tool {

  private final String name;
  private final List<Eval> evals;

  /**
   * A tool.
   *
   * @param name how it calls itself
   * @param evals the problems that it solves
   */
  public Tool(String name, List<Eval> evals) {
    this.name = name;
    this.evals = List.copyOf(evals);
  }

  /** Answers each line of {@code in} by one of {@code out}, at once. */
  public void run(InputStream in, OutputStream out) throws IOException {
    Lines lines = new Lines(in);
    for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      if (!line.get().isBlank()) {
        JsonWriter.write(answer(line.get()), out);
      }
    }
  }

  private Json answer(Line line) {
    Map<String, Json> fields = new LinkedHashMap<>();
    Map<String, Json> answer = new LinkedHashMap<>();
    try {
      JsonReader.read(line, fields);
      answer.put("id", id(fields));
      answer.putAll(answer(new Input("the message", fields)));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      answer.put("id", id(fields));
      answer.put("success", Json.of(false));
      answer.put("error", new Json.Text(text(e)));
    }
    return new Json.Fields(answer);
  }

  private static Json id(Map<String, Json> fields) {
    return fields.getOrDefault("id", new Json.Word("null"));
  }

  private static String text(Throwable e) {
    return e instanceof MalformedException || e instanceof ArithmeticException
        ? e.getMessage()
        : e.toString();
  }

  private Map<String, Json> answer(Input message) {
    message.get("id");
    switch (message.text("kind")) {
      case "start":
        return Map.of("tool", new Json.Text(name));
      case "define":
        return define(message.text("module"));
      case "evaluate":
        return evaluate(message);
      default:
        return Map.of();
    }
  }

  private Map<String, Json> define(String module) {
    if (find(module).isPresent()) {
      return Map.of("success", Json.of(true));
    }
    throw unknown("module", module);
  }

  private Map<String, Json> evaluate(Input message) {
    String module = message.text("module");
    String function = message.text("function");
    Eval eval = find(module).orElseThrow(() -> unknown("module", module));
    Function<Json, Task<?>> maker = eval.functions().get(function);
    if (maker == null) {
      throw unknown("function of " + module, function);
    }
    Json input = message.get("input");
    long start = System.nanoTime();
    Task<?> task = maker.apply(input);
    long prepared = System.nanoTime() - start;
    int runs = 1;
    double seconds = 0;
    if (input instanceof Json.Fields) {
      Input limits = Input.of(input);
      runs = limits.find("min_runs").isPresent() ? limits.integer("min_runs", 1) : 1;
      seconds = limits.number("min_seconds", 0);
      if (seconds < 0) {
        throw new MalformedException("min_seconds is negative: " + seconds);
      }
    }
    Timed timed = Timed.of(task, prepared, runs, seconds);
    Map<String, Json> answer = new LinkedHashMap<>();
    answer.put("success", Json.of(true));
    answer.put("output", timed.output());
    answer.put("timings", timed.timings());
    return answer;
  }

  private static MalformedException unknown(String what, String name) {
    return new MalformedException("no " + what + " is called " + name);
  }

  private Optional<Eval> find(String module) {
    return evals.stream().filter(eval -> eval.name().equals(module)).findFirst();
  }
}
