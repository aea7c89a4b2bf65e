package io.shedwatch.server.wish;

import io.micronaut.http.HttpRequest;
import io.shedwatch.server.http.HttpClientAddress;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.http.Turnstile;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What every wish passes, whatever it is for: sixty an hour from one address, altogether. */
@Singleton
final class HttpWishDoor {
  /** Many phones share one address: a mobile network, a community's wireless. */
  private final Turnstile addresses = new Turnstile(60, Duration.ofHours(1));

  private final WishRoom room;
  private final HttpClientAddress address;
  private final InstantSource clock;

  HttpWishDoor(WishRoom room, HttpClientAddress address, InstantSource clock) {
    this.room = room;
    this.address = address;
    this.clock = clock;
  }

  WishRoom room() {
    return room;
  }

  Instant now() {
    return clock.instant();
  }

  /** Counts one who asks; one too many is refused with 429. */
  void enter(HttpRequest<?> request) {
    addresses.passOrRefuse(
        address.of(request), now(), "Too many wishes; look at the page instead.");
  }

  /** The answer to one who asks when too many wait. */
  static ProblemException full() {
    return new ProblemException(ProblemType.UNAVAILABLE, "Too many wait already.");
  }

  /** The answer to a token that is none. */
  static ProblemException gone() {
    return ProblemException.notFound("There is no such wish any more.");
  }

  /** Takes a wish back; a no-op where there is none. */
  void drop(String token) throws SQLException {
    room.wishes().remove(token);
  }
}
