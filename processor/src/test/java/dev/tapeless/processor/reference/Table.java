package dev.tapeless.processor.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** The derivatives of one function at its points, as a resource: a line for each point. */
final class Table {

  /** The number of points for each function and type. */
  static final int POINTS = 200;

  private Table() {}

  /** The rows that are stored. */
  static List<Row> read(Function function, boolean ofFloats) {
    return read(function.name() + suffix(ofFloats), function.arity(), function.arity());
  }

  private static String suffix(boolean ofFloats) {
    return ofFloats ? ".float.txt" : ".double.txt";
  }

  /** The rows of a file with so many numbers for each point. */
  static List<Row> read(String name, int arity, int numbers) {
    try (Stream<String> lines = Files.lines(file(name))) {
      return lines.map(line -> Row.parse(line, arity, numbers)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("write it with -Dgoldens=write", e);
    }
  }

  /** Computes the rows and stores them. */
  static void write(Function function, boolean ofFloats) {
    write(function.name() + suffix(ofFloats), rows(function, ofFloats));
  }

  /** Stores rows as a file of that name. */
  static void write(String name, List<Row> rows) {
    try {
      Path file = file(name);
      Files.createDirectories(file.getParent());
      Files.write(file, rows.stream().map(Row::text).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Among the sources, whether the tests run in the project's folder or in that of the module. */
  private static Path file(String name) {
    Path here = Path.of("").toAbsolutePath();
    Path module = Files.isDirectory(here.resolve("processor")) ? here.resolve("processor") : here;
    return module
        .resolve("src/test/resources")
        .resolve(Table.class.getPackageName().replace('.', '/'))
        .resolve(name);
  }

  /** The rows as the formulas say. */
  static List<Row> rows(Function function, boolean ofFloats) {
    List<Row> rows = new ArrayList<>();
    function.special().stream().filter(r -> fits(r.point(), ofFloats)).forEach(rows::add);
    function.points().stream()
        .filter(p -> fits(p, ofFloats))
        .forEach(p -> rows.add(exact(function, p)));
    Random random = new Random(function.name().hashCode() + (ofFloats ? 1L : 0L));
    for (int i = 0; rows.size() < POINTS; i++) {
      List<Range> box = function.boxes().get(i % function.boxes().size());
      double[] point = box.stream().mapToDouble(r -> r.draw(random)).toArray();
      if (ofFloats) {
        Arrays.setAll(point, k -> (float) point[k]);
      }
      // What is too small or too large for a float is drawn again.
      if (Arrays.stream(point).allMatch(x -> x != 0 && Double.isFinite(x))) {
        exactly(function, point).ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static boolean fits(double[] point, boolean ofFloats) {
    return !ofFloats || Arrays.stream(point).allMatch(x -> Double.compare((float) x, x) == 0);
  }

  /** None at a pole, onto which the rounding to a float may have moved the point. */
  private static Optional<Row> exactly(Function function, double... point) {
    try {
      return Optional.of(exact(function, point));
    } catch (ArithmeticException pole) {
      return Optional.empty();
    }
  }

  private static Row exact(Function function, double[] point) {
    BigDecimal[] x = Arrays.stream(point).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new);
    return new Row(
        point, function.partials().stream().map(partial -> (Number) partial.at(x)).toList());
  }
}
