package dev.tapeless.samples.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of comma-separated numbers, the last of which is the class, for one file. */
final class TableReader {

  private final String name;
  private final BufferedReader lines;
  private int lineNumber;

  private TableReader(String name, BufferedReader lines) {
    this.name = name;
    this.lines = lines;
  }

  /** Reads a table whose first line gives its number of rows, of features, and the class names. */
  static Dataset withHeader(String name, BufferedReader lines) throws DataException, IOException {
    TableReader reader = new TableReader(name, lines);
    String line = reader.next();
    if (line == null) {
      throw new DataException(name + ":1: the file is empty");
    }
    String[] header = line.split(",", -1);
    if (header.length < 4) {
      throw reader.problem("the header needs the number of rows, of features, and two class names");
    }
    int rows = reader.count(header, 0);
    int features = reader.count(header, 1);
    Dataset data = reader.rows(features, header.length - 2);
    if (data.size() != rows) {
      throw reader.problem(
          "field 1 of the header promises " + rows + " rows, found " + data.size());
    }
    return data;
  }

  /** Reads a table that has no header. */
  static Dataset withoutHeader(String name, BufferedReader lines, int features, int classes)
      throws DataException, IOException {
    return new TableReader(name, lines).rows(features, classes);
  }

  private Dataset rows(int features, int classes) throws DataException, IOException {
    List<double[]> rows = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (String line = next(); line != null; line = next()) {
      String[] fields = line.split(",", -1);
      if (fields.length != features + 1) {
        throw problem("expected " + (features + 1) + " fields, found " + fields.length);
      }
      double[] row = new double[features];
      for (int i = 0; i < features; i++) {
        row[i] = number(fields, i);
      }
      rows.add(row);
      labels.add(label(fields, features, classes));
    }
    return new Dataset(
        rows.toArray(new double[0][]), labels.stream().mapToInt(Integer::intValue).toArray());
  }

  private String next() throws IOException {
    String line = lines.readLine();
    if (line != null) {
      lineNumber++;
    }
    return line;
  }

  private double number(String[] fields, int i) throws DataException {
    double number;
    try {
      number = Double.parseDouble(fields[i].strip());
    } catch (NumberFormatException e) {
      throw problem("field " + (i + 1) + " is not a number: \"" + fields[i] + "\"");
    }
    if (!Double.isFinite(number)) {
      throw problem("field " + (i + 1) + " is not a finite number: \"" + fields[i] + "\"");
    }
    return number;
  }

  private int label(String[] fields, int i, int classes) throws DataException {
    double label = number(fields, i);
    if (label != Math.rint(label) || label < 0 || label >= classes) {
      throw problem(
          "field "
              + (i + 1)
              + " is not a class from 0 to "
              + (classes - 1)
              + ": \""
              + fields[i]
              + "\"");
    }
    return (int) label;
  }

  private int count(String[] fields, int i) throws DataException {
    double count = number(fields, i);
    if (count != Math.rint(count) || count < 1 || count > 1_000_000) {
      throw problem("field " + (i + 1) + " is not a number of rows or columns: " + fields[i]);
    }
    return (int) count;
  }

  private DataException problem(String text) {
    return new DataException(name + ":" + lineNumber + ": " + text);
  }
}
