package io.shedwatch.server.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * Times as JSON carries them: ISO 8601 in the site's time zone, always with milliseconds and an
 * offset, as in {@code 2026-01-01T08:00:00.000+08:00}.
 */
public final class SiteTime {
  private static final DateTimeFormatter MILLISECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

  private static final int SECONDS_A_DAY = 86_400;
  private static final int LAST_YEAR_OF_FOUR_DIGITS = 9_999;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final DateTimeFormatter format;

  public SiteTime(ZoneId zone) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.format = MILLISECONDS.withZone(zone);
  }

  public ZoneId zone() {
    return zone;
  }

  /**
   * The text of an instant. A board of 10,000 sockets has up to 50,000 of them a second, and the
   * formatter made most of what such a server allocated: it is left to years that have not four
   * digits.
   */
  public String text(Instant at) {
    int offset = rules.getOffset(at).getTotalSeconds();
    long local = at.getEpochSecond() + offset;
    LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(local, SECONDS_A_DAY));
    if (day.getYear() < 0 || day.getYear() > LAST_YEAR_OF_FOUR_DIGITS) {
      return format.format(at);
    }
    int second = Math.floorMod(local, SECONDS_A_DAY);
    byte[] text =
        (offset == 0 ? "0000-00-00T00:00:00.000Z" : "0000-00-00T00:00:00.000+00:00")
            .getBytes(ISO_8859_1);
    digits(text, 0, 4, day.getYear());
    digits(text, 5, 2, day.getMonthValue());
    digits(text, 8, 2, day.getDayOfMonth());
    digits(text, 11, 2, second / 3_600);
    digits(text, 14, 2, second / 60 % 60);
    digits(text, 17, 2, second % 60);
    digits(text, 20, 3, at.getNano() / 1_000_000);
    if (offset != 0) {
      text[23] = (byte) (offset < 0 ? '-' : '+');
      digits(text, 24, 2, Math.abs(offset) / 3_600);
      digits(text, 27, 2, Math.abs(offset) / 60 % 60);
    }
    return new String(text, ISO_8859_1);
  }

  private static void digits(byte[] text, int from, int count, int value) {
    int left = value;
    for (int place = from + count - 1; place >= from; place--) {
      text[place] = (byte) ('0' + left % 10);
      left /= 10;
    }
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
