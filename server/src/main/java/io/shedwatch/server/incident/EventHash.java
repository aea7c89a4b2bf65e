package io.shedwatch.server.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hash that chains a site's incident events: SHA-256, in lower-case hex, over the UTF-8 bytes
 * of this JSON object, keys in this order, without white space:
 *
 * <pre>
 * {"at":1767225600000,"cause":"…","detail":"…","event":"…","incident":"…","number":1,
 *  "previous":"…","site":"…","who":"…"}
 * </pre>
 *
 * <p>{@code at} is epoch milliseconds, {@code number} counts the site's events from 1, {@code
 * detail} is the stored text as a string, {@code previous} the hash of the event before ({@link
 * #GENESIS} for the first). In strings, {@code "} and {@code \} are escaped by a backslash,
 * characters below U+0020 as {@code \}{@code u00xx} in lower-case hex, and nothing else.
 *
 * <p>The chain proves order and integrity of what was written, not that it is true or when it was
 * written: whoever rewrites all of it is found only by somebody who kept an earlier hash.
 */
public final class EventHash {
  /** Stands for the event before the first. */
  public static final String GENESIS = "0".repeat(64);

  private EventHash() {}

  public static String of(String site, long number, String previous, IncidentEvent event) {
    return HexFormat.of()
        .formatHex(
            sha256(canonical(site, number, previous, event).getBytes(StandardCharsets.UTF_8)));
  }

  /** The JSON object that is hashed. */
  public static String canonical(String site, long number, String previous, IncidentEvent event) {
    StringBuilder json = new StringBuilder(256 + event.detail().length());
    json.append("{\"at\":").append(event.at());
    text(json.append(",\"cause\":"), event.cause());
    text(json.append(",\"detail\":"), event.detail());
    text(json.append(",\"event\":"), event.event());
    text(json.append(",\"incident\":"), event.incident());
    json.append(",\"number\":").append(number);
    text(json.append(",\"previous\":"), previous);
    text(json.append(",\"site\":"), site);
    text(json.append(",\"who\":"), event.who());
    return json.append('}').toString();
  }

  /**
   * The digest by which an event knows what a person wrote: SHA-256 in hex over the salt's bytes
   * and the text in UTF-8.
   *
   * @param salt in hex
   */
  public static String ofText(String salt, String body) {
    byte[] text = body.getBytes(StandardCharsets.UTF_8);
    byte[] seed = HexFormat.of().parseHex(salt);
    byte[] both = Arrays.copyOf(seed, seed.length + text.length);
    System.arraycopy(text, 0, both, seed.length, text.length);
    return HexFormat.of().formatHex(sha256(both));
  }

  /** The digest by which an event knows a photo or an evidence pack: SHA-256 in hex. */
  public static String ofFile(byte[] content) {
    return HexFormat.of().formatHex(sha256(content));
  }

  private static void text(StringBuilder json, String value) {
    json.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20) {
        json.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
