package dev.tapeless.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SupportedFunctionsTest {

  @Test
  void thePageSaysWhatTheRulesSay() throws IOException {
    Path page = root().resolve("docs/supported-functions.md");
    if (System.getProperty("goldens", "").equals("write")) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, SupportedFunctions.page());
    }
    assertThat(page).as("rewrite it with -Dgoldens=write").exists();
    String written = Files.readString(page).replace("\r\n", "\n");
    assertThat(written)
        .as("stale: rewrite it with -Dgoldens=write and read the difference")
        .isEqualTo(SupportedFunctions.page());
  }

  /** The project's folder, whether the tests run there or in that of the module. */
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("processor")) ? here : here.getParent();
  }
}
