package io.shedwatch.server.readings;

import io.shedwatch.contract.SiteId;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this room needs to know.
 *
 * @param site whose readings these are
 * @param folder SQLite files, the spool and the roll-up journal; {@code readings} in the data
 *     folder
 * @param influx where InfluxDB is; empty for SQLite
 * @param retention how long each level is kept; {@link Retention#FOR_EVER} with a clock that is not
 *     the real one, because InfluxDB drops by real time
 * @param spoolBytes most bytes of readings kept on disk while the store is away; receipts stop
 *     beyond. At 180 sockets the default lasts several days
 */
public record ReadingsSettings(
    SiteId site,
    Path folder,
    Optional<InfluxSettings> influx,
    Retention retention,
    long spoolBytes) {
  public static final long DEFAULT_SPOOL_BYTES = 1L << 30;

  /** A spool smaller than this could not hold one batch of the largest size. */
  public static final long MIN_SPOOL_BYTES = 16L << 20;

  public ReadingsSettings {
    if (spoolBytes < MIN_SPOOL_BYTES) {
      throw new IllegalArgumentException(
          "the spool needs " + MIN_SPOOL_BYTES + " bytes at least: " + spoolBytes);
    }
  }
}
