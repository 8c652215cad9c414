package dev.tapeless.samples.gradbench.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an object, each demanded with its shape. What is missing or has another shape is an
 * error that names it.
 */
public final class Input {

  private final String name;
  private final Map<String, Json> fields;

  Input(String name, Map<String, Json> fields) {
    this.name = name;
    this.fields = fields;
  }

  /** The input of a function that gets an object. */
  static Input of(Json input) {
    return fieldsOf("input", input);
  }

  private static Input fieldsOf(String name, Json value) {
    if (value instanceof Json.Fields fields) {
      return new Input(name, fields.values());
    }
    throw new MalformedException(name + " is not an object");
  }

  /** A field that is an object. */
  public Input fields(String field) {
    return fieldsOf(field, get(field));
  }

  /** A field that is text. */
  public String text(String field) {
    if (get(field) instanceof Json.Text text) {
      return text.value();
    }
    throw new MalformedException(field + " is not a text");
  }

  /** A field that is a number. */
  public double number(String field) {
    return real(field, get(field));
  }

  /** A field that may be missing, and otherwise is a number. */
  double number(String field, double otherwise) {
    return find(field).map(value -> real(field, value)).orElse(otherwise);
  }

  /** A number. */
  static double real(String name, Json value) {
    double number;
    if (value instanceof Json.Real real) {
      number = real.value();
    } else if (value instanceof Json.Whole whole) {
      number = Double.parseDouble(whole.digits());
    } else {
      throw new MalformedException(name + " is not a number");
    }
    if (!Double.isFinite(number)) {
      throw new MalformedException(name + " is too large");
    }
    return number;
  }

  /** A field that is an integer from {@code least}. */
  public int integer(String field, int least) {
    double number = number(field);
    if (number != Math.rint(number) || number < least || number > Integer.MAX_VALUE) {
      throw new MalformedException(field + " is not an integer from " + least + ": " + number);
    }
    return (int) number;
  }

  /** A field that is true or false. */
  public boolean truth(String field) {
    Json value = get(field);
    if (value.equals(Json.of(true)) || value.equals(Json.of(false))) {
      return value.equals(Json.of(true));
    }
    throw new MalformedException(field + " is neither true nor false");
  }

  /** A field that is an array of numbers, not empty. */
  public double[] vector(String field) {
    double[] vector = numbers(field, get(field));
    if (vector.length == 0) {
      throw new MalformedException(field + " is empty");
    }
    return vector;
  }

  /** A field that is an array of so many numbers. */
  public double[] vector(String field, int length) {
    return length(field, numbers(field, get(field)), length);
  }

  private static double[] length(String name, double[] vector, int length) {
    if (vector.length != length) {
      throw new MalformedException(
          name + " has " + vector.length + " numbers, but needs " + length);
    }
    return vector;
  }

  /** A field that is an array of integers from {@code least} to below {@code end}. */
  public int[] integers(String field, int least, int end) {
    return whole(field, numbers(field, get(field)), least, end);
  }

  private static int[] whole(String name, double[] numbers, int least, int end) {
    int[] integers = new int[numbers.length];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = (int) numbers[i];
      if (integers[i] != numbers[i] || integers[i] < least || integers[i] >= end) {
        throw new MalformedException(
            name + "[" + i + "] is not an integer from " + least + " to below " + end);
      }
    }
    return integers;
  }

  /** A field that is an array of so many rows of so many integers below {@code end}. */
  public int[][] integers(String field, int columns, int least, int end) {
    double[][] numbers = rows(field, get(field));
    int[][] integers = new int[numbers.length][];
    for (int i = 0; i < integers.length; i++) {
      String row = field + "[" + i + "]";
      integers[i] = whole(row, length(row, numbers[i], columns), least, end);
    }
    return integers;
  }

  /** A field that is an array of rows of one length, at least one of at least one number. */
  public double[][] matrix(String field) {
    double[][] rows = rows(field, get(field));
    if (rows.length == 0 || rows[0].length == 0) {
      throw new MalformedException(field + " is empty");
    }
    return columns(field, rows, rows[0].length);
  }

  /** A field that is an array of any number of rows of so many numbers. */
  public double[][] matrix(String field, int columns) {
    return columns(field, rows(field, get(field)), columns);
  }

  /** A field that is an array of so many rows of so many numbers. */
  public double[][] matrix(String field, int rows, int columns) {
    return matrix(field, get(field), rows, columns);
  }

  /** A field that is an array of so many matrices. */
  public double[][][] matrices(String field, int count, int rows, int columns) {
    List<Json> items = get(field) instanceof Json.Items all ? all.values() : List.of();
    if (items.size() != count) {
      throw new MalformedException(field + " has " + items.size() + " matrices, not " + count);
    }
    double[][][] matrices = new double[count][][];
    for (int i = 0; i < count; i++) {
      matrices[i] = matrix(field + "[" + i + "]", items.get(i), rows, columns);
    }
    return matrices;
  }

  private static double[][] matrix(String name, Json value, int rows, int columns) {
    double[][] matrix = columns(name, rows(name, value), columns);
    if (matrix.length != rows) {
      throw new MalformedException(name + " has " + matrix.length + " rows, but needs " + rows);
    }
    return matrix;
  }

  private static double[][] columns(String name, double[][] rows, int columns) {
    for (int i = 0; i < rows.length; i++) {
      length(name + "[" + i + "]", rows[i], columns);
    }
    return rows;
  }

  private static double[][] rows(String name, Json value) {
    if (value instanceof Json.Items items) {
      double[][] rows = new double[items.values().size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = numbers(name + "[" + i + "]", items.values().get(i));
      }
      return rows;
    }
    if (value instanceof Json.Numbers numbers && numbers.values().length == 0) {
      return new double[0][];
    }
    throw new MalformedException(name + " is not an array of arrays");
  }

  private static double[] numbers(String name, Json value) {
    if (value instanceof Json.Numbers numbers) {
      return numbers.values();
    }
    throw new MalformedException(name + " is not an array of numbers");
  }

  /** A field that must be there. */
  Json get(String field) {
    return find(field).orElseThrow(() -> new MalformedException(name + " has no field " + field));
  }

  /** A field that may be there. */
  Optional<Json> find(String field) {
    return Optional.ofNullable(fields.get(field));
  }
}
