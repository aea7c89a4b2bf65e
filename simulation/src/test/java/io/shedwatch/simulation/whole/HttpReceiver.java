package io.shedwatch.simulation.whole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Stands in for whoever takes notices by webhook. It answers slowly, so that a kill of the server
 * finds attempts that it never hears the end of.
 */
final class HttpReceiver implements AutoCloseable {
  private static final long ANSWERS_AFTER_NANOS = 300_000_000;
  private static final Pattern NOTICE = Pattern.compile("\"notice\":\"([^\"]+)\"");
  private static final Pattern ALERT = Pattern.compile("\"alert\":\"([^\"]+)\"");
  private static final String SAYS_SO = "可能重复";

  private final HttpServer server;
  private final List<String> heard = new ArrayList<>();

  private HttpReceiver() throws IOException {
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  static HttpReceiver open() throws IOException {
    return new HttpReceiver();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    synchronized (this) {
      heard.add(body);
    }
    LockSupport.parkNanos(ANSWERS_AFTER_NANOS);
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** By alert, the ids of the notices that told it. */
  synchronized Map<String, Set<String>> carriers() {
    Map<String, Set<String>> carriers = new TreeMap<>();
    for (String body : heard) {
      String notice = notice(body);
      ALERT
          .matcher(body)
          .results()
          .map(one -> one.group(1))
          .forEach(alert -> carriers.computeIfAbsent(alert, any -> new TreeSet<>()).add(notice));
    }
    return carriers;
  }

  /** Requests that came again without saying that they may be a repetition, or said so wrongly. */
  synchronized List<String> unsaid() {
    Map<String, Integer> times = new HashMap<>();
    return heard.stream()
        .filter(body -> body.contains(SAYS_SO) != times.merge(notice(body), 1, Integer::sum) > 1)
        .toList();
  }

  /** How many requests came. */
  synchronized int requests() {
    return heard.size();
  }

  private static String notice(String body) {
    return NOTICE.matcher(body).results().map(MatchResult::group).findFirst().orElse("none");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
