package io.shedwatch.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * One object that a schema describes, within a golden example that has it.
 *
 * @param schema describes the object
 * @param message the schema of the whole body
 * @param pointer from the body to the object
 */
record Place(String schema, String message, String pointer, Example example) {
  private static final Codec CODEC = new Codec();

  static final List<Place> ALL =
      List.of(
          of("status", "status", "", "valid/status/online.json"),
          of("range", "status", "/holds/0", "valid/status/online.json"),
          of("will", "will", "", "valid/status/will.json"),
          of("readings", "readings", "", "valid/readings/one-socket.json"),
          of("reading", "readings", "/readings/0", "valid/readings/one-socket.json"),
          of("range", "readings", "/dropped/0", "valid/readings/one-socket.json"),
          of("alarm", "alarm", "", "valid/alarms/overcurrent-raised.json"),
          of("outcome", "outcome", "", "valid/outcomes/refused.json"),
          of("command", "command", "", "valid/commands/open-relay.json"),
          of("limits", "limits", "", "valid/limits/version-4.json"),
          of("stored", "stored", "", "valid/stored/up-to-44.json"));

  /** What our writers leave out, as the readers take it for granted. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "backfill", "false",
          "sockets", "0",
          "count", "1",
          "agent", "\"\"",
          "reason", "\"\"",
          "by", "\"\"",
          "holds", "[]",
          "dropped", "[]");

  /** A fresh body. */
  ObjectNode body() {
    return (ObjectNode) AsyncApi.tree(example.body()).orElseThrow();
  }

  ObjectNode object(ObjectNode body) {
    return (ObjectNode) body.at(pointer);
  }

  /** Puts a value for the field. That a range is not backwards is no schema's business. */
  void put(ObjectNode body, String field, JsonNode value) {
    object(body).set(field, value);
    if (schema.equals("range") && !field.equals("boot")) {
      object(body).set("from", value);
      object(body).set("to", value);
    }
  }

  /** Whether the codec reads the body without complaint. */
  boolean isGood(ObjectNode body) {
    return decoded(body) instanceof Decoded.Good good && !lost(good.message());
  }

  /** Whether the codec reads the body without complaint and keeps the field as it stands. */
  boolean takes(ObjectNode body, String field, JsonNode value) {
    if (!isGood(body)) {
      return false;
    }
    byte[] again = CODEC.encode(((Decoded.Good) decoded(body)).message());
    JsonNode kept = AsyncApi.tree(again).orElseThrow().at(pointer).path(field);
    return kept.isMissingNode() ? value.toString().equals(LEFT_OUT.get(field)) : same(kept, value);
  }

  @Override
  public String toString() {
    return example + pointer;
  }

  private Decoded decoded(ObjectNode body) {
    String topic = "shedwatch/v1/liuxi/s01/" + example.channel().word();
    return CODEC.decode(topic, body.toString().getBytes(UTF_8));
  }

  private static boolean lost(Message message) {
    return message instanceof Readings readings && !readings.rejected().isEmpty();
  }

  private static boolean same(JsonNode one, JsonNode other) {
    return (one.isNumber() && other.isNumber())
        ? one.decimalValue().compareTo(other.decimalValue()) == 0
        : one.equals(other);
  }

  private static Place of(String schema, String message, String pointer, String file) {
    Example example = Example.all().filter(e -> e.file().equals(file)).findFirst().orElseThrow();
    return new Place(schema, message, pointer, example);
  }
}
