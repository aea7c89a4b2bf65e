package io.shedwatch.server.incident.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as somebody at a shell meets it. */
final class FileVerifyLogTest {
  @TempDir Path folder;

  private final RandomLog log = new RandomLog(new Random(5));
  private String said = "";

  @Test
  void aWholeLogIsZeroAndSaysWhatOnlyAnAnchorShows() throws IOException {
    assertThat(run(file(log.entries()).toString())).isZero();
    assertThat(said).contains("whole as far as it goes", "--anchor", newest());
  }

  @Test
  void aHashOrAnEarlierExportOrALetterWithAHashIsAnAnchor() throws IOException {
    String whole = file(log.entries()).toString();
    Path earlier = folder.resolve("earlier.jsonl");
    Files.write(earlier, RandomLog.lines(log.entries().subList(0, 4)));
    Path letter = folder.resolve("letter.txt");
    Files.writeString(letter, "今日日志：" + newest() + "。\n");

    for (String anchor : List.of(newest(), earlier.toString(), letter.toString())) {
      assertThat(run(whole, "--anchor", anchor)).as(said).isZero();
      assertThat(said).contains("the kept hashes are in it: 1");
    }
  }

  @Test
  void aCutLogPassesAloneAndFailsAgainstTheKeptHash() throws IOException {
    String cut = file(log.entries().subList(0, 5)).toString();
    assertThat(run(cut)).isZero();
    assertThat(run(cut, "--anchor", newest())).isEqualTo(1);
    assertThat(said).contains("rewritten:", "NOT WHOLE: 1 found");
  }

  @Test
  void aLineThatVouchesForNothingIsFound() throws IOException {
    List<String> lines =
        new String(RandomLog.lines(log.entries()), StandardCharsets.UTF_8).lines().toList();
    String doubled = lines.get(2).replace("\"who\":", "\"who\":\"me\",\"who\":");
    String added = lines.get(2).replaceFirst("\\}$", ",\"note\":\"trust me\"}");
    for (String forged : List.of(doubled, added, "", "[]", "{\"at\":1}")) {
      Path file = folder.resolve("forged.jsonl");
      Files.write(file, List.of(lines.get(0), lines.get(1), forged));
      assertThat(run(file.toString())).as(forged).isEqualTo(1);
      assertThat(said).contains("unreadable: line 3");
    }
  }

  @Test
  void whatCannotBeReadOrUnderstoodIsTwo() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("a", "b")).isEqualTo(2);
    assertThat(run("a", "--anchor")).isEqualTo(2);
    assertThat(run(folder.resolve("nowhere.jsonl").toString())).isEqualTo(2);
  }

  @Test
  void aLineIsReadAsItWasWritten() throws IOException {
    for (LogEntry entry : log.entries()) {
      assertThat(LogLine.read(LogLine.of(entry))).isEqualTo(entry);
    }
  }

  private String newest() {
    return log.entries().get(log.entries().size() - 1).hash();
  }

  private Path file(List<LogEntry> entries) throws IOException {
    return Files.write(folder.resolve("log.jsonl"), RandomLog.lines(entries));
  }

  private int run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code =
        FileVerifyLog.run(
            Arrays.asList(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }
}
