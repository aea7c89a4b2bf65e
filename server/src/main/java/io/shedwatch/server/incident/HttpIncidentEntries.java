package io.shedwatch.server.incident;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Incidents that people enter by hand, and to whom incidents are given. */
@Controller("/api/v1/incidents")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "incidents")
class HttpIncidentEntries {
  /** Clocks of people's devices are wrong by minutes. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private static final int MOST_NAME = 64;

  private final JdbcIncidentEntries entries;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpIncidentEntries(JdbcIncidentEntries entries, Site site, InstantSource clock) {
    this.entries = entries;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Enters by hand what somebody saw; opens an incident, or joins the open one of that place. */
  @Post
  @Status(HttpStatus.CREATED)
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "enterIncident", summary = "Enters by hand what somebody saw.")
  IncidentShape enter(@Body @Valid Entry body, Authentication who) throws SQLException {
    Instant now = clock.instant();
    Instant at = Asked.time("at", body.at()).orElse(now);
    if (at.isAfter(now.plus(AHEAD))) {
      throw ProblemException.invalid("at is in the future.");
    }
    place(body);
    String key = body.entry().orElseGet(() -> UUID.randomUUID().toString());
    ManualEntry entry =
        new ManualEntry(
            site.site() + "/manual/" + key,
            body.kind(),
            Severity.ofWord(body.severity()),
            body.shed(),
            body.socket().map(OptionalInt::of).orElseGet(OptionalInt::empty),
            body.shed().isPresent() ? Optional.empty() : body.building(),
            at,
            who.getName(),
            body.text().strip());
    return IncidentShape.of(entries.enter(entry, now), time);
  }

  private void place(Entry body) {
    if (body.shed().isPresent()) {
      Site.Shed shed =
          site.sheds().stream()
              .filter(one -> one.shed().value().equals(body.shed().get()))
              .findFirst()
              .orElseThrow(() -> ProblemException.invalid("There is no such shed."));
      if (body.socket().filter(number -> number < 1 || number > shed.sockets()).isPresent()) {
        throw ProblemException.invalid("There is no such socket.");
      }
    } else if (body.socket().isPresent()) {
      throw ProblemException.invalid("A socket has a shed.");
    }
    if (body.building().isPresent()
        && site.buildings().stream()
            .noneMatch(one -> one.building().equals(body.building().get()))) {
      throw ProblemException.invalid("There is no such building.");
    }
  }

  /** Gives an incident to somebody here, or with a date to a named party outside. */
  @Post("/{incident}/assign")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "assignIncident", summary = "Gives an incident to somebody.")
  IncidentShape assign(String incident, @Body @Valid Assign body, Authentication who)
      throws SQLException {
    String party = body.party().orElse(Assignment.STAFF);
    Optional<Instant> due = Asked.time("dueAt", body.dueAt());
    if (!party.equals(Assignment.STAFF) && due.isEmpty()) {
      throw ProblemException.invalid("What is given to somebody outside has a date (dueAt).");
    }
    Assignment to =
        new Assignment(
            incident,
            party,
            body.to().strip(),
            due,
            body.note().map(String::strip).filter(note -> !note.isEmpty()),
            who.getName(),
            clock.instant());
    return entries
        .assign(to)
        .map(done -> IncidentShape.of(done, time))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.CONFLICT, "There is no open incident of that name."));
  }

  /**
   * What somebody saw.
   *
   * @param entry drawn by the page: the same sent twice is one entry
   * @param at when it was seen; now, where it is left out
   */
  @Serdeable
  record Entry(
      Optional<@Pattern(regexp = "[A-Za-z0-9-]{8,64}") String> entry,
      @NotBlank @Pattern(regexp = "[a-z][a-z-]{1,39}") String kind,
      @NotBlank @Pattern(regexp = "critical|major|minor") String severity,
      Optional<@Pattern(regexp = "[a-z0-9-]{1,32}") String> shed,
      Optional<Integer> socket,
      Optional<@Size(max = 32) String> building,
      Optional<String> at,
      @NotBlank @Size(max = JdbcRemarks.MAX_CHARACTERS) String text) {}

  /**
   * Who gets it.
   *
   * @param party staff where it is left out
   * @param to a user, or a name outside
   */
  @Serdeable
  record Assign(
      Optional<
              @Pattern(regexp = "staff|police|fire-service|lawyer|street-office|contractor|other")
              String>
          party,
      @NotBlank @Size(max = MOST_NAME) String to,
      Optional<String> dueAt,
      Optional<@Size(max = 1_000) String> note) {}
}
