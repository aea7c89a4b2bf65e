package io.shedwatch.simulation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpDutyDeskTest {
  private static final String PASSWORD = "test-only-duty";
  private static final String COOKIE = "shedwatch_login=token";

  /** The server gives so many at a time, whatever is asked for. */
  private static final int PAGE = 2;

  private final TreeSet<String> over = new TreeSet<>();
  private HttpServer server;

  @BeforeEach
  void aServerWithAlertsThatAreOver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/login", this::login);
    server.createContext("/api/v1/alerts", this::alerts);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpDutyDesk desk(String password) {
    return new HttpDutyDesk("http://127.0.0.1:" + server.getAddress().getPort(), password);
  }

  @Test
  void everyPageOfWhatIsOverIsAcknowledged() throws Exception {
    over.add("s01-1");
    over.add("s02-7");
    over.add("s03-2");
    assertThat(desk(PASSWORD).acknowledgeOver()).isEqualTo(3);
    assertThat(over).isEmpty();
  }

  @Test
  void whereNothingIsOverNothingIsSaid() throws Exception {
    assertThat(desk(PASSWORD).acknowledgeOver()).isZero();
  }

  @Test
  void aRefusedLoginIsToldInTheServersWords() {
    assertThatThrownBy(() -> desk("wrong").acknowledgeOver())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("401");
  }

  private void login(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "; HttpOnly");
    answer(exchange, body.contains(PASSWORD) ? 200 : 401, "{}");
  }

  private void alerts(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!COOKIE.equals(exchange.getRequestHeaders().getFirst("Cookie"))) {
      answer(exchange, 401, "{}");
    } else if (path.endsWith("/acknowledge")) {
      over.remove(path.split("/", -1)[4]);
      answer(exchange, 200, "{}");
    } else {
      String items =
          over.stream()
              .limit(PAGE)
              .map("{\"alert\":\"%s\",\"clearedAt\":\"2026-03-01T08:00:00+08:00\"}"::formatted)
              .collect(Collectors.joining(","));
      answer(exchange, 200, "{\"items\":[" + items + "],\"next\":null}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
