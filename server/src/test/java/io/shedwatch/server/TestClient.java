package io.shedwatch.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Talks HTTP to a control room, with the JDK's client: no code is shared with the server. */
public final class TestClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient http;
  private final URI root;
  private final String cookie;

  TestClient(HttpClient http, URI root, String cookie) {
    this.http = http;
    this.root = root;
    this.cookie = cookie;
  }

  public TestAnswer get(String path) {
    return send("GET", path, "", Map.of());
  }

  /** Posts JSON. */
  public TestAnswer post(String path, String json) {
    return send("POST", path, json, Map.of());
  }

  /**
   * Sends anything.
   *
   * @param body sent as JSON unless the headers say otherwise; empty: none
   */
  public TestAnswer send(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.BodyPublisher sent =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest.Builder request = request(path).method(method, sent);
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return sent(method, path, request);
  }

  /** Posts the bytes of a file. */
  public TestAnswer upload(String path, byte[] file) {
    return sent(
        "POST",
        path,
        request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofByteArray(file)));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE);
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private TestAnswer sent(String method, String path, HttpRequest.Builder request) {
    try {
      return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " " + path, e);
    }
  }

  private static TestAnswer answer(HttpResponse<java.io.InputStream> response) throws IOException {
    try (java.io.InputStream in = response.body()) {
      boolean endless =
          response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
      byte[] body = endless ? new byte[0] : in.readAllBytes();
      return new TestAnswer(
          response.statusCode(), response.headers(), new String(body, StandardCharsets.UTF_8));
    }
  }
}
