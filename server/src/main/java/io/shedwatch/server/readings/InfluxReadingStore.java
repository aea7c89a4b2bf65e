package io.shedwatch.server.readings;

import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.readings.RollUp.Level;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Readings in InfluxDB 1.x, 2.x or 3: writes through the client, reads in InfluxQL over {@code
 * /query}, the one language that all of them serve. Retention is InfluxDB's own.
 */
final class InfluxReadingStore implements ReadingStore {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** A write of 5,000 lines takes under 0.1 s; beyond this the batch goes to the spool. */
  private static final Duration WRITE = Duration.ofSeconds(8);

  private static final Duration QUERY = Duration.ofSeconds(30);

  private static final String RAW_FIELDS =
      "\"volts\",\"amperes\",\"watts\",\"wattHours\",\"celsius\",\"usage\",\"relay\"";
  private static final String ROLL_UP_FIELDS =
      "\"heldMillis\",\"wattsMean\",\"wattsMin\",\"wattsMax\",\"amperesMean\",\"amperesMax\","
          + "\"voltsMean\",\"celsiusMax\",\"wattHours\"";

  private final SiteId site;
  private final String database;
  private final InfluxDBClient client;
  private final OkHttpClient queries;
  private final InfluxQuery query;
  private final InfluxLevels levels;
  private final InfluxWrites writes;

  private InfluxReadingStore(
      SiteId site, InfluxSettings settings, Retention retention, OkHttpClient.Builder http) {
    this.site = site;
    this.database = settings.bucket();
    this.queries = http.build().newBuilder().readTimeout(QUERY).callTimeout(QUERY).build();
    this.client = InfluxDBClientFactory.create(options(settings, http));
    String token = settings.api() == InfluxSettings.Api.V2 ? "Token " + settings.token() : "";
    this.query = new InfluxQuery(queries, HttpUrl.get(settings.url()), token);
    this.levels = new InfluxLevels(settings, retention, query);
    this.writes = new InfluxWrites(client.getWriteApiBlocking(), org(settings), levels);
  }

  /** Talks to nobody yet: the database may be away at the start. */
  static InfluxReadingStore open(SiteId site, InfluxSettings settings, Retention retention) {
    OkHttpClient.Builder http =
        new OkHttpClient.Builder()
            .connectionPool(new ConnectionPool())
            .connectTimeout(CONNECT)
            .writeTimeout(WRITE)
            .readTimeout(WRITE)
            .callTimeout(WRITE);
    if (settings.api() == InfluxSettings.Api.V1) {
      http.addNetworkInterceptor(new InfluxV1Requests(settings.user(), settings.password()));
    }
    return new InfluxReadingStore(site, settings, retention, http);
  }

  private static InfluxDBClientOptions options(InfluxSettings settings, OkHttpClient.Builder http) {
    String token = settings.token().isEmpty() ? "none" : settings.token();
    return InfluxDBClientOptions.builder()
        .url(settings.url())
        .org(org(settings))
        .bucket(settings.bucket())
        .authenticateToken(token.toCharArray())
        .okHttpClient(http)
        .build();
  }

  private static String org(InfluxSettings settings) {
    return settings.org().isEmpty() ? "-" : settings.org();
  }

  @Override
  public Written write(List<ShedReadings> batch) throws IOException {
    int count = 0;
    for (ShedReadings message : batch) {
      count += message.readings().size();
    }
    InfluxLines lines = new InfluxLines(site, count);
    for (ShedReadings message : batch) {
      for (Reading reading : message.readings()) {
        lines.reading(message.shed(), message.at(), reading);
      }
    }
    return writes.write(InfluxLevels.RAW, lines.toString(), count);
  }

  @Override
  public void writeRollUps(List<RollUp> buckets) throws IOException {
    for (Level level : Level.values()) {
      InfluxLines lines = new InfluxLines(site, buckets.size());
      for (RollUp bucket : buckets) {
        if (bucket.level() == level) {
          lines.rollUp(bucket);
        }
      }
      // What is refused here is older than its level is kept.
      writes.write(InfluxLevels.policy(level), lines.toString(), lines.lines());
    }
  }

