package dev.tapeless.samples.logistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogisticRegressionMainTest {

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theTumoursAreToldApart() throws IOException {
    assertThat(run()).isZero();
    assertThat(text(err)).isEmpty();
    assertThat(text(out))
        .startsWith("426 rows to learn from, 143 held out, 30 features")
        .contains("LogisticRegressionAdjoint.java");
    assertThat(found("held-out rows +([0-9.]+)")).isGreaterThan(0.96);
    assertThat(found("at the start ([0-9.e+-]+)")).isLessThan(1e-9);
    assertThat(found("at the end ([0-9.e+-]+)")).isLessThan(1e-9);
    assertThat(ImageIO.read(folder.resolve("logistic-regression.png").toFile()).getWidth())
        .isEqualTo(900);
  }

  @Test
  void theGradientVanishesInTheEnd() {
    run();
    String[] table = text(out).split("held-out")[0].split("\\R");
    String[] last = table[table.length - 2].strip().split(" +");
    assertThat(Double.parseDouble(last[2])).isLessThan(1e-6);
  }

  @Test
  void badInputEndsWithOneLine() throws IOException {
    Path file = folder.resolve("bad.csv");
    Files.writeString(file, "2,2,no,yes\n1,2,0\n1,oops,1\n");
    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(text(out)).isEmpty();
    assertThat(text(err))
        .isEqualTo(file + ":3: field 2 is not a number: \"oops\"" + System.lineSeparator());
  }

  @Test
  void aMissingFileEndsWithOneLine() {
    Path file = folder.resolve("missing.csv");
    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(text(err)).isEqualTo(file + ": no such file" + System.lineSeparator());
  }

  @Test
  void tooFewRowsAreRefused() throws IOException {
    Path file = folder.resolve("few.csv");
    Files.writeString(file, "2,1,no,yes\n1,0\n2,1\n");
    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(text(err)).isEqualTo(file + ":3: at least 8 rows needed" + System.lineSeparator());
  }

  private int run(String... args) {
    return LogisticRegressionMain.run(
        args, new BuildFolder(folder), new PrintStream(out, true), new PrintStream(err, true));
  }

  private double found(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text(out));
    assertThat(matcher.find()).as(pattern + " in " + text(out)).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
