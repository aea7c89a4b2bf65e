package io.shedwatch.server.readings;

import io.shedwatch.testkit.Influx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What tests ask of InfluxDB past our own code. */
final class InfluxCalls {
  private InfluxCalls() {}

  static String query(Influx influx, String query) {
    return post(influx, "/query?epoch=ms", "q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  static String write(Influx influx, String database, String policy, String lines) {
    return post(influx, "/write?db=" + database + "&rp=" + policy + "&precision=ms", lines);
  }

  private static String post(Influx influx, String path, String body) {
    String account = Influx.USER + ":" + Influx.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(influx.url() + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
