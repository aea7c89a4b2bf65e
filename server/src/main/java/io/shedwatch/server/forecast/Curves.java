package io.shedwatch.server.forecast;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.readings.Point;
import io.shedwatch.server.readings.ReadingHistory;
import io.shedwatch.server.readings.Window;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The curves of all charges under way, filled from what screens show; what happened before the
 * server was started is read from the store once. Not thread-safe; belongs to the loop.
 */
final class Curves {
  private static final Logger LOG = LoggerFactory.getLogger(Curves.class);

  /** A charge that began longer ago has a past to be read. */
  private static final long FRESH_MILLIS = 150_000;

  private static final long MINUTE_MILLIS = 60_000;

  private final ReadingHistory history;
  private final Map<String, Charge> charges = new HashMap<>();

  Curves(ReadingHistory history) {
    this.history = history;
  }

  /** A charge that is full now: its curve from the beginning. */
  record Full(ShedId shed, int socket, Charge charge) {}

  /** Takes a look at one socket; gives the charge that has just become full, if one has. */
  Optional<Full> look(ShedId shed, SocketSeen socket) {
    String key = shed + "-" + socket.socket();
    Optional<Charge> before = Optional.ofNullable(charges.get(key));
    if (socket.usage() != Usage.CHARGING || socket.since() == 0) {
      charges.remove(key);
      return before
          .filter(charge -> socket.usage() == Usage.FINISHED)
          .map(charge -> new Full(shed, socket.socket(), charge));
    }
    Charge charge =
        before.filter(one -> one.since() == socket.since()).orElseGet(() -> begun(shed, socket));
    charge.sample(socket.at(), socket.watts());
    charges.put(key, charge);
    return Optional.empty();
  }

  Optional<Charge> charge(ShedId shed, int socket) {
    return Optional.ofNullable(charges.get(shed + "-" + socket));
  }

  private Charge begun(ShedId shed, SocketSeen socket) {
    Charge charge = new Charge(socket.since());
    if (socket.at() - socket.since() > FRESH_MILLIS) {
      Window window = new Window(socket.since(), socket.at(), MINUTE_MILLIS);
      try {
        List<Point> points = history.read(shed, socket.socket(), window);
        points.forEach(
            point -> charge.sample(Math.max(point.at(), charge.since()), point.wattsMean()));
      } catch (IOException away) {
        LOG.warn("curve of a charge not read shed={} socket={}", shed, socket.socket(), away);
      }
    }
    return charge;
  }
}
