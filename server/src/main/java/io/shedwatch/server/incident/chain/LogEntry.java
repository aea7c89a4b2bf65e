package io.shedwatch.server.incident.chain;

import io.shedwatch.server.incident.IncidentEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One event as a log carries it, with what is there of the texts whose digests it holds.
 *
 * @param number counts the site's events from 1
 */
public record LogEntry(
    String site,
    long number,
    IncidentEvent event,
    String previousHash,
    String hash,
    List<Text> texts) {
  private static final Pattern DIGEST = Pattern.compile("\"([0-9a-f]{64})\"");

  public LogEntry {
    texts = List.copyOf(texts);
  }

  /**
   * What a person wrote, kept beside the chain so that it can be erased.
   *
   * @param digest SHA-256 in hex over the salt's bytes and the body in UTF-8
   * @param salt in hex
   */
  public record Text(String digest, String salt, String body) {}

  /** The digests in an event's detail: of texts, photos and evidence packs. */
  public static Set<String> digests(String detail) {
    Set<String> digests = new LinkedHashSet<>();
    Matcher found = DIGEST.matcher(detail);
    while (found.find()) {
      digests.add(found.group(1));
    }
    return digests;
  }
}
