package io.shedwatch.server.notice.courier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A receiver on this machine that answers as it is told and keeps what it heard. */
public final class StandIn implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Deque<Answer> next = new ConcurrentLinkedDeque<>();
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Answer usual;

  /** One answer; a status of 0: none at all, until the test ends. */
  public record Answer(int status, String body, Map<String, String> headers) {
    public static Answer of(int status, String body) {
      return new Answer(status, body, Map.of());
    }
  }

  /** What was posted; header names in small letters. The body is also there byte by byte. */
  public record Heard(
      String query, Map<String, String> headers, String body, String base64, long atNanos) {
    public byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }
  }

  private StandIn(Answer usual) throws IOException {
    this.usual = usual;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** One that gives this answer when nothing else is queued. */
  public static StandIn answering(int status, String body) throws IOException {
    return new StandIn(Answer.of(status, body));
  }

  /** What is answered next instead, without a body. */
  public StandIn then(int status) {
    return then(Answer.of(status, ""));
  }

  public StandIn then(int status, Map<String, String> headers) {
    return then(new Answer(status, "", headers));
  }

  public StandIn then(Answer answer) {
    next.add(answer);
    return this;
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public List<Heard> heard() {
    return heard;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    String query = exchange.getRequestURI().getRawQuery();
    heard.add(
        new Heard(
            query == null ? "" : query,
            headers,
            new String(body, StandardCharsets.UTF_8),
            Base64.getEncoder().encodeToString(body),
            System.nanoTime()));
    Answer answer = next.isEmpty() ? usual : next.remove();
    if (answer.status() == 0) {
      await();
      exchange.close();
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), text.length == 0 ? -1 : text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private void await() {
    try {
      over.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
