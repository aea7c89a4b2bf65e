package io.shedwatch.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The same JSON with each object's fields in another order and an unknown field among them. */
final class ShuffledTree {
  private final Random random;

  ShuffledTree(Random random) {
    this.random = random;
  }

  JsonNode shuffled(JsonNode node) {
    if (node instanceof ArrayNode list) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> copy.add(shuffled(item)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    names.add("later");
    Collections.shuffle(names, random);
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      JsonNode value = object.get(name);
      copy.set(name, value == null ? later() : shuffled(value));
    }
    return copy;
  }

  /** A field of a later version: deep, and with names that are known elsewhere. */
  private static JsonNode later() {
    ObjectNode later = JsonNodeFactory.instance.objectNode();
    later.putArray("readings").addObject().put("seq", "x").putNull("boot");
    return later;
  }
}
