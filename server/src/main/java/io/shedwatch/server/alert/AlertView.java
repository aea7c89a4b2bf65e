package io.shedwatch.server.alert;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One alert as rows, REST and server-sent events carry it.
 *
 * @param detail what a person should read besides, as it was said last
 */
public record AlertView(
    String alert,
    String rule,
    String kind,
    Severity severity,
    Optional<String> shed,
    OptionalInt socket,
    Optional<String> building,
    AlertState state,
    Instant raisedAt,
    Optional<Instant> clearedAt,
    Optional<String> clearedWhy,
    Optional<String> acknowledgedBy,
    Optional<String> assignedTo,
    Optional<String> inhibitedBy,
    Optional<String> incident,
    double measured,
    double limit,
    boolean relayOpened,
    Optional<Instant> acknowledgedAt,
    Optional<Shelving> shelved,
    Life life,
    Optional<Site.Name> detail) {
  /** What it is about. */
  public Subject subject(SiteId site) {
    return new Subject(site, shed.map(ShedId::new), socket, building);
  }

  /**
   * What time did to it.
   *
   * @param ruleVersion of the parameters that raised it
   * @param flapping whether it came so often that no further notice goes out
   * @param realarmedAt when it last asked to be acknowledged again
   * @param escalatedAt when nobody had acknowledged it in time
   */
  public record Life(
      int ruleVersion,
      boolean flapping,
      Optional<Instant> realarmedAt,
      Optional<Instant> escalatedAt) {}
}
