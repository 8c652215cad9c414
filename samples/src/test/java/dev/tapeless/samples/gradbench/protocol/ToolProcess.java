package dev.tapeless.samples.gradbench.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tool as a process, from the class path of this one. */
record ToolProcess(Process process, OutputStream in, BufferedReader out) implements AutoCloseable {

  /** Starts one with so much memory. */
  static ToolProcess start(String heap) throws IOException {
    return start(
        "-Xmx" + heap,
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.tapeless.samples.gradbench.GradBenchMain");
  }

  /** Starts one with these arguments of {@code java}. */
  static ToolProcess start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(java).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.command().addAll(List.of(arguments));
    Process process = builder.start();
    return new ToolProcess(
        process, process.getOutputStream(), process.inputReader(StandardCharsets.UTF_8));
  }

  /** Sends a message, and returns the answer. */
  String ask(String message) throws IOException {
    in.write((message.strip() + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
    return out.readLine();
  }

  /** The times of one name in an answer, in nanoseconds. */
  static long[] times(Map<String, Json> answer, String name) {
    return ((Json.Items) answer.get("timings"))
        .values().stream()
            .map(timing -> ((Json.Fields) timing).values())
            .filter(timing -> timing.get("name").equals(new Json.Text(name)))
            .mapToLong(timing -> (long) Input.real("nanoseconds", timing.get("nanoseconds")))
            .toArray();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
