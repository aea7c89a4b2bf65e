package io.shedwatch.server.duty;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who is reached when and how, and what one shift hands to the next. */
@Controller("/api/v1/duty")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "duty")
class HttpDuty {
  private static final Duration SHOWN = Duration.ofDays(7);

  /** A longer one is a mistake of the year or the month. */
  private static final Duration LONGEST_SHIFT = Duration.ofDays(31);

  private final JdbcRoster roster;
  private final JdbcRounds rounds;
  private final SiteTime time;
  private final InstantSource clock;

  HttpDuty(JdbcRoster roster, JdbcRounds rounds, Site site, InstantSource clock) {
    this.roster = roster;
    this.rounds = rounds;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Who is on duty now, and the shifts of the next seven days or of the time asked for. */
  @Get("{?from,to}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "duty", summary = "Who is on duty now and next.")
  DutyShape duty(@QueryValue Optional<String> from, @QueryValue Optional<String> to)
      throws SQLException {
    Instant now = clock.instant();
    Instant begin = Asked.time("from", from).orElse(now);
    Instant end = Asked.time("to", to).orElse(begin.plus(SHOWN));
    return new DutyShape(
        time.text(now),
        roster.onDuty(now).stream().map(ContactShape::of).toList(),
        roster.shifts(begin, end).stream().map(this::shape).toList());
  }

  /** Puts somebody on duty. */
  @Post("/shifts")
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "addShift", summary = "Puts somebody on duty.")
  ShiftShape addShift(@Body @Valid ShiftAsked body) throws SQLException {
    Instant from = Asked.time("from", Optional.of(body.from())).orElseThrow();
    Instant to = Asked.time("to", Optional.of(body.to())).orElseThrow();
    if (!to.isAfter(from) || to.isAfter(from.plus(LONGEST_SHIFT))) {
      throw ProblemException.invalid("to is after from, and at most 31 days after.");
    }
    if (!roster.knows(body.contact())) {
      throw HttpContacts.unknown(body.contact());
    }
    String id = roster.addShift(body.contact(), from, to);
    return roster.shifts(from, to).stream()
        .filter(one -> one.shift().equals(id))
        .map(this::shape)
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("The contact is gone."));
  }

  /** Takes a shift off the roster. */
  @Delete("/shifts/{shift}")
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeShift", summary = "Takes a shift off the roster.")
  void removeShift(String shift) throws SQLException {
    if (!roster.removeShift(shift)) {
      throw ProblemException.notFound("There is no shift " + shift + ".");
    }
  }

  /** What is open now, and the newest handover notes. */
  @Get("/handover")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "handover", summary = "What is open, and the newest notes.")
  HandoverShape handover() throws SQLException {
    JdbcRounds.Note open = rounds.open(clock.instant());
    return new HandoverShape(
        open.openAlerts(), open.openIncidents(), rounds.notes().stream().map(this::note).toList());
  }

  /** Writes a note for the next shift; how much is open is written with it. */
  @Post("/handover")
  @Secured(HttpAccess.STAFF)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "writeHandover", summary = "Writes a note for the next shift.")
  NoteShape write(@Body @Valid NoteAsked body, Authentication who) throws SQLException {
    return note(rounds.write(body.text().strip(), who.getName(), clock.instant()));
  }

  private ShiftShape shape(JdbcRoster.Shift shift) {
    return new ShiftShape(
        shift.shift(),
        ContactShape.of(shift.contact()),
        time.text(shift.from()),
        time.text(shift.to()));
  }

  private NoteShape note(JdbcRounds.Note note) {
    return new NoteShape(
        time.text(note.at()), note.by(), note.text(), note.openAlerts(), note.openIncidents());
  }

  /** A shift, as officers write one. */
  @Serdeable
  record ShiftAsked(
      @NotBlank @Size(max = 40) String contact,
      @NotBlank @Size(max = 40) String from,
      @NotBlank @Size(max = 40) String to) {}

  /** A note, as staff write one. */
  @Serdeable
  record NoteAsked(@NotBlank @Size(max = 2_000) String text) {}

  /** Who is on duty from then until then. */
  @Serdeable
  record ShiftShape(String shift, ContactShape contact, String from, String to) {}

  /** Now, and the shifts of a time. */
  @Serdeable
  record DutyShape(String at, List<ContactShape> now, List<ShiftShape> shifts) {}

  /** One note, with how much was open then. */
  @Serdeable
  record NoteShape(String at, String by, String text, int openAlerts, int openIncidents) {}

  /** What is open now, and the newest notes. */
  @Serdeable
  record HandoverShape(int openAlerts, int openIncidents, List<NoteShape> notes) {}
}
