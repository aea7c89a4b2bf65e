package io.shedwatch.server.readings;

import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import io.shedwatch.server.readings.ReadingStore.Written;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes lines and makes of each error what it is: the store is away (try again), a database is
 * missing (create, try again), or lines are refused (count, go on).
 */
final class InfluxWrites {
  private static final Pattern DROPPED = Pattern.compile("dropped=(\\d+)");
  private static final String PARTIAL = "partial write";

  private final WriteApiBlocking api;
  private final String org;
  private final InfluxLevels levels;

  InfluxWrites(WriteApiBlocking api, String org, InfluxLevels levels) {
    this.api = api;
    this.org = org;
    this.levels = levels;
  }

  /**
   * @param lines line protocol, each line ended
   * @param count how many lines
   */
  Written write(String policy, String lines, int count) throws IOException {
    try {
      return attempt(policy, lines, count);
    } catch (MissingDatabase e) {
      levels.create();
      return attempt(policy, lines, count);
    }
  }

  private Written attempt(String policy, String lines, int count) throws IOException {
    if (count == 0) {
      return new Written(0, 0);
    }
    try {
      api.writeRecord(levels.bucket(policy), org, WritePrecision.MS, lines);
      return new Written(count, 0);
    } catch (InfluxException e) {
      return judge(e, policy, lines, count);
    }
  }

  private Written judge(InfluxException e, String policy, String lines, int count)
      throws IOException {
    String words = words(e);
    boolean missing = words.contains("not found");
    return switch (e.status()) {
      case 400, 422 -> refused(words, policy, lines, count);
      case 413 -> halves(policy, lines, count, words);
      case 404, 500 -> {
        if (missing) {
          throw new MissingDatabase(words, e);
        }
        throw new IOException(words, e);
      }
      // 0: no connection, time-out. 401, 403: somebody changes the password; nothing is lost.
      default -> throw new IOException(words, e);
    };
  }

  private Written refused(String words, String policy, String lines, int count) throws IOException {
    Matcher dropped = DROPPED.matcher(words);
    if (dropped.find()) {
      // All other lines are stored. A parse error says "dropped=0" for the lines it names.
      int refused = Math.max(1, Math.min(count, Integer.parseInt(dropped.group(1))));
      return new Written(count - refused, refused);
    }
    if (words.contains(PARTIAL)) {
      return new Written(count - 1, 1);
    }
    return halves(policy, lines, count, words);
  }

  /** Finds the lines that are refused, so that the others are stored. */
  private Written halves(String policy, String lines, int count, String words) throws IOException {
    if (count == 1) {
      return new Written(0, 1);
    }
    int middle = 0;
    for (int i = 0; i < count / 2; i++) {
      middle = lines.indexOf('\n', middle) + 1;
    }
    if (middle <= 0) {
      throw new IOException("fewer lines than counted; InfluxDB said " + words);
    }
    Written first = attempt(policy, lines.substring(0, middle), count / 2);
    Written second = attempt(policy, lines.substring(middle), count - count / 2);
    return new Written(first.stored() + second.stored(), first.refused() + second.refused());
  }

  /** The server's own words; the client finds them in a 2.x answer only. */
  private static String words(InfluxException e) {
    Map<String, Object> body = e.errorBody();
    Object error = body == null ? null : body.get("error");
    String said = error != null ? error.toString() : String.valueOf(e.getMessage());
    return e.status() == 0 ? said : "InfluxDB answered " + e.status() + ": " + said;
  }

  private static final class MissingDatabase extends IOException {
    private static final long serialVersionUID = 1;

    MissingDatabase(String words, InfluxException cause) {
      super(words, cause);
    }
  }
}
