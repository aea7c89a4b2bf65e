package io.shedwatch.server.incident;

import java.time.Instant;

/**
 * A photo or an evidence pack, without its bytes.
 *
 * @param digest SHA-256 of the bytes in hex, as the chain has it
 * @param kind photo or evidence
 */
public record IncidentFile(
    String incident,
    String digest,
    String kind,
    String mediaType,
    int bytes,
    String by,
    Instant at) {
  public static final String PHOTO = "photo";
  public static final String EVIDENCE = "evidence";
}
