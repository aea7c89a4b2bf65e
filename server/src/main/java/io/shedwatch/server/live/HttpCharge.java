package io.shedwatch.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.session.JdbcOpenSession;
import io.shedwatch.server.site.Site;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.sql.DataSource;

/** One charge for whoever stands at its socket and reads the number off it. */
@Controller("/api/v1/sheds/{shed}/sockets/{socket}/charge")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "live")
class HttpCharge {
  private final Live live;
  private final DataSource database;
  private final Site site;
  private final InstantSource clock;

  HttpCharge(Live live, DataSource database, Site site, InstantSource clock) {
    this.live = live;
    this.database = database;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Power, energy, since when and the expected finish of the charge at one socket. It names nobody:
   * who reads it has to know the socket.
   */
  @Get
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "charge", summary = "The charge at one socket.")
  @ApiResponse(responseCode = "200", description = "The socket and its charge, if one lasts.")
  @ApiResponse(responseCode = "404", description = "No such shed or socket.")
  ChargeShape charge(String shed, int socket) throws SQLException {
    Board board = live.board();
    int index =
        board
            .indexOf(shed)
            .orElseThrow(() -> ProblemException.notFound("There is no shed " + shed + "."));
    ShedShape shape = board.shape(index, new Shapes.View(Audience.STAFF, clock.millis()));
    SocketShape seen =
        shape.sockets().orElseThrow().stream()
            .filter(one -> one.socket() == socket)
            .findFirst()
            .orElseThrow(
                () -> ProblemException.notFound("Shed " + shed + " has no socket " + socket + "."));
    Optional<JdbcOpenSession.Open> session =
        JdbcOpenSession.find(database, new ShedAddress(site.site(), new ShedId(shed)), socket);
    return new ChargeShape(
        shed,
        shape.name(),
        socket,
        seen.usage(),
        seen.since(),
        seen.watts(),
        session.map(one -> board.time().text(one.startedAt())),
        session.map(one -> Math.round(one.wattHours() * 10) / 10.0),
        session.flatMap(JdbcOpenSession.Open::finishedAt).map(board.time()::text),
        seen.finish(),
        board.time().text(clock.instant()));
  }

  /**
   * A socket and its charge.
   *
   * @param since since when the usage holds
   * @param watts power now; absent where it is not measured
   * @param startedAt when the charge began; absent while none lasts
   * @param wattHours its energy so far, Wh
   * @param finishedAt when it was full
   * @param finish when it is expected to be full; only while it charges
   * @param at the server's time
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "Charge")
  record ChargeShape(
      String shed,
      ShedShape.NameShape name,
      int socket,
      String usage,
      Optional<String> since,
      OptionalDouble watts,
      Optional<String> startedAt,
      Optional<Double> wattHours,
      Optional<String> finishedAt,
      Optional<ShedShape.ExpectedShape> finish,
      String at) {}
}
