package io.shedwatch.simulation.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for whoever takes notices by webhook: a route of the server leads here, and each alert
 * that was announced is timed until the last byte of the request that tells it.
 */
final class HttpWebhookWatch implements AutoCloseable {
  private static final String ROUTES = "/api/v1/notices/routes";
  private static final Pattern SHED = Pattern.compile("\"shed\":\"([^\"]+)\"");
  private static final Pattern ROUTE = Pattern.compile("\"route\":\"([^\"]+)\"");

  private final Announced announced = new Announced();
  private final HttpStaff staff;
  private final HttpServer server;
  private final String route;

  private HttpWebhookWatch(HttpStaff staff) throws IOException, InterruptedException {
    this.staff = staff;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
    String answer =
        staff.post(
            ROUTES,
            ("{\"name\":\"load\",\"courier\":\"webhook\",\"address\":\"http://127.0.0.1:%d/\","
                    + "\"least\":\"critical\",\"tellsClears\":false}")
                .formatted(server.getAddress().getPort()));
    Matcher id = ROUTE.matcher(answer);
    if (!id.find()) {
      throw new IOException("no route in " + answer);
    }
    this.route = id.group(1);
  }

  /** Adds the route. */
  static HttpWebhookWatch open(HttpStaff staff) throws IOException, InterruptedException {
    return new HttpWebhookWatch(staff);
  }

  Announced announced() {
    return announced;
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    long nanoTime = System.nanoTime();
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
    SHED.matcher(body).results().forEach(shed -> announced.seen(shed.group(1), nanoTime));
  }

  @Override
  public void close() throws IOException {
    try {
      staff.delete(ROUTES + "/" + route);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.stop(0);
    }
  }
}
