package dev.tapeless.samples.gradbench.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a line of JSON. */
final class JsonReader {

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER).build();

  private static final int FIRST_LENGTH = 64;

  private final JsonParser parser;

  /** The numbers of the array that is being read; arrays of numbers have no arrays in them. */
  private double[] buffer = new double[FIRST_LENGTH];

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * Reads the object that a line is.
   *
   * @param read gets its fields, also those that stand before a mistake
   * @throws MalformedException if the line is not one object
   */
  static void read(Line line, Map<String, Json> read) {
    try (JsonParser parser = FACTORY.createParser(line.bytes(), 0, line.length())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedException("a message is an object");
      }
      new JsonReader(parser).fields(read);
      if (parser.nextToken() != null) {
        throw new MalformedException("something follows the message");
      }
    } catch (IOException e) {
      throw new MalformedException(
          "not JSON: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private void fields(Map<String, Json> read) throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (read.put(name, value()) != null) {
        throw new MalformedException("two fields " + name);
      }
    }
  }

  private Json value() throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT:
        Map<String, Json> fields = new LinkedHashMap<>();
        fields(fields);
        return new Json.Fields(fields);
      case START_ARRAY:
        return array();
      case VALUE_NUMBER_INT:
        return new Json.Whole(parser.getText());
      case VALUE_NUMBER_FLOAT:
        return new Json.Real(number());
      case VALUE_STRING:
        return new Json.Text(parser.getText());
      default:
        return new Json.Word(parser.getText());
    }
  }

  private Json array() throws IOException {
    int count = 0;
    JsonToken token = parser.nextToken();
    while (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      if (count == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * count);
      }
      buffer[count++] = number();
      token = parser.nextToken();
    }
    double[] numbers = Arrays.copyOf(buffer, count);
    return token == JsonToken.END_ARRAY ? new Json.Numbers(numbers) : items(numbers);
  }

  /** Any array, of which some numbers have been read. */
  private Json items(double[] numbers) throws IOException {
    List<Json> items = new ArrayList<>();
    for (double number : numbers) {
      items.add(new Json.Real(number));
    }
    while (parser.currentToken() != JsonToken.END_ARRAY) {
      items.add(value());
      parser.nextToken();
    }
    return new Json.Items(items);
  }

  private double number() throws IOException {
    double number = parser.getDoubleValue();
    if (!Double.isFinite(number)) {
      throw new MalformedException("a number is too large: " + parser.getText());
    }
    return number;
  }
}
