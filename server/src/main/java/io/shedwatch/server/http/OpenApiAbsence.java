package io.shedwatch.server.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Says in the OpenAPI document what may be absent. The generator takes {@code @NullMarked} of a
 * package to mean that each field is there and has a value, also an {@code Optional} one. Here the
 * document is set right by the shapes themselves: what an answer always has is required, what may
 * be null is nullable, and what may be left out of a question or an answer is not required.
 */
final class OpenApiAbsence {
  private static final DumperOptions.FlowStyle BLOCK = DumperOptions.FlowStyle.BLOCK;
  private static final String REF = "$ref";
  private static final String REQUIRED = "required";
  private static final String NULLABLE = "nullable";

  private final Node document;
  private final MappingNode schemas;

  private OpenApiAbsence(String yaml) {
    document = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    schemas = mapping(mapping(document, "components"), "schemas");
  }

  /**
   * The document, set right.
   *
   * @param yaml as it was generated
   * @param shapes the records that are written or read as JSON
   * @param optional which parameters need not be given, by method and path, as in {@code get
   *     /api/v1/alerts}
   */
  static String said(String yaml, Collection<Class<?>> shapes, Map<String, Set<String>> optional) {
    OpenApiAbsence absence = new OpenApiAbsence(yaml);
    absence.schemas(shapes);
    absence.parameters(optional);
    DumperOptions style = new DumperOptions();
    style.setDefaultFlowStyle(BLOCK);
    StringWriter said = new StringWriter();
    new Yaml(style).serialize(absence.document, said);
    return said.toString();
  }

  private void schemas(Collection<Class<?>> shapes) {
    Map<String, Class<?>> byName = new HashMap<>();
    shapes.forEach(shape -> byName.put(name(shape), shape));
    Set<String> asked = asked();
    for (NodeTuple entry : schemas.getValue()) {
      String name = text(entry.getKeyNode());
      MappingNode schema = (MappingNode) entry.getValueNode();
      Optional.ofNullable(byName.get(withoutArguments(name)))
          .map(Presence::of)
          .orElse(Map.of())
          .forEach((field, presence) -> field(schema, field, presence, asked.contains(name)));
    }
  }

  /** A generic shape is named with what it is made of: {@code PageShape_AlertShape_}. */
  private static String withoutArguments(String name) {
    return name.contains("_") ? name.substring(0, name.indexOf('_')) : name;
  }

  /** As the generator names it. */
  private static String name(Class<?> shape) {
    String within = shape.getName().substring(shape.getPackageName().length() + 1);
    return Optional.ofNullable(shape.getAnnotation(Schema.class))
        .map(Schema::name)
        .filter(name -> !name.isEmpty())
        .orElse(within.replace('$', '.'));
  }

  private static void field(MappingNode schema, String name, Presence presence, boolean asked) {
    if (presence == Presence.VALUE) {
      return;
    }
    if (asked || presence == Presence.VALUE_OR_NOTHING) {
      notRequired(schema, name);
    }
    if (presence == Presence.VALUE_OR_NULL) {
      get(mapping(schema, "properties"), name).ifPresent(field -> nullable((MappingNode) field));
    }
  }

  private static void notRequired(MappingNode schema, String name) {
    get(schema, REQUIRED)
        .map(required -> ((SequenceNode) required).getValue())
        .ifPresent(
            names -> {
              names.removeIf(one -> text(one).equals(name));
              if (names.isEmpty()) {
                remove(schema, REQUIRED);
              }
            });
  }

  /** What stands beside a reference does not count, so that it goes one step down. */
  private static void nullable(MappingNode field) {
    remove(field, NULLABLE);
    get(field, REF)
        .ifPresent(
            to -> {
              remove(field, REF);
              MappingNode reference = new MappingNode(Tag.MAP, new ArrayList<>(), BLOCK);
              put(reference, REF, to);
              put(field, "allOf", new SequenceNode(Tag.SEQ, List.of(reference), BLOCK));
            });
    put(field, NULLABLE, scalar(Tag.BOOL, "true"));
  }

  /** The schemas of all that is taken, whole bodies and their parts. */
  private Set<String> asked() {
    Set<String> found = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    operations().values().forEach(one -> get(one, "requestBody").ifPresent(open::add));
    while (!open.isEmpty()) {
      for (String name : references(open.remove())) {
        if (found.add(name)) {
          get(schemas, name).ifPresent(open::add);
        }
      }
    }
    return found;
  }

  private static List<String> references(Node from) {
    List<String> found = new ArrayList<>();
    if (from instanceof SequenceNode sequence) {
      sequence.getValue().forEach(one -> found.addAll(references(one)));
    } else if (from instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (text(entry.getKeyNode()).equals(REF)) {
          String to = text(entry.getValueNode());
          found.add(to.substring(to.lastIndexOf('/') + 1));
        } else {
          found.addAll(references(entry.getValueNode()));
        }
      }
    }
    return found;
  }

  private void parameters(Map<String, Set<String>> optional) {
    Map<String, MappingNode> operations = operations();
    optional.forEach(
        (operation, names) ->
            Optional.ofNullable(operations.get(operation))
                .flatMap(one -> get(one, "parameters"))
                .map(all -> ((SequenceNode) all).getValue())
                .orElse(List.of())
                .stream()
                .filter(
                    one ->
                        get(one, "name")
                            .map(OpenApiAbsence::text)
                            .map(names::contains)
                            .orElse(false))
                .forEach(one -> remove((MappingNode) one, REQUIRED)));
  }

  /** By method and path. */
  private Map<String, MappingNode> operations() {
    Map<String, MappingNode> found = new HashMap<>();
    for (NodeTuple path : mapping(document, "paths").getValue()) {
      for (NodeTuple operation : ((MappingNode) path.getValueNode()).getValue()) {
        if (operation.getValueNode() instanceof MappingNode one) {
          found.put(text(operation.getKeyNode()) + " " + text(path.getKeyNode()), one);
        }
      }
    }
    return found;
  }

  private static MappingNode mapping(Node in, String key) {
    return (MappingNode) get(in, key).orElseThrow(() -> new IllegalStateException("no " + key));
  }

  private static Optional<Node> get(Node in, String key) {
    return ((MappingNode) in)
        .getValue().stream()
            .filter(entry -> text(entry.getKeyNode()).equals(key))
            .map(NodeTuple::getValueNode)
            .findFirst();
  }

  private static void put(MappingNode in, String key, Node value) {
    in.getValue().add(new NodeTuple(scalar(Tag.STR, key), value));
  }

  private static void remove(MappingNode in, String key) {
    in.getValue().removeIf(entry -> text(entry.getKeyNode()).equals(key));
  }

  private static String text(Node node) {
    return ((ScalarNode) node).getValue();
  }

  private static ScalarNode scalar(Tag tag, String value) {
    return new ScalarNode(tag, value, null, null, DumperOptions.ScalarStyle.PLAIN);
  }
}
