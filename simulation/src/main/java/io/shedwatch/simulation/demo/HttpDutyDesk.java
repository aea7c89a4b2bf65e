package io.shedwatch.simulation.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The staff of the days before: what came and went then they have seen. Without them a board of
 * three days asks for a hundred acknowledgements of what is long over. What still lasts is left to
 * whoever looks now.
 */
final class HttpDutyDesk {
  private static final String USER = "admin";

  /** Alerts asked for at a time. */
  private static final int PAGE = 200;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String server;
  private final String password;
  private String cookie = "";

  HttpDutyDesk(String server, String password) {
    this.server = server;
    this.password = password;
  }

  /** Acknowledges every alert that is over, and returns how many there were. */
  int acknowledgeOver() throws IOException, InterruptedException {
    String body = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(USER, password);
    cookie =
        post("/api/v1/login", body)
            .headers()
            .firstValue("Set-Cookie")
            .map(value -> value.split(";", 2)[0])
            .orElseThrow(() -> new IOException("the server gives no login"));
    TreeSet<String> seen = new TreeSet<>();
    while (true) {
      List<String> over = over();
      if (!seen.addAll(over)) {
        return seen.size();
      }
      for (String alert : over) {
        post("/api/v1/alerts/" + encoded(alert) + "/acknowledge", "");
      }
    }
  }

  private List<String> over() throws IOException, InterruptedException {
    String path = "/api/v1/alerts?state=cleared-unacknowledged&limit=" + PAGE;
    String page = send(request(path).GET().build()).body();
    Map<String, List<Map<String, Object>>> alerts =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(page);
    return alerts.getOrDefault("items", List.of()).stream()
        .map(alert -> String.valueOf(alert.get("alert")))
        .toList();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server + path))
        .header("Content-Type", "application/json")
        .header("Origin", server)
        .header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          request.uri() + " answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8);
  }
}
