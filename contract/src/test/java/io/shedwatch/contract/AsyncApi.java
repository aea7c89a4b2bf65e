package io.shedwatch.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The AsyncAPI document as others read it: a tree, and a validator for each of its schemas. */
final class AsyncApi {
  private static final JsonNode DOCUMENT = load();

  /** JSON as the standard has it: no field twice, nothing behind the body. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Map<String, JsonSchema> VALIDATORS =
      names(DOCUMENT.at("/components/schemas")).stream()
          .collect(Collectors.toMap(name -> name, AsyncApi::validator));

  private AsyncApi() {}

  static JsonNode document() {
    return DOCUMENT;
  }

  /** The schema of that name, as it is written. */
  static JsonNode schema(String name) {
    return DOCUMENT.at("/components/schemas/" + name);
  }

  /** The properties of an object's schema, each as what it refers to, in the document's order. */
  static Map<String, JsonNode> properties(String schema) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    schema(schema)
        .path("properties")
        .properties()
        .forEach(entry -> properties.put(entry.getKey(), resolved(entry.getValue())));
    return properties;
  }

  static JsonNode property(String schema, String name) {
    return resolved(schema(schema).path("properties").path(name));
  }

  /** The node, or what its {@code $ref} within the document points at. */
  static JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText("");
    return reference.startsWith("#") ? DOCUMENT.at(reference.substring(1)) : node;
  }

  /** By name: the messages of a channel, each as it stands under components. */
  static Map<String, JsonNode> messages(Channel channel) {
    JsonNode messages = DOCUMENT.at("/channels/" + channel.word() + "/messages");
    Map<String, JsonNode> resolved = new TreeMap<>();
    names(messages).forEach(name -> resolved.put(name, resolved(messages.get(name))));
    return resolved;
  }

  /** The name of the schema of a message's payload. */
  static String payload(JsonNode message) {
    String reference = message.at("/payload/$ref").asText();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  static boolean accepts(String schema, JsonNode value) {
    JsonSchema validator = Objects.requireNonNull(VALIDATORS.get(schema), schema);
    return validator.validate(value).isEmpty();
  }

  /** The schemas of that channel's messages that accept the body; none for what is no JSON. */
  static Set<String> accepting(Channel channel, byte[] body) {
    Optional<JsonNode> tree = tree(body);
    return messages(channel).values().stream()
        .map(AsyncApi::payload)
        .filter(schema -> tree.isPresent() && accepts(schema, tree.get()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The body as JSON in UTF-8, or empty when it is not that to the letter. */
  static Optional<JsonNode> tree(byte[] body) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return Optional.of(STRICT.readTree(text)).filter(tree -> !tree.isMissingNode());
    } catch (CharacterCodingException | JacksonException notJson) {
      return Optional.empty();
    }
  }

  static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonSchema validator(String name) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$ref", "#/components/schemas/" + name);
    root.set("components", DOCUMENT.get("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(root);
  }

  private static JsonNode load() {
    try (InputStream in = AsyncApi.class.getResourceAsStream("/contract/asyncapi.yaml")) {
      return YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
