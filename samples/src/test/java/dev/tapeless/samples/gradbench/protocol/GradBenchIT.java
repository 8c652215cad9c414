package dev.tapeless.samples.gradbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The jar, as a process that gets a message, answers it, and gets the next. */
class GradBenchIT {

  private ToolProcess tool;

  @BeforeEach
  void start() throws IOException {
    tool = ToolProcess.start("-Xmx1g", "-jar", "target/gradbench.jar");
  }

  @AfterEach
  void itEndsWithItsInput() throws Exception {
    tool.close();
    assertThat(tool.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(tool.process().exitValue()).isZero();
    assertThat(tool.out().readLine()).isNull();
  }

  private String ask(String message) throws IOException {
    return tool.ask(message);
  }

  static List<String> modules() {
    return WorkedCase.MODULES;
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aSessionGivesTheAnswersOfAnotherTool(String module) throws IOException {
    assertThat(ask("{\"id\": 0, \"kind\": \"start\", \"eval\": \"" + module + "\"}"))
        .isEqualTo("{\"id\":0,\"tool\":\"tapeless\"}");
    assertThat(ask("{\"id\": 1, \"kind\": \"define\", \"module\": \"" + module + "\"}"))
        .isEqualTo("{\"id\":1,\"success\":true}");
    List<WorkedCase> cases =
        WorkedCase.all().stream().filter(c -> c.module().equals(module)).toList();
    assertThat(cases).isNotEmpty();
    for (int i = 0; i < cases.size(); i++) {
      int id = 2 * i + 2;
      WorkedCase worked = cases.get(i);
      Map<String, Json> answer = WorkedCase.read(ask(worked.message(id)));
      assertThat(answer.keySet()).containsExactly("id", "success", "output", "timings");
      assertThat(answer.get("id")).isEqualTo(Json.of(id));
      new Agreement(1e-12).check(worked.toString(), answer.get("output"), worked.output());
      String analysis = "{\"id\": %d, \"kind\": \"analysis\", \"of\": %d, \"valid\": true}";
      assertThat(ask(analysis.formatted(id + 1, id))).isEqualTo("{\"id\":" + (id + 1) + "}");
    }
  }

  @Test
  void integersHaveNoFraction() throws IOException {
    String jacobian =
        WorkedCase.all().stream()
            .filter(c -> c.toString().equals("ba jacobian"))
            .map(c -> c.message(1))
            .findFirst()
            .orElseThrow();
    assertThat(ask(jacobian))
        .contains("\"rows\":[0,15,30,")
        .contains("\"cols\":[0,1,2,3,")
        .containsPattern("\"name\":\"evaluate\",\"nanoseconds\":[0-9]+}");
  }

  @Test
  void itRunsOftenAndLongEnough() throws IOException {
    String answer =
        ask(
            """
            {"id": 9007199254740993, "kind": "evaluate", "module": "llsq", "function": "gradient",
             "input": {"x": [1, 2], "n": 4, "min_runs": 3, "min_seconds": 0.05}}"""
                .replace("\n", ""));
    assertThat(answer).startsWith("{\"id\":9007199254740993,");
    long[] runs = times(answer, "evaluate");
    assertThat(runs).hasSizeGreaterThan(3);
    assertThat(Arrays.stream(runs).sum()).isGreaterThanOrEqualTo(50_000_000);
    assertThat(times(answer, "warmup")).hasSize(1);
    assertThat(times(answer, "warmup")[0]).isGreaterThanOrEqualTo(50_000_000);
    String once = answer(2, "llsq", "primal", "{\"x\": [1], \"n\": 3, \"min_runs\": 5}");
    assertThat(times(once, "evaluate")).hasSize(5);
  }

  @Test
  void aLineMayHaveAMillionNumbers() throws IOException {
    int n = 1_000_000;
    StringBuilder numbers = new StringBuilder("0");
    for (int i = 1; i < n; i++) {
      // Integers, decimals and powers of ten.
      numbers.append(i % 3 == 0 ? ", -1" : i % 3 == 1 ? ", 0.25" : ", 25E-2");
    }
    Map<String, Json> answer =
        WorkedCase.read(answer(1, "lse", "primal", "{\"x\": [" + numbers + "]}"));
    double expected = Math.log(1 + 333_333 * Math.exp(-1) + 666_666 * Math.exp(0.25));
    new Agreement(1e-12).check("a million", answer.get("output"), new Json.Real(expected));
  }

  private static long[] times(String answer, String name) {
    return ToolProcess.times(WorkedCase.read(answer), name);
  }

  private String answer(int id, String module, String function, String input) throws IOException {
    return ask(
        "{\"id\": %d, \"kind\": \"evaluate\", \"module\": \"%s\", \"function\": \"%s\", \"input\": %s}"
            .formatted(id, module, function, input));
  }

  @Test
  void whatIsWrongIsAnErrorAndNotTheEnd() throws IOException {
    assertThat(ask("no JSON")).startsWith("{\"id\":null,\"success\":false,\"error\":\"not JSON: ");
    assertThat(ask("[1]")).contains("\"error\":\"a message is an object\"");
    assertThat(ask("{\"id\": 3, \"kind\": \"eval")).startsWith("{\"id\":3,\"success\":false,");
    assertThat(ask("{\"id\": 3} {}")).contains("\"error\":\"something follows the message\"");
    assertThat(ask("{\"id\": 3, \"id\": 4}")).contains("\"error\":\"two fields id\"");
    assertThat(ask("{\"kind\": \"start\"}")).contains("\"error\":\"the message has no field id\"");
    assertThat(ask("{\"id\": 4, \"kind\": 5}")).contains("\"error\":\"kind is not a text\"");
    assertThat(ask("{\"id\": 5, \"kind\": \"define\", \"module\": \"fft\"}"))
        .isEqualTo("{\"id\":5,\"success\":false,\"error\":\"no module is called fft\"}");
    assertError("no module is called fft", "fft", "primal", "1");
    assertError("no function of hello is called cube", "hello", "cube", "1");
    assertError("the result is not finite: it has Infinity", "hello", "square", "1e300");
    assertThat(answer(6, "hello", "double", "1e300")).contains("\"output\":2.0E300");
    assertThat(ask("{\"id\": 7, \"kind\": \"news\", \"of\": [1, \"a\", {}]}"))
        .isEqualTo("{\"id\":7}");
  }

  @Test
  void wrongShapesAreNamed() throws IOException {
    assertError("input is not an object", "lse", "primal", "3");
    assertError("input is not a number", "hello", "square", "[3]");
    assertError("input has no field x", "lse", "primal", "{}");
    assertError("x is empty", "lse", "primal", "{\"x\": []}");
    assertError("x is not an array of numbers", "lse", "primal", "{\"x\": [1, null]}");
    assertError("a number is too large: 1e999", "lse", "primal", "{\"x\": [1e999]}");
    assertError("A has 3 numbers, but needs 4", "det", "primal", "{\"A\": [1, 2, 3], \"ell\": 2}");
    assertError("ell is not an integer from 1: 1.5", "det", "primal", "{\"A\": [1], \"ell\": 1.5}");
    assertError(
        "centroids[0] has 1 numbers, but needs 2",
        "kmeans",
        "dir",
        "{\"points\": [[1, 2]], \"centroids\": [[1]]}");
    assertError(
        "min_runs is not an integer from 1: 0.0",
        "ode",
        "primal",
        "{\"x\": [1], \"s\": 1, \"min_runs\": 0}");
    assertError(
        "min_seconds is negative: -1.0",
        "ode",
        "primal",
        "{\"x\": [1], \"s\": 1, \"min_seconds\": -1}");
    assertError(
        "the result is not finite: it has NaN",
        "kmeans",
        "dir",
        "{\"points\": [[1, 2]], \"centroids\": [[1, 2], [5, 6]]}");
  }

  private void assertError(String error, String module, String function, String input)
      throws IOException {
    assertThat(answer(8, module, function, input))
        .isEqualTo("{\"id\":8,\"success\":false,\"error\":\"" + error + "\"}");
  }

  @Test
  void aMillionNumbersOnALineAreRead() throws IOException {
    String numbers =
        IntStream.range(0, 1_000_000)
            .mapToObj(i -> Double.toString(Math.sin(i)))
            .collect(Collectors.joining(", ", "{\"x\": [", "]}"));
    String answer = answer(1, "lse", "primal", numbers);
    Json output = WorkedCase.read(answer).get("output");
    // The mean of exp(sin) over a period is I0(1), a value of a Bessel function.
    assertThat(Input.real("output", output))
        .isBetween(Math.log(1e6 * 1.26606) - 1e-5, Math.log(1e6 * 1.26607) + 1e-5);
  }
}
