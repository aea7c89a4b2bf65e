package io.shedwatch.simulation.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody who is signed in, as a page is. */
final class HttpStaff {
  private final HttpClient client;
  private final String url;
  private final String cookie;

  private HttpStaff(HttpClient client, String url, String cookie) {
    this.client = client;
    this.url = url;
    this.cookie = cookie;
  }

  static HttpStaff signIn(String url, String user, String password)
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
    return new HttpStaff(client, url, cookie);
  }

  /** The live events, from now on. */
  InputStream live() throws IOException, InterruptedException {
    HttpRequest asked = to("/api/v1/live").header("Accept", "text/event-stream").build();
    var stream = client.send(asked, HttpResponse.BodyHandlers.ofInputStream());
    if (stream.statusCode() != 200) {
      throw new IOException("live events refused: " + stream.statusCode());
    }
    return stream.body();
  }

  /** Sends a body to the server; gives what it answers. */
  String post(String path, String json) throws IOException, InterruptedException {
    return sent(
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  void delete(String path) throws IOException, InterruptedException {
    sent(to(path).DELETE().build());
  }

  private String sent(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(request.uri() + " refused: " + answer.body());
    }
    return answer.body();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Cookie", cookie)
        .header("Origin", url);
  }
}
