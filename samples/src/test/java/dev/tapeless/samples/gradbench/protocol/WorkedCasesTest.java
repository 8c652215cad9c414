package dev.tapeless.samples.gradbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapeless.samples.gradbench.evals.Evals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tool answers what another tool answered. */
class WorkedCasesTest {

  static List<WorkedCase> cases() {
    return WorkedCase.all();
  }

  @Test
  void theListForThePublicIsThatOfAllProblems() throws IOException {
    assertThat(Files.readAllLines(Path.of("gradbench", "evals.txt")))
        .isSorted()
        .isEqualTo(WorkedCase.MODULES)
        .isEqualTo(Evals.all().stream().map(Eval::name).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAnswerIsThatOfAnotherTool(WorkedCase worked) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] message = worked.message(7).getBytes(StandardCharsets.UTF_8);
    new Tool("tapeless", Evals.all()).run(new ByteArrayInputStream(message), out);
    Map<String, Json> answer = WorkedCase.read(out.toString(StandardCharsets.UTF_8));
    assertThat(answer).containsEntry("success", Json.of(true)).containsEntry("id", Json.of(7));
    new Agreement(1e-12).check(worked.toString(), answer.get("output"), worked.output());
  }
}
