package io.shedwatch.server.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An incident in JSON, the same in REST and in server-sent events; absence is null.
 *
 * @param state open, acknowledged, resolved or closed
 * @param party staff, or who outside has it: police, fire-service, lawyer, street-office,
 *     contractor, other
 * @param way on-the-spot or outside; null while nobody decided
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Incident")
public record IncidentShape(
    String incident,
    String kind,
    String severity,
    Optional<String> shed,
    OptionalInt socket,
    Optional<String> building,
    String openedAt,
    String state,
    Optional<String> assignedTo,
    Optional<String> party,
    Optional<String> dueAt,
    Optional<String> way) {

  /** The shape of {@code incident}, its times in the site's time zone. */
  public static IncidentShape of(IncidentView incident, SiteTime time) {
    return new IncidentShape(
        incident.incident(),
        incident.kind(),
        incident.severity(),
        incident.shed(),
        incident.socket(),
        incident.building(),
        time.text(incident.openedAt()),
        incident.state(),
        incident.assignedTo(),
        incident.party(),
        incident.dueAt().map(time::text),
        incident.way());
  }
}
