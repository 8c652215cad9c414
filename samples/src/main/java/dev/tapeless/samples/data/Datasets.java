package dev.tapeless.samples.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The data that the samples learn from. */
public final class Datasets {

  private static final int DIGIT_PIXELS = 64;
  private static final int DIGITS = 10;

  private Datasets() {}

  /**
   * The Wisconsin diagnostic breast cancer data: 30 features; class 0 is malignant, 1 is benign.
   *
   * @return 569 rows
   */
  public static Dataset breastCancer() {
    String name = "breast_cancer.csv";
    try (BufferedReader lines = text(resource(name))) {
      return TableReader.withHeader(name, lines);
    } catch (DataException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Handwritten digits: 64 pixels with values from 0 to 16; the class is the digit.
   *
   * @return 1797 rows
   */
  public static Dataset digits() {
    String name = "digits.csv.gz";
    try (BufferedReader lines = text(new GZIPInputStream(resource(name)))) {
      return TableReader.withoutHeader(name, lines, DIGIT_PIXELS, DIGITS);
    } catch (DataException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file in the format of the breast cancer data.
   *
   * @param file a text file in UTF-8
   * @return its rows
   * @throws DataException if the file cannot be read, or something in it is wrong
   */
  public static Dataset read(Path file) throws DataException {
    if (!Files.isRegularFile(file)) {
      throw new DataException(file + ": no such file");
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return TableReader.withHeader(file.toString(), lines);
    } catch (IOException e) {
      throw new DataException(file + ": cannot be read as text: " + e.getMessage());
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream stream = Datasets.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IOException("resource " + name + " is missing");
    }
    return stream;
  }

  private static BufferedReader text(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }
}
