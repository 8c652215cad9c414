package dev.tapeless.samples.gradbench.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes JSON. */
final class JsonWriter {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator generator;

  private JsonWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  /** Writes {@code value} as a line, and flushes. */
  static void write(Json value, OutputStream out) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(out)) {
      new JsonWriter(generator).value(value);
      generator.writeRaw('\n');
    }
    out.flush();
  }

  private void value(Json value) throws IOException {
    if (value instanceof Json.Fields fields) {
      generator.writeStartObject();
      for (Map.Entry<String, Json> field : fields.values().entrySet()) {
        generator.writeFieldName(field.getKey());
        value(field.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof Json.Items items) {
      generator.writeStartArray();
      for (Json item : items.values()) {
        value(item);
      }
      generator.writeEndArray();
    } else if (value instanceof Json.Numbers numbers) {
      generator.writeArray(numbers.values(), 0, numbers.values().length);
    } else if (value instanceof Json.Integers integers) {
      generator.writeArray(integers.values(), 0, integers.values().length);
    } else if (value instanceof Json.Rows rows) {
      generator.writeStartArray();
      for (double[] row : rows.values()) {
        generator.writeArray(row, 0, row.length);
      }
      generator.writeEndArray();
    } else if (value instanceof Json.Timings timings) {
      generator.writeStartArray();
      timing("prepare", timings.prepare());
      timing("warmup", timings.warmUp());
      for (long run : timings.runs()) {
        timing("evaluate", run);
      }
      generator.writeEndArray();
    } else {
      single(value);
    }
  }

  private void timing(String name, long nanoseconds) throws IOException {
    generator.writeStartObject();
    generator.writeStringField("name", name);
    generator.writeNumberField("nanoseconds", nanoseconds);
    generator.writeEndObject();
  }

  private void single(Json value) throws IOException {
    if (value instanceof Json.Real real) {
      generator.writeNumber(real.value());
    } else if (value instanceof Json.Whole whole) {
      generator.writeRawValue(whole.digits());
    } else if (value instanceof Json.Text text) {
      generator.writeString(text.value());
    } else if (value instanceof Json.Word word) {
      generator.writeRawValue(word.value());
    }
  }
}
