package io.shedwatch.server.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Times as JSON carries them: ISO 8601 in the site's time zone, always with milliseconds and an
 * offset, as in {@code 2026-01-01T08:00:00.000+08:00}.
 */
public final class SiteTime {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  private final ZoneId zone;
  private final DateTimeFormatter format;

  public SiteTime(ZoneId zone) {
    this.zone = zone;
    this.format = MILLISECONDS.withZone(zone);
  }

  public ZoneId zone() {
    return zone;
  }

  public String text(Instant at) {
    return format.format(at);
  }

  /** The text of epoch milliseconds. */
  public String text(long at) {
    return text(Instant.ofEpochMilli(at));
  }

  /** The text of epoch milliseconds; empty for 0, which stands for never. */
  public Optional<String> textUnlessNever(long at) {
    return at == 0 ? Optional.empty() : Optional.of(text(at));
  }

  /**
   * Reads what callers may write for a time: ISO 8601 with offset, or epoch milliseconds (1 to 15
   * digits). A blank in place of the offset's plus sign, as unencoded URLs leave it, is forgiven.
   */
  public static Optional<Instant> parse(String text) {
    if (text.matches("-?\\d{1,15}")) {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
    }
    try {
      return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
    } catch (DateTimeException notIso) {
      return Optional.empty();
    }
  }
}
