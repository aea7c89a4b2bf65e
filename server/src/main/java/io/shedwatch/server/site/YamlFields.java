package io.shedwatch.server.site;

import io.shedwatch.server.settings.NearestKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of one YAML mapping, read strictly: each reading method notes a fault with its line
 * and goes on with a stand-in, so that one run tells all faults.
 */
final class YamlFields {
  /** More list entries than this are a mistake; the rest is not read. */
  private static final int MAX_ENTRIES = 5_000;

  private final Node at;
  private final String path;
  private final List<String> faults;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  YamlFields(Node at, String path, List<String> faults, List<String> known) {
    this.at = at;
    this.path = path;
    this.faults = faults;
    if (!(at instanceof MappingNode mapping)) {
      fault(at, "must be a mapping with the keys " + known);
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!known.contains(key)) {
        String nearest = NearestKey.of(key, known).orElse("-");
        fault(tuple.getKeyNode(), "unknown key '" + key + "'; the nearest is '" + nearest + "'");
      } else if (fields.put(key, tuple.getValueNode()) != null) {
        fault(tuple.getKeyNode(), "the key '" + key + "' stands twice");
      }
    }
  }

  void fault(String key, String what) {
    fault(fields.getOrDefault(key, at), key + " " + what);
  }

  private void fault(Node node, String what) {
    String where = path.isEmpty() ? "" : path + ": ";
    faults.add("line " + (node.getStartMark().getLine() + 1) + ": " + where + what);
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  /** Text of 1 to {@code maxLength} characters. */
  String text(String key, int maxLength) {
    Optional<ScalarNode> scalar = scalar(key);
    if (scalar.isEmpty()) {
      return "?";
    }
    String text = scalar.get().getValue().strip();
    if (text.isEmpty() || text.length() > maxLength) {
      fault(key, "must be text of 1 to " + maxLength + " characters");
      return "?";
    }
    return text;
  }

  /** A number with bounds, both included; a missing one is a fault. */
  double number(String key, double least, double greatest) {
    Optional<ScalarNode> scalar = scalar(key);
    if (scalar.isEmpty()) {
      return least;
    }
    String text = scalar.get().getValue();
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      number = Double.NaN; // Out of any bounds: told below, with the text.
    }
    if (!(number >= least && number <= greatest)) {
      fault(key, "must be a number from " + plain(least) + " to " + plain(greatest) + ": " + text);
      return least;
    }
    return number;
  }

  /** A whole number with bounds, both included. */
  int count(String key, int least, int greatest) {
    double number = number(key, least, greatest);
    if (number != Math.rint(number)) {
      fault(key, "must be a whole number: " + number);
    }
    return (int) number;
  }

  boolean truth(String key) {
    Optional<ScalarNode> scalar = scalar(key);
    if (scalar.isPresent() && !scalar.get().getTag().equals(Tag.BOOL)) {
      fault(key, "must be true or false: " + scalar.get().getValue());
    }
    return scalar.isPresent() && scalar.get().getValue().equalsIgnoreCase("true");
  }

  /** A name: one string for both languages, or {@code {zh, en}}. */
  Site.Name name(String key) {
    @Nullable Node node = fields.get(key);
    if (node instanceof MappingNode) {
      YamlFields both = child(key, node, List.of("zh", "en"));
      return new Site.Name(both.text("zh", SiteFile.MAX_NAME), both.text("en", SiteFile.MAX_NAME));
    }
    String text = text(key, SiteFile.MAX_NAME);
    return new Site.Name(text, text);
  }

  YamlFields mapping(String key, List<String> known) {
    @Nullable Node node = fields.get(key);
    if (node == null) {
      fault(key, "is missing");
      return new YamlFields(at, path, new ArrayList<>(), known); // Its faults are told already.
    }
    return child(key, node, known);
  }

  /** The mappings of a list; empty when the key is absent. */
  List<YamlFields> list(String key, List<String> known) {
    @Nullable Node node = fields.get(key);
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      fault(key, "must be a list");
      return List.of();
    }
    if (sequence.getValue().size() > MAX_ENTRIES) {
      fault(key, "has more than " + MAX_ENTRIES + " entries");
      return List.of();
    }
    List<YamlFields> entries = new ArrayList<>();
    for (Node entry : sequence.getValue()) {
      entries.add(child(key + "[" + (entries.size() + 1) + "]", entry, known));
    }
    return entries;
  }

  private YamlFields child(String key, Node node, List<String> known) {
    return new YamlFields(node, path.isEmpty() ? key : path + "." + key, faults, known);
  }

  private Optional<ScalarNode> scalar(String key) {
    @Nullable Node node = fields.get(key);
    if (node == null) {
      fault(key, "is missing");
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      fault(key, "must be one value");
      return Optional.empty();
    }
    return Optional.of(scalar);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
