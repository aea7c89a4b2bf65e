package io.shedwatch.simulation.whole;

import io.shedwatch.testkit.Influx;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Every single reading that a store holds, as sorted lines, read without the server's code. */
final class StoredReadings {
  private static final String COLUMNS =
      "shed, socket, at, usage, relay, volts, amperes, watts, watt_hours, celsius";

  private StoredReadings() {}

  /** Those of a stopped server's SQLite files. */
  static List<String> inFiles(Path data) throws IOException, SQLException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(data.resolve("readings").resolve(KilledServer.SITE))) {
      for (Path file :
          files.filter(path -> path.toString().matches(".*/raw-.*\\.sqlite")).toList()) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
          all.addAll(JdbcTables.rows(connection, "select " + COLUMNS + " from raw"));
        }
      }
    }
    Collections.sort(all);
    return all;
  }

  /** Those of a database in InfluxDB. */
  static List<String> inInflux(Influx influx, String database) throws Exception {
    String query = "SELECT * FROM raw.socket";
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    influx.url()
                        + "/query?epoch=ms&db="
                        + database
                        + "&q="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)))
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString(
                            (Influx.USER + ":" + Influx.PASSWORD).getBytes(StandardCharsets.UTF_8)))
            .header("Accept", "application/csv")
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.body().lines().sorted().toList();
  }
}
