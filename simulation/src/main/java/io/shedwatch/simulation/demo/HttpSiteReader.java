package io.shedwatch.simulation.demo;

import io.shedwatch.simulation.town.TownMap;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the site from a server, as any stranger would: {@code GET /api/v1/site}. */
final class HttpSiteReader {
  private static final Duration START_WITHIN = Duration.ofMinutes(4);
  private static final long LOOK_AGAIN_NANOS = 100_000_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A site and the plan that people walk on. */
  record SitePlan(String site, TownMap map) {}

  /**
   * Waits until the server answers, at most four minutes: a busy machine is slow, and the caller is
   * told at once when the server ends.
   */
  SitePlan await(String serverUrl) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(serverUrl + "/api/v1/site")).build();
    long deadline = System.nanoTime() + START_WITHIN.toNanos();
    while (true) {
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return plan(answer.body());
        }
        throw new IOException("the server answers " + answer.statusCode() + ": " + answer.body());
      } catch (ConnectException e) {
        if (System.nanoTime() > deadline) {
          throw new IOException("no server at " + serverUrl, e);
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }

  /** JSON is YAML; the one parser of the agent's settings reads it. */
  static SitePlan plan(String json) {
    Map<String, Object> site = new Yaml(new SafeConstructor(new LoaderOptions())).load(json);
    Map<?, ?> reach = (Map<?, ?>) required(site, "reach");
    return new SitePlan(
        (String) required(site, "site"),
        new TownMap(
            list(site, "buildings").stream().map(HttpSiteReader::house).toList(),
            list(site, "sheds").stream().map(HttpSiteReader::shed).toList(),
            number(reach, "metres"),
            (int) number(reach, "sheds")));
  }

  private static TownMap.House house(Map<?, ?> building) {
    return new TownMap.House(
        (String) required(building, "building"),
        (int) number(building, "households"),
        number(building, "x"),
        number(building, "y"));
  }

  private static TownMap.ShedSite shed(Map<?, ?> shed) {
    return new TownMap.ShedSite(
        (String) required(shed, "shed"),
        (int) number(shed, "sockets"),
        number(shed, "x"),
        number(shed, "y"));
  }

  private static List<Map<?, ?>> list(Map<?, ?> from, String key) {
    return ((List<?>) required(from, key)).stream().<Map<?, ?>>map(Map.class::cast).toList();
  }

  private static double number(Map<?, ?> from, String key) {
    return ((Number) required(from, key)).doubleValue();
  }

  private static Object required(Map<?, ?> from, String key) {
    Object value = from.get(key);
    if (value == null) {
      throw new IllegalArgumentException("the site has no " + key);
    }
    return value;
  }
}
