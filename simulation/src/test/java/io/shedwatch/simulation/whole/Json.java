package io.shedwatch.simulation.whole;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A JSON object as maps and lists, read by the YAML parser that is on the class path anyway. */
record Json(Map<String, Object> fields) {
  static Json parse(String text) {
    return new Json(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
  }

  @SuppressWarnings("unchecked")
  List<Json> list(String name) {
    return ((List<Map<String, Object>>) required(name)).stream().map(Json::new).toList();
  }

  String text(String name) {
    return String.valueOf(required(name));
  }

  double number(String name) {
    return ((Number) required(name)).doubleValue();
  }

  boolean has(String name) {
    return fields.get(name) != null;
  }

  /** ISO 8601 with offset, as epoch milliseconds. */
  long time(String name) {
    return OffsetDateTime.parse(text(name)).toInstant().toEpochMilli();
  }

  private Object required(String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new AssertionError("no " + name + " in " + fields);
    }
    return value;
  }
}
