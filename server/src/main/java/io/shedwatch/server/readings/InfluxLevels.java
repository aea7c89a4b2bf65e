package io.shedwatch.server.readings;

import io.shedwatch.server.readings.RollUp.Level;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The names of the three levels in InfluxDB, and their making on InfluxDB 1.x. */
final class InfluxLevels {
  private static final Logger LOG = LoggerFactory.getLogger(InfluxLevels.class);

  static final String RAW = "raw";

  private final InfluxSettings settings;
  private final Retention retention;
  private final InfluxQuery query;

  InfluxLevels(InfluxSettings settings, Retention retention, InfluxQuery query) {
    this.settings = settings;
    this.retention = retention;
    this.query = query;
  }

  static String policy(Level level) {
    return switch (level) {
      case MINUTE -> "minute";
      case HOUR -> "hour";
    };
  }

  /** The bucket of a level: {@code db/rp}. */
  String bucket(String policy) {
    return settings.bucket() + "/" + policy;
  }

  /**
   * Makes what is missing on InfluxDB 1.x; what is there keeps its durations.
   *
   * @throws IOException when the account may not, with what an operator must do
   */
  void create() throws IOException {
    if (settings.api() != InfluxSettings.Api.V1) {
      throw new IOException(
          "InfluxDB has no bucket "
              + bucket(RAW)
              + ": create it and its siblings minute and hour (docs/storage.md)");
    }
    String database = "\"" + settings.bucket() + "\"";
    run("CREATE DATABASE " + database);
    create(RAW, retention.rawDays(), "1d", " DEFAULT");
    create("minute", retention.minuteDays(), "7d", "");
    create("hour", 0, "30d", "");
    LOG.info("influx.created database={}", settings.bucket());
  }

  private void create(String policy, int days, String shard, String isDefault) throws IOException {
    String named = "\"" + policy + "\" ON \"" + settings.bucket() + "\"";
    String duration = days == 0 ? "INF" : days + "d";
    try {
      run(
          ("CREATE RETENTION POLICY " + named + " DURATION " + duration)
              + (" REPLICATION 1 SHARD DURATION " + shard + isDefault));
    } catch (InfluxQuery.Refused e) {
      if (!String.valueOf(e.getMessage()).contains("already exists")) {
        throw e;
      }
    }
  }

  private void run(String statement) throws IOException {
    query.run("", "", statement, (tags, cells) -> {});
  }
}
