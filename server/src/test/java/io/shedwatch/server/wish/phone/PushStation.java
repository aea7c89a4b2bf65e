package io.shedwatch.server.wish.phone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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

/** A push service on this machine: keeps what came and answers 201, or what it was told to. */
public final class PushStation implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Deque<Answer> next = new ConcurrentLinkedDeque<>();
  private final List<Came> came = new CopyOnWriteArrayList<>();

  private record Answer(int status, Map<String, String> headers) {}

  /** What was posted; header names in small letters. */
  public record Came(Map<String, String> headers, String base64) {
    public byte[] body() {
      return Base64.getDecoder().decode(base64);
    }
  }

  private PushStation() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  public static PushStation start() throws IOException {
    return new PushStation();
  }

  /** What is answered next instead; 0: nothing at all, until the test ends. */
  public PushStation then(int status) {
    return then(status, Map.of());
  }

  PushStation then(int status, Map<String, String> headers) {
    next.add(new Answer(status, headers));
    return this;
  }

  /** The address of one subscription. */
  public String endpoint(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  public List<Came> came() {
    return came;
  }

  private void take(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    byte[] body = exchange.getRequestBody().readAllBytes();
    Answer answer = next.isEmpty() ? new Answer(201, Map.of()) : next.remove();
    came.add(new Came(headers, Base64.getEncoder().encodeToString(body)));
    if (answer.status() == 0) {
      hang();
    } else {
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), -1);
    }
    exchange.close();
  }

  private void hang() {
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
