package io.shedwatch.server.evidence;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.http.DatabaseAway;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.loop.LookLoop;
import io.shedwatch.server.loop.Pace;
import io.shedwatch.server.readings.ReadingStore;
import io.shedwatch.server.readings.Scope;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Freezes the evidence of each incident when its last minute is over. What is still to be done
 * stands in the database, so nothing is forgotten by a restart; while a store is away it waits.
 */
public final class EvidenceLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceLoop.class);

  /** Readings of the last minute may still be on their way. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final Pace PACE =
      Pace.everyMillis(1_000).afterTroubleMillis(2_000).stopWithinMillis(5_000);

  /** So many at once; the next look takes the rest. */
  private static final int BATCH = 50;

  private final JdbcEvidence evidence;
  private final ReadingStore readings;
  private final LookLoop loop;

  /** Incidents whose evidence cannot be gathered for a reason of their own, until a restart. */
  private final Set<String> stuck = new HashSet<>();

  private EvidenceLoop(JdbcEvidence evidence, ReadingStore readings, InstantSource clock) {
    this.evidence = evidence;
    this.readings = readings;
    this.loop = new LookLoop("evidence", PACE, clock, this::look);
  }

  /** Starts looking; after the intake holds the site. */
  public static EvidenceLoop start(
      DataSource database, SiteId site, ReadingStore readings, InstantSource clock) {
    JdbcEvidence rows = new JdbcEvidence(database, site);
    EvidenceLoop evidence = new EvidenceLoop(rows, readings, clock);
    evidence.loop.start();
    return evidence;
  }

  /** How often it has looked, whether or not that worked. */
  long looks() {
    return loop.looks();
  }

  private void look(Instant now) throws SQLException, IOException {
    Instant before = now.minus(EvidencePack.AROUND).minus(GRACE);
    for (IncidentView incident : evidence.waiting(before, BATCH + stuck.size())) {
      if (!stuck.contains(incident.incident())) {
        freeze(incident, now);
      }
    }
  }

  /** One that cannot be frozen is told once and passed over: the others do not wait for it. */
  private void freeze(IncidentView incident, Instant now) throws SQLException, IOException {
    try {
      evidence.freeze(evidence.gather(incident, curve(incident), now));
    } catch (SQLException e) {
      if (DatabaseAway.says(e)) {
        throw e;
      }
      passOver(incident, e);
    } catch (RuntimeException e) {
      passOver(incident, e);
    }
  }

  private void passOver(IncidentView incident, Exception why) {
    stuck.add(incident.incident());
    LOG.error("no evidence for incident={}", incident.incident(), why);
  }

  /** The readings around the incident by time; of the socket, or of all sockets of the shed. */
  private List<EvidencePack.Sample> curve(IncidentView incident) throws IOException {
    if (incident.shed().isEmpty()) {
      return List.of();
    }
    ShedId shed = new ShedId(incident.shed().get());
    Scope scope =
        incident.socket().isPresent()
            ? Scope.socket(shed, incident.socket().getAsInt())
            : Scope.wholeShed(shed);
    long middle = incident.openedAt().toEpochMilli();
    long around = EvidencePack.AROUND.toMillis();
    List<EvidencePack.Sample> curve = new ArrayList<>();
    readings.raw(
        scope,
        middle - around,
        middle + around + 1,
        (at, reading) -> curve.add(new EvidencePack.Sample(at, reading)));
    curve.sort(Comparator.comparingLong(EvidencePack.Sample::at));
    return curve;
  }

  @Override
  public void close() {
    loop.close();
  }
}
