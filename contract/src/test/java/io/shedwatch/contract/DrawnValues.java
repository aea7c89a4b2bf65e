package io.shedwatch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Values for a field: of every type, and on both sides of each bound of its schema. */
final class DrawnValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private DrawnValues() {}

  static List<JsonNode> around(JsonNode schema) {
    List<JsonNode> values = new ArrayList<>();
    values.add(NODES.nullNode());
    values.add(NODES.booleanNode(true));
    values.add(NODES.booleanNode(false));
    values.add(NODES.arrayNode());
    values.add(NODES.objectNode());
    values.add(NODES.arrayNode().add(1).add("x"));
    numbers(schema, values);
    texts(schema, values);
    if (schema.path("type").asText().equals("array")) {
      int most = schema.path("maxItems").asInt();
      values.add(list(schema, 1));
      values.add(list(schema, most));
      values.add(list(schema, most + 1));
    }
    return values;
  }

  private static void numbers(JsonNode schema, List<JsonNode> values) {
    values.add(NODES.numberNode(0));
    values.add(NODES.numberNode(1));
    values.add(NODES.numberNode(-1));
    values.add(NODES.numberNode(new BigDecimal("1.5")));
    values.add(NODES.numberNode(new BigDecimal("1e18")));
    for (String bound : List.of("minimum", "maximum")) {
      if (schema.has(bound)) {
        JsonNode at = schema.get(bound);
        values.add(at);
        values.add(NODES.numberNode(at.decimalValue().subtract(BigDecimal.ONE)));
        values.add(NODES.numberNode(at.decimalValue().add(BigDecimal.ONE)));
        values.add(NODES.numberNode(at.decimalValue().subtract(HALF)));
        values.add(NODES.numberNode(at.decimalValue().add(HALF)));
      }
    }
  }

  private static void texts(JsonNode schema, List<JsonNode> values) {
    int most = schema.path("maxLength").asInt(64);
    values.add(NODES.textNode(""));
    values.add(NODES.textNode("a"));
    values.add(NODES.textNode("aZ09_-"));
    values.add(NODES.textNode("a/b"));
    values.add(NODES.textNode("物业 7 号"));
    values.add(NODES.textNode("a".repeat(most)));
    values.add(NODES.textNode("a".repeat(most + 1)));
    schema.path("enum").forEach(values::add);
  }

  /** A list of that many good items, each another one. */
  private static ArrayNode list(JsonNode schema, int size) {
    String item = AsyncApi.resolved(schema.get("items")).path("type").asText();
    boolean readings = schema.at("/items/$ref").asText().endsWith("/reading");
    ArrayNode list = NODES.arrayNode();
    for (int i = 1; i <= size; i++) {
      if (item.equals("string")) {
        list.add("b-" + i);
      } else {
        ObjectNode object = list.addObject();
        if (readings) {
          object.put("socket", i).put("usage", "free");
        } else {
          object.put("boot", "b").put("from", i).put("to", i);
        }
      }
    }
    return list;
  }
}
