package io.shedwatch.server.notice.courier;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Posts what a robot is told and says what its answer means. Redirects are not followed. */
final class HttpCourier implements Courier {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Answers are short; of a longer one the start is read. */
  private static final int MOST_ANSWER_BYTES = 4_096;

  private final HttpClient client;
  private final Robot robot;
  private final Duration patience;

  HttpCourier(Robot robot, Duration patience) {
    this.robot = robot;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Outcome send(Letter letter, Destination destination, Instant now) {
    HttpRequest request;
    try {
      request = request(robot.call(letter, destination, now));
    } catch (IllegalArgumentException e) {
      return new Outcome.Refused("the address is not a URL"); // Its text would give it away.
    }
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        byte[] start = in.readNBytes(MOST_ANSWER_BYTES);
        return read(answer, new String(start, StandardCharsets.UTF_8));
      }
    } catch (ConnectException | HttpConnectTimeoutException | UnknownHostException e) {
      return Outcome.later("cannot connect");
    } catch (HttpTimeoutException e) {
      return new Outcome.Later(
          "no answer within " + patience.toSeconds() + " s", Duration.ZERO, true);
    } catch (IOException e) {
      return new Outcome.Later("the connection broke", Duration.ZERO, true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Later("the server was stopped meanwhile", Duration.ZERO, true);
    }
  }

  private HttpRequest request(HttpCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(call.url()))
            .timeout(patience)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    return request.build();
  }

  private Outcome read(HttpResponse<?> answer, String body) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return robot.read(body);
    }
    if (status == 429) {
      return new Outcome.Later("HTTP 429: too often", pause(answer, RetryAfter.TOO_OFTEN), false);
    }
    if (status == 408 || status >= 500) {
      return new Outcome.Later("HTTP " + status, pause(answer, Duration.ZERO), false);
    }
    return new Outcome.Refused("HTTP " + status);
  }

  private static Duration pause(HttpResponse<?> answer, Duration usual) {
    return RetryAfter.of(answer.headers().firstValue("Retry-After"), usual);
  }
}
