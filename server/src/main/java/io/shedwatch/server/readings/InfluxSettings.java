package io.shedwatch.server.readings;

import java.util.regex.Pattern;

/**
 * Where an InfluxDB is and how it is spoken to.
 *
 * @param url for example {@code http://127.0.0.1:8086}
 * @param user for {@link Api#V1}; empty when the server asks for none
 * @param password for {@link Api#V1}
 * @param token for {@link Api#V2}
 * @param org for {@link Api#V2}
 * @param bucket the database: the levels are its retention policies {@code raw minute hour}; with
 *     {@link Api#V2} the buckets {@code bucket/raw}, {@code bucket/minute}, {@code bucket/hour}
 */
public record InfluxSettings(
    String url, Api api, String user, String password, String token, String org, String bucket) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Two dialects of writing; reading is InfluxQL in both. */
  public enum Api {
    /** InfluxDB 1.x: {@code /write}, user and password; databases are created where allowed. */
    V1,
    /** InfluxDB 2.x and 3: {@code /api/v2/write}, token; buckets are created by the operator. */
    V2
  }

  public InfluxSettings {
    if (!NAME.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "the InfluxDB bucket must match [A-Za-z0-9_-]{1,64}, without /raw: " + bucket);
    }
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "InfluxSettings[" + url + ", " + api + ", " + bucket + "]";
  }
}
