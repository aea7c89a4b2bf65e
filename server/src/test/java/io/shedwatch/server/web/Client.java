package io.shedwatch.server.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** A client of the routes, with or without a login. */
public final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String url;
  private final Optional<String> cookie;

  private Client(String url, Optional<String> cookie) {
    this.url = url;
    this.cookie = cookie;
  }

  /** Somebody without a login. */
  public static Client anybody(String url) {
    return new Client(url, Optional.empty());
  }

  /** The same after a login. */
  public Client login(String user, String password) {
    HttpResponse<String> answer =
        post("/api/v1/login", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    String set =
        answer
            .headers()
            .firstValue("set-cookie")
            .orElseThrow(() -> new AssertionError(answer.body()));
    return new Client(url, Optional.of(set.substring(0, set.indexOf(';'))));
  }

  public Optional<String> cookie() {
    return cookie;
  }

  public String url() {
    return url;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> post(String path, String json) {
    return send(
        request(path, "Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> put(String path, String json) {
    return send(
        request(path, "Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.replaceAll("/$", "") + path));
    cookie.ifPresent(value -> request.header("Cookie", value));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
