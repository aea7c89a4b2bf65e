package io.shedwatch.simulation.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Listens to the server's live events as a page does, and times each alert that was announced. */
final class HttpAlertWatch implements AutoCloseable {
  private final Map<String, Long> publishedAt = new ConcurrentHashMap<>();
  private final Latencies latencies = new Latencies();
  private final BufferedReader events;
  private final Thread listener;

  private HttpAlertWatch(BufferedReader events) {
    this.events = events;
    this.listener = new Thread(this::listen, "alert-watch");
    this.listener.setDaemon(true);
    this.listener.start();
  }

  /** Signs in and opens the stream; the first event has arrived on return. */
  static HttpAlertWatch open(String url, String user, String password)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String body = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    HttpRequest login =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/login"))
            .header("Content-Type", "application/json")
            .header("Origin", url)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(login, HttpResponse.BodyHandlers.ofString());
    String cookie =
        answer
            .headers()
            .firstValue("Set-Cookie")
            .map(value -> value.split(";", 2)[0])
            .orElseThrow(() -> new IOException("login refused: " + answer.body()));
    HttpRequest live =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/live"))
            .header("Cookie", cookie)
            .header("Accept", "text/event-stream")
            .build();
    var stream = client.send(live, HttpResponse.BodyHandlers.ofInputStream());
    if (stream.statusCode() != 200) {
      throw new IOException("live events refused: " + stream.statusCode());
    }
    BufferedReader events =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    events.readLine();
    return new HttpAlertWatch(events);
  }

  /** Says that an alarm is about to be published, by the shed it is raised at. */
  void published(String shed, long nanoTime) {
    publishedAt.put(shed, nanoTime);
  }

  Latencies latencies() {
    return latencies;
  }

  /** Alarms announced and not yet seen. */
  int missing() {
    return publishedAt.size();
  }

  private void listen() {
    try {
      String event = "";
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("data:") && event.equals("alert")) {
          seen(line, System.nanoTime());
        }
      }
    } catch (IOException e) {
      System.err.println("live events ended: " + e.getMessage());
    }
  }

  private void seen(String data, long nanoTime) {
    int begin = data.indexOf("\"shed\":\"");
    if (begin < 0 || !data.contains("\"state\":\"active-")) {
      return;
    }
    String shed = data.substring(begin + 8, data.indexOf('"', begin + 8));
    Long published = publishedAt.remove(shed);
    if (published != null) {
      latencies.add(nanoTime - published);
    }
  }

  @Override
  public void close() throws IOException {
    listener.interrupt();
  }
}
