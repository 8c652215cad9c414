package dev.tapeless.samples.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetsTest {

  @TempDir private Path folder;

  @Test
  void theBreastCancerDataAreComplete() {
    Dataset data = Datasets.breastCancer();
    assertThat(data.size()).isEqualTo(569);
    assertThat(data.features()).hasDimensions(569, 30);
    assertThat(data.labels()).containsOnly(0, 1);
    assertThat(data.features()[0][0]).isEqualTo(17.99);
  }

  @Test
  void theDigitsAreComplete() {
    Dataset data = Datasets.digits();
    assertThat(data.size()).isEqualTo(1797);
    assertThat(data.features()).hasDimensions(1797, 64);
    assertThat(data.labels()).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aSelectionKeepsRowsAndLabelsTogether() {
    Dataset data = new Dataset(new double[][] {{1}, {2}, {3}}, new int[] {0, 1, 0});
    Dataset odd = data.select(i -> i % 2 == 1);
    assertThat(odd.features()).isDeepEqualTo(new double[][] {{2}});
    assertThat(odd.labels()).containsExactly(1);
  }

  @Test
  void aGoodFileIsRead() throws IOException, DataException {
    Dataset data = Datasets.read(file("2,2,no,yes\n1, 2.5,0\n-3e2,4,1\n"));
    assertThat(data.features()).isDeepEqualTo(new double[][] {{1, 2.5}, {-300, 4}});
    assertThat(data.labels()).containsExactly(0, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,2,no,yes;1,2,0;3,4             | :3: expected 3 fields, found 2",
        "2,2,no,yes;1,2,0;3,4,1,9         | :3: expected 3 fields, found 4",
        "2,2,no,yes;1,x1,0;3,4,1          | :2: field 2 is not a number: \"x1\"",
        "2,2,no,yes;1,,0;3,4,1            | :2: field 2 is not a number: \"\"",
        "2,2,no,yes;NaN,2,0;3,4,1         | :2: field 1 is not a finite number: \"NaN\"",
        "2,2,no,yes;1,2,0;3,4,2           | :3: field 3 is not a class from 0 to 1: \"2\"",
        "2,2,no,yes;1,2,0;3,4,0.5         | :3: field 3 is not a class from 0 to 1: \"0.5\"",
        "3,2,no,yes;1,2,0;3,4,1           | :3: field 1 of the header promises 3 rows, found 2",
        "2,x,no,yes;1,2,0                 | :1: field 2 is not a number: \"x\"",
        "2,0.5,no,yes;1,2,0               | :1: field 2 is not a number of rows or columns: 0.5",
        "1,2,3                            | :1: the header needs the number of rows, of features,"
            + " and two class names"
      })
  void whatIsWrongIsSaidWithFileLineAndField(String content, String message) throws IOException {
    Path file = file(content.replace(';', '\n') + "\n");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Datasets.read(file))
        .withMessage(file + message);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    Path file = file("");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Datasets.read(file))
        .withMessage(file + ":1: the file is empty");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Path file = folder.resolve("binary");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Datasets.read(file))
        .withMessageStartingWith(file + ": cannot be read as text");
  }

  @Test
  void aMissingFileIsRefused() {
    Path file = folder.resolve("missing.csv");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Datasets.read(file))
        .withMessage(file + ": no such file");
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), content, StandardCharsets.UTF_8);
  }
}
