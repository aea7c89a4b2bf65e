package io.shedwatch.server.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.sql.PageAsked;
import io.shedwatch.server.sql.PageShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders to one socket, a whole shed or all sheds, and what became of them. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "commands")
class HttpCommands {
  private static final Logger LOG = LoggerFactory.getLogger(HttpCommands.class);

  private final JdbcCommands commands;
  private final DataSource database;
  private final CommandScreen screen;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpCommands(
      JdbcCommands commands,
      DataSource database,
      CommandScreen screen,
      Site site,
      InstantSource clock) {
    this.commands = commands;
    this.database = database;
    this.screen = screen;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Orders one socket; ask {@code /api/v1/commands/{command}} what became of it. */
  @Post("/sockets/{shed}/{socket}/commands")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "orderSocket", summary = "Orders one socket.")
  HttpResponse<CommandShape> orderSocket(
      String shed, int socket, @Body @Valid Order order, Authentication who) throws SQLException {
    Site.Shed place = place(shed, socket);
    List<CommandShape> ordered =
        order(List.of(new JdbcCommands.Target(place.shed(), socket)), order.action(), who);
    return HttpResponse.accepted(URI.create("/api/v1/commands/" + ordered.get(0).command()))
        .body(ordered.get(0));
  }

  /** Orders all sockets of a shed. */
  @Post("/sheds/{shed}/commands")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "orderShed", summary = "Orders all sockets of a shed.")
  HttpResponse<Ordered> orderShed(
      String shed, @Body @Valid ConfirmedOrder order, Authentication who) throws SQLException {
    checkConfirmed(order);
    return HttpResponse.<Ordered>accepted()
        .body(new Ordered(order(sockets(place(shed)).toList(), order.action(), who)));
  }

  /** Orders all sockets of all sheds: the one button for an emergency. */
  @Post("/commands")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "orderAll", summary = "Orders all sockets of all sheds.")
  HttpResponse<Ordered> orderAll(@Body @Valid ConfirmedOrder order, Authentication who)
      throws SQLException {
    checkConfirmed(order);
    List<JdbcCommands.Target> all = site.sheds().stream().flatMap(HttpCommands::sockets).toList();
    return HttpResponse.<Ordered>accepted().body(new Ordered(order(all, order.action(), who)));
  }

  /** Orders to one socket, the newest first. */
  @Get("/sockets/{shed}/{socket}/commands{?cursor,limit}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "socketCommands", summary = "Orders to one socket, the newest first.")
  PageShape<CommandShape> ofSocket(
      String shed,
      int socket,
      @QueryValue Optional<String> cursor,
      @QueryValue Optional<Integer> limit)
      throws SQLException {
    place(shed, socket);
    return page(Optional.of(shed), Optional.of(socket), PageAsked.of(cursor, limit));
  }

  /** Orders to one shed, the newest first. */
  @Get("/sheds/{shed}/commands{?cursor,limit}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "shedCommands", summary = "Orders to one shed, the newest first.")
  PageShape<CommandShape> ofShed(
      String shed, @QueryValue Optional<String> cursor, @QueryValue Optional<Integer> limit)
      throws SQLException {
    place(shed);
    return page(Optional.of(shed), Optional.empty(), PageAsked.of(cursor, limit));
  }

  /** Orders to all sheds, the newest first. */
  @Get("/commands{?cursor,limit}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "commands", summary = "Orders to all sheds, the newest first.")
  PageShape<CommandShape> all(
      @QueryValue Optional<String> cursor, @QueryValue Optional<Integer> limit)
      throws SQLException {
    return page(Optional.empty(), Optional.empty(), PageAsked.of(cursor, limit));
  }

  /** One order and what became of it. */
  @Get("/commands/{command}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "command", summary = "One order and what became of it.")
  CommandShape command(String command) throws SQLException {
    return JdbcTransaction.run(
            database, connection -> JdbcCommandPages.find(connection, site.site(), command))
        .map(view -> CommandShape.of(view, time))
        .orElseThrow(() -> ProblemException.notFound("There is no order " + command + "."));
  }

  private PageShape<CommandShape> page(
      Optional<String> shed, Optional<Integer> socket, PageAsked asked) throws SQLException {
    return JdbcTransaction.run(
            database,
            connection -> JdbcCommandPages.page(connection, site.site(), shed, socket, asked))
        .shape(view -> CommandShape.of(view, time));
  }

  private List<CommandShape> order(
      List<JdbcCommands.Target> targets, String word, Authentication who) throws SQLException {
    CommandAction action =
        CommandAction.ofWord(word)
            .orElseThrow(
                () ->
                    ProblemException.invalid("do is one of open-relay, close-relay, reset-trip."));
    long now = clock.millis();
    List<CommandView> ordered =
        commands.orderAll(targets, action, who.getName(), now).stream()
            .map(HttpCommands::view)
            .toList();
    LOG.info(
        "ordered action={} sockets={} first={}/{} by={}",
        action.word(),
        ordered.size(),
        ordered.get(0).shed(),
        ordered.get(0).socket(),
        who.getName());
    ordered.forEach(screen::command);
    return ordered.stream().map(view -> CommandShape.of(view, time)).toList();
  }

  private static CommandView view(JdbcCommands.Ordered ordered) {
    Command command = ordered.command();
    return new CommandView(
        command.command().value(),
        ordered.shed().value(),
        command.socket(),
        command.action().word(),
        command.by(),
        Instant.ofEpochMilli(command.at()),
        Instant.ofEpochMilli(command.expiresAt()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Stream<JdbcCommands.Target> sockets(Site.Shed place) {
    return IntStream.rangeClosed(1, place.sockets())
        .mapToObj(socket -> new JdbcCommands.Target(place.shed(), socket));
  }

  private Site.Shed place(String shed) {
    return site.sheds().stream()
        .filter(place -> place.shed().value().equals(shed))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("There is no shed " + shed + "."));
  }

  private Site.Shed place(String shed, int socket) {
    Site.Shed place = place(shed);
    if (socket < 1 || socket > place.sockets()) {
      throw ProblemException.notFound("Shed " + shed + " has no socket " + socket + ".");
    }
    return place;
  }

  private static void checkConfirmed(ConfirmedOrder order) {
    if (!order.confirm()) {
      throw ProblemException.invalid("confirm must be true: this reaches many sockets.");
    }
    if (order.action().equals(CommandAction.RESET_TRIP.word())) {
      throw ProblemException.invalid("A trip is reset socket by socket: each has its own cause.");
    }
  }

  /** An order to one socket. */
  @Serdeable
  record Order(@JsonProperty("do") @NotBlank @Size(max = 20) String action) {}

  /** An order to many sockets, which must be confirmed. */
  @Serdeable
  record ConfirmedOrder(
      @JsonProperty("do") @NotBlank @Size(max = 20) String action, boolean confirm) {}

  /** The orders, one a socket. */
  @Serdeable
  record Ordered(List<CommandShape> items) {}
}
