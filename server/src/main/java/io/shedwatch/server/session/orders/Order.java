package io.shedwatch.server.session.orders;

import java.time.Instant;
import java.util.Optional;

/**
 * One past order of a vendor.
 *
 * @param endedAt end of the charge, or of the order
 * @param unpluggedAt when the socket was free again, where the vendor knows
 */
record Order(
    String shed,
    int socket,
    Instant startedAt,
    Instant endedAt,
    Optional<Instant> unpluggedAt,
    double wattHours) {

  /** Natural key: nobody starts two charges on one socket in the same millisecond. */
  String session(String site) {
    return site + "-" + shed + "-" + socket + "-order-" + startedAt.toEpochMilli();
  }
}
