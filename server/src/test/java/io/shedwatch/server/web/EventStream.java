package io.shedwatch.server.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads server-sent events off a plain socket, so that a test also sees comments and the end. */
public final class EventStream implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  /** One event; a comment has the name {@code :}; the end of the stream the name {@code end}. */
  public record Event(String id, String name, String data, long nanos) {}

  private final Socket socket;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Set<String> took = new HashSet<>();

  private EventStream(Socket socket) {
    this.socket = socket;
  }

  /** Opens {@code /api/v1/live} as that client, going on after {@code lastEventId} if given. */
  public static EventStream open(Client client, Optional<String> lastEventId) throws IOException {
    URI url = URI.create(client.url());
    Socket socket = new Socket(url.getHost(), url.getPort());
    EventStream stream = new EventStream(socket);
    StringBuilder head = new StringBuilder("GET /api/v1/live HTTP/1.1\r\nHost: x\r\n");
    head.append("Accept: text/event-stream\r\n");
    lastEventId.ifPresent(id -> head.append("Last-Event-ID: ").append(id).append("\r\n"));
    client.cookie().ifPresent(cookie -> head.append("Cookie: ").append(cookie).append("\r\n"));
    OutputStream out = socket.getOutputStream();
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    Thread reader = new Thread(stream::read, "event-stream");
    reader.setDaemon(true);
    reader.start();
    return stream;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      String id = "";
      String name = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.startsWith(":")) {
          events.add(new Event("", ":", line, System.nanoTime()));
        } else if (line.isEmpty() && !data.isEmpty()) {
          events.add(new Event(id, name, data, System.nanoTime()));
          data = "";
        }
      }
    } catch (IOException closed) {
      // The end is told below; a test that closed its stream does not look.
    }
    events.add(new Event("", "end", "", System.nanoTime()));
  }

  /** The next event of that name; others that come before it are skipped. */
  public Event next(String name) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      Event event = events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        throw new AssertionError("no event " + name + " within " + PATIENCE_SECONDS + " s");
      }
      took.add(event.name());
      if (event.name().equals(name)) {
        return event;
      }
      if (event.name().equals("end")) {
        throw new AssertionError("the stream ended while waiting for " + name);
      }
    }
  }

  /** The next event of that name whose data contains all those texts. */
  public Event next(String name, String... texts) throws InterruptedException {
    Event event = next(name);
    while (!Arrays.stream(texts).allMatch(event.data()::contains)) {
      event = next(name);
    }
    return event;
  }

  /** The names of all events taken so far, also of those that were skipped. */
  public Set<String> took() {
    return Set.copyOf(took);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