  @Override
  public int raw(Scope scope, long from, long to, RawVisitor visitor) throws IOException {
    int[] count = {0};
    select(
        InfluxLevels.RAW,
        RAW_FIELDS + where(scope, from, to) + " GROUP BY \"socket\"",
        (tags, cells) -> {
          count[0]++;
          visitor.reading(cells.time(), reading(tags, cells));
        });
    return count[0];
  }

  private static Reading reading(Map<String, String> tags, InfluxQuery.Cells cells) {
    return new Reading(
        socket(tags),
        Usage.ofWord(cells.word(6)),
        RelayPosition.ofWord(cells.word(7)),
        cells.number(1),
        cells.number(2),
        cells.number(3),
        cells.number(4),
        cells.number(5));
  }

  private static int socket(Map<String, String> tags) {
    return Integer.parseInt(tags.getOrDefault("socket", "0"));
  }

  @Override
  public Optional<Counter> counterBefore(ShedId shed, int socket, long at) throws IOException {
    List<Counter> found = new ArrayList<>();
    String where = where(Scope.socket(shed, socket), at - LOOK_MILLIS, at);
    select(
        InfluxLevels.RAW,
        "\"wattHours\"" + where + " ORDER BY time DESC LIMIT 1",
        (tags, cells) -> found.add(new Counter(cells.time(), cells.number(1))));
    return found.stream().findFirst();
  }

  @Override
  public OptionalLong nextAt(ShedId shed, int socket, long at) throws IOException {
    List<Long> found = new ArrayList<>();
    String where = where(Scope.socket(shed, socket), at, at + LOOK_MILLIS);
    select(
        InfluxLevels.RAW,
        "\"usage\"" + where + " ORDER BY time ASC LIMIT 1",
        (tags, cells) -> found.add(cells.time()));
    return found.stream().mapToLong(Long::longValue).findFirst();
  }

  @Override
  public void rollUps(Scope scope, Level level, long from, long to, Consumer<RollUp> visitor)
      throws IOException {
    select(
        InfluxLevels.policy(level),
        ROLL_UP_FIELDS + where(scope, from, to) + " GROUP BY \"socket\"",
        (tags, cells) ->
            visitor.accept(new RollUp(scope.shed(), socket(tags), level, point(cells))));
  }

  private static Point point(InfluxQuery.Cells cells) {
    return new Point(
        cells.time(),
        (long) cells.number(1),
        cells.number(2),
        cells.number(3),
        cells.number(4),
        cells.number(5),
        cells.number(6),
        cells.number(7),
        cells.number(8),
        cells.number(9));
  }

  @Override
  public List<Scope> heard(long from, long to) throws IOException {
    List<Scope> heard = new ArrayList<>();
    select(
        InfluxLevels.RAW,
        "first(\"usage\")" + where("", from, to) + " GROUP BY \"shed\",\"socket\"",
        (tags, cells) ->
            heard.add(Scope.socket(new ShedId(tags.getOrDefault("shed", "")), socket(tags))));
    return heard;
  }

  private String where(Scope scope, long from, long to) {
    // Identities match [a-z0-9-], so they cannot end the string that they stand in.
    String socket = scope.isWholeShed() ? "" : " AND \"socket\"='" + scope.socket() + "'";
    return where(" AND \"shed\"='" + scope.shed() + "'" + socket, from, to);
  }

  private String where(String more, long from, long to) {
    return " FROM \"socket\" WHERE \"site\"='%s'%s AND time >= %dms AND time < %dms"
        .formatted(site, more, from, to);
  }

  private void select(String policy, String columns, InfluxQuery.RowVisitor visitor)
      throws IOException {
    try {
      query.run(database, policy, "SELECT " + columns, visitor);
    } catch (InfluxQuery.Refused e) {
      if (!String.valueOf(e.getMessage()).contains("not found")) {
        throw e;
      }
      // Nothing was written yet, or somebody dropped the database: there is nothing to read, and
      // the next write creates it.
    }
  }

  @Override
  public void retire(long nowMillis) {
    // The retention policies of the database do it.
  }

  @Override
  public void close() {
    client.close();
    queries.connectionPool().evictAll();
  }
}
