package io.shedwatch.server;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.readings.InfluxSettings;
import io.shedwatch.server.readings.ReadingsSettings;
import io.shedwatch.server.readings.Retention;
import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.settings.Setting;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where readings are kept, and for how long. */
record StoreSettings(
    @Setting(
            key = "INFLUX_URL",
            says = "InfluxDB, as `http://host:8086`; without it SQLite files in the data folder.")
        Optional<URI> url,
    @Setting(
            key = "INFLUX_API",
            byDefault = "v2",
            oneOf = {"v1", "v2"},
            says = "Dialect of writing: v2 for InfluxDB 2 and 3, v1 for InfluxDB 1.x.")
        String api,
    @Setting(key = "INFLUX_TOKEN", says = "Token, for v2.") Optional<Secret> token,
    @Setting(key = "INFLUX_USER", says = "User, for v1; none where it asks for none.")
        Optional<String> user,
    @Setting(key = "INFLUX_PASSWORD", says = "Password of that user.") Optional<Secret> password,
    @Setting(key = "INFLUX_ORG", byDefault = "shedwatch", says = "Organisation, for v2.")
        String org,
    @Setting(
            key = "INFLUX_BUCKET",
            byDefault = "shedwatch",
            says =
                "The database with v1; with v2 the start of three buckets' names: `…/raw`,"
                    + " `…/minute`, `…/hour`.")
        String bucket,
    @Setting(
            key = "RAW_DAYS",
            byDefault = "35",
            min = 0,
            max = 3_650,
            unit = "d",
            says =
                "Every single reading is kept for this long, at least 3 days; a back-test needs"
                    + " 30; 0: for ever.")
        int rawDays,
    @Setting(
            key = "MINUTE_DAYS",
            byDefault = "366",
            min = 0,
            max = 36_500,
            unit = "d",
            says =
                "Roll-ups of one minute are kept for this long (0: for ever); those of one hour"
                    + " for ever.")
        int minuteDays,
    @Setting(
            key = "SPOOL_MEGABYTES",
            byDefault = "1024",
            min = 16,
            max = 1_048_576,
            unit = "MB",
            says =
                "Readings kept on disk while InfluxDB is away; beyond, agents keep theirs until"
                    + " there is room.")
        int spoolMegabytes) {

  StoreSettings {
    if (rawDays == 1 || rawDays == 2) {
      throw new IllegalArgumentException("SHEDWATCH_RAW_DAYS: must be 0, or 3 and more");
    }
    if (url.isPresent()) {
      influx(url.get(), api, user, password, token, org, bucket); // Says what does not fit.
    }
  }

  /** What the readings' room needs; a clock that is not real drops nothing by age. */
  ReadingsSettings readings(SiteId site, Path data, boolean realClock) {
    return new ReadingsSettings(
        site,
        data.resolve("readings"),
        url.map(address -> influx(address, api, user, password, token, org, bucket)),
        realClock ? new Retention(rawDays, minuteDays) : Retention.FOR_EVER,
        (long) spoolMegabytes << 20);
  }

  private static InfluxSettings influx(
      URI url,
      String api,
      Optional<String> user,
      Optional<Secret> password,
      Optional<Secret> token,
      String org,
      String bucket) {
    return new InfluxSettings(
        url.toString(),
        api.equals("v1") ? InfluxSettings.Api.V1 : InfluxSettings.Api.V2,
        user.orElse(""),
        password.map(Secret::reveal).orElse(""),
        token.map(Secret::reveal).orElse(""),
        org,
        bucket);
  }

  /** sqlite or influxdb, for the log. */
  String kind() {
    return url.isPresent() ? "influxdb" : "sqlite";
  }
}
