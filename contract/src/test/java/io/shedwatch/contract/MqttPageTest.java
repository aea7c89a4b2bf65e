package io.shedwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.GeneratedDocument;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of docs/mqtt.md say what the code says. */
final class MqttPageTest {
  private static final Pattern BOUND =
      Pattern.compile("^\\| `(\\w+)` \\| (-?[\\d.]+) \\| (-?[\\d.]+) \\|", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("^\\| `([a-z-]+)` \\| ", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"channels", "messages"})
  void theTablesAreThoseOfTheAsyncApiDocument(String part) throws IOException {
    String made = part.equals("channels") ? MqttTables.channels() : MqttTables.messages();
    GeneratedDocument document = GeneratedDocument.of("mqtt.md");
    document.bringUpToDate(part, made);
    assertThat(document.part(part))
        .as("run with -Ddocs.write=true to bring docs/mqtt.md up to date")
        .isEqualTo(made.strip());
  }

  @Test
  void theBoundsAreThoseOfTheCode() throws IOException {
    Map<String, Bounds.Range> told = new TreeMap<>();
    for (MatchResult row : rows(BOUND, "## What is believed")) {
      told.put(
          row.group(1),
          new Bounds.Range(Double.parseDouble(row.group(2)), Double.parseDouble(row.group(3))));
    }
    Map<String, Bounds.Range> bounds = new TreeMap<>();
    for (Field field : Bounds.class.getFields()) {
      if (range(field) instanceof Bounds.Range range) {
        bounds.put(camel(field.getName()), range);
      }
    }
    Bounds.Range alarm = bounds.remove("alarmQuantity");
    assertThat(alarm).isNotNull();
    assertThat(told).containsEntry("measured", alarm).containsEntry("limit", alarm);
    told.keySet().removeAll(List.of("measured", "limit"));
    assertThat(told).isEqualTo(bounds);
  }

  @Test
  void everyReasonOfARefusalIsExplained() throws IOException {
    assertThat(rows(WORD, "## When something is refused").stream().map(row -> row.group(1)))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Rejected.Reason.values()).map(Rejected.Reason::word).toList());
  }

  /** The rows of the table in the section of that heading. */
  private static List<MatchResult> rows(Pattern row, String heading) throws IOException {
    String page = Files.readString(Path.of("../docs/mqtt.md"));
    assertThat(page).contains(heading);
    String section = page.substring(page.indexOf(heading) + heading.length());
    int end = section.indexOf("\n## ");
    return row.matcher(end < 0 ? section : section.substring(0, end)).results().toList();
  }

  private static Object range(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String camel(String constant) {
    String[] words = constant.toLowerCase(Locale.ROOT).split("_");
    return words[0]
        + Stream.of(words)
            .skip(1)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .reduce("", String::concat);
  }
}
