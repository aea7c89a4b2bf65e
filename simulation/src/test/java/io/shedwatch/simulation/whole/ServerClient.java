package io.shedwatch.simulation.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a browser with a staff login would ask the server. */
final class ServerClient {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String cookie;

  private ServerClient(String url, String cookie) {
    this.url = url;
    this.cookie = cookie;
  }

  static ServerClient login(String url, String user, String password)
      throws IOException, InterruptedException {
    ServerClient stranger = new ServerClient(url, "");
    String body = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password);
    HttpResponse<String> answer = stranger.send("POST", "/api/v1/login", body);
    if (answer.statusCode() != 200) {
      throw new AssertionError("login: " + answer.statusCode() + " " + answer.body());
    }
    String given = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return new ServerClient(url, given.split(";", 2)[0]);
  }

  Json get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("GET", path, "");
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return Json.parse(answer.body());
  }

  void post(String path, String json) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("POST", path, json);
    if (answer.statusCode() >= 300) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Origin", url)
            .header("Cookie", cookie)
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
