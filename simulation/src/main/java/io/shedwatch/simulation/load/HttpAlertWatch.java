package io.shedwatch.simulation.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Listens to the server's live events as a page does, and times each alert that was announced. */
final class HttpAlertWatch {
  private final Announced announced = new Announced();
  private final BufferedReader events;

  private HttpAlertWatch(BufferedReader events) {
    this.events = events;
    Thread listener = new Thread(this::listen, "alert-watch");
    listener.setDaemon(true);
    listener.start();
  }

  /** Opens the stream; the first event has arrived on return. */
  static HttpAlertWatch open(HttpStaff staff) throws IOException, InterruptedException {
    BufferedReader events =
        new BufferedReader(new InputStreamReader(staff.live(), StandardCharsets.UTF_8));
    events.readLine();
    return new HttpAlertWatch(events);
  }

  Announced announced() {
    return announced;
  }

  private void listen() {
    try {
      String event = "";
      for (String line = events.readLine(); line != null; line = events.readLine()) {
        if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("data:") && event.equals("alert")) {
          seen(line, System.nanoTime());
        }
      }
    } catch (IOException e) {
      System.err.println("live events ended: " + e.getMessage());
    }
  }

  private void seen(String data, long nanoTime) {
    int begin = data.indexOf("\"shed\":\"");
    if (begin < 0 || !data.contains("\"state\":\"active-")) {
      return;
    }
    announced.seen(data.substring(begin + 8, data.indexOf('"', begin + 8)), nanoTime);
  }
}
