package io.shedwatch.server.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The curve of an evidence pack: watts over time for each socket.
 *
 * @param from epoch milliseconds
 * @param to epoch milliseconds
 */
record PackCurve(long from, long to, SortedMap<Integer, List<Point>> sockets) {
  private static final JsonFactory JSON = new JsonFactory();

  /** One measured power. */
  record Point(long at, double watts) {}

  double highest() {
    return sockets.values().stream()
        .flatMap(List::stream)
        .mapToDouble(Point::watts)
        .max()
        .orElse(0);
  }

  static PackCurve read(byte[] pack) throws IOException {
    long from = 0;
    long to = 0;
    SortedMap<Integer, List<Point>> sockets = new TreeMap<>();
    try (JsonParser json = JSON.createParser(pack)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "from" -> from = json.getLongValue();
          case "to" -> to = json.getLongValue();
          case "curve" -> points(json, sockets);
          default -> json.skipChildren();
        }
      }
    }
    return new PackCurve(from, to, sockets);
  }

  private static void points(JsonParser json, SortedMap<Integer, List<Point>> sockets)
      throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      long at = 0;
      int socket = 0;
      double watts = Double.NaN;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        switch (name) {
          case "at" -> at = json.getLongValue();
          case "socket" -> socket = json.getIntValue();
          case "watts" -> watts = json.getDoubleValue();
          default -> json.skipChildren();
        }
      }
      if (!Double.isNaN(watts)) {
        sockets.computeIfAbsent(socket, any -> new ArrayList<>()).add(new Point(at, watts));
      }
    }
  }
}
