package io.shedwatch.server.incident.chain;

import io.shedwatch.server.incident.EventHash;
import io.shedwatch.server.incident.IncidentEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A log of some dozen events with texts and photos, the same for the same seed. */
final class RandomLog {
  private static final List<String> EVENTS =
      List.of("opened", "joined", "cleared", "acknowledged", "assigned", "commented", "resolved");

  private final Random random;
  private final List<LogEntry> entries = new ArrayList<>();
  private final Map<String, byte[]> photos = new LinkedHashMap<>();

  RandomLog(Random random) {
    this.random = random;
    int size = 8 + random.nextInt(40);
    for (int i = 0; i < size; i++) {
      entries.add(next(i + 1, i == 0 ? EventHash.GENESIS : entries.get(i - 1).hash()));
    }
  }

  /** The events, the oldest first; may be tampered with. */
  List<LogEntry> entries() {
    return entries;
  }

  /** Photos by their digests. */
  Map<String, byte[]> photos() {
    return photos;
  }

  private LogEntry next(long number, String previous) {
    List<LogEntry.Text> texts = new ArrayList<>();
    String detail = "{\"kind\":\"smoke\",\"measured\":" + random.nextInt(100) + "}";
    if (number == 1 || random.nextInt(3) == 0) {
      LogEntry.Text text = text("楼道里有\"飞线\" " + random.nextInt());
      texts.add(text);
      byte[] photo = new byte[50 + random.nextInt(50)];
      random.nextBytes(photo);
      String digest = EventHash.ofFile(photo);
      photos.put(digest, photo);
      detail = "{\"photo\":\"" + digest + "\",\"remark\":\"" + text.digest() + "\"}";
    }
    IncidentEvent event =
        new IncidentEvent(
            "i" + random.nextInt(5),
            1_767_225_600_000L + number * 1_000 + random.nextInt(900),
            EVENTS.get(random.nextInt(EVENTS.size())),
            random.nextBoolean() ? "edge" : "staff-" + random.nextInt(3),
            detail,
            "cause-" + number);
    return sealed("liuxi", number, previous, event, texts);
  }

  static LogEntry sealed(
      String site, long number, String previous, IncidentEvent event, List<LogEntry.Text> texts) {
    String hash = EventHash.of(site, number, previous, event);
    return new LogEntry(site, number, event, previous, hash, texts);
  }

  LogEntry.Text text(String body) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    String hex = HexFormat.of().formatHex(salt);
    return new LogEntry.Text(EventHash.ofText(hex, body), hex, body);
  }

  /** An event that somebody made up. */
  static IncidentEvent forged(IncidentEvent event, String what) {
    return switch (what) {
      case "who" ->
          new IncidentEvent(
              event.incident(), event.at(), event.event(), "nobody", event.detail(), event.cause());
      case "at" ->
          new IncidentEvent(
              event.incident(),
              event.at() - 60_000,
              event.event(),
              event.who(),
              event.detail(),
              event.cause());
      case "event" ->
          new IncidentEvent(
              event.incident(), event.at(), "noted", event.who(), event.detail(), event.cause());
      default ->
          new IncidentEvent(
              event.incident(),
              event.at(),
              event.event(),
              event.who(),
              event.detail() + " ",
              event.cause());
    };
  }

  static byte[] lines(List<LogEntry> entries) {
    StringBuilder text = new StringBuilder();
    entries.forEach(entry -> text.append(LogLine.of(entry)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
