package io.shedwatch.server.wish;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** "Tell me when my charge is over." */
@Controller("/api/v1/wishes/charge")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "wishes")
class HttpChargeWishes {
  /** The longest charge is cut after twelve hours; some bikes stay. */
  private static final Duration LASTS = Duration.ofHours(24);

  private final HttpWishDoor door;
  private final WishRoom room;
  private final Site site;
  private final SiteTime time;

  HttpChargeWishes(HttpWishDoor door, Site site) {
    this.door = door;
    this.room = door.room();
    this.site = site;
    this.time = new SiteTime(site.timezone());
  }

  /**
   * Asks to be told how the charge at a socket ends. It has to charge now. At most sixty an hour
   * from one address, of all wishes together.
   */
  @Post
  @Status(HttpStatus.CREATED)
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "wishCharge", summary = "Asks to be told how a charge ends, nameless.")
  @ApiResponse(responseCode = "201", description = "Waits; keep the token.")
  @ApiResponse(responseCode = "409", description = "Nothing charges there.")
  @ApiResponse(responseCode = "429", description = "Too many wishes; wait.")
  @ApiResponse(responseCode = "503", description = "Too many wait already.")
  ChargeWishShape ask(@Body @Valid Which body, HttpRequest<?> request) throws SQLException {
    Site.Shed shed =
        site.shed(body.shed())
            .filter(one -> body.socket() >= 1 && body.socket() <= one.sockets())
            .orElseThrow(() -> ProblemException.invalid("There is no such socket."));
    Instant now = door.now();
    door.enter(request);
    Place place = new Place(shed.shed(), body.socket());
    if (room.usage(place, now).filter(usage -> usage == Usage.CHARGING).isEmpty()) {
      throw new ProblemException(ProblemType.CONFLICT, "Nothing charges there now.");
    }
    ChargeWish wish =
        new ChargeWish(
            WishToken.draw(), place, ChargeWish.Stage.WAITING, now, now.plus(LASTS), now);
    if (!room.wishes().add(wish)) {
      throw HttpWishDoor.full();
    }
    return shape(wish, false);
  }

  /** What the wish has come to; asked again and again by the page that waits. */
  @Get("/{token}")
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "chargeWish", summary = "What became of a wish about a charge.")
  ChargeWishShape read(String token) throws SQLException {
    ChargeWish wish = room.wishes().charge(token).orElseThrow(HttpWishDoor::gone);
    return shape(wish, room.phones().has(token));
  }

  /** Takes the wish back. */
  @Delete("/{token}")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "dropChargeWish", summary = "Takes a wish about a charge back.")
  void drop(String token) throws SQLException {
    door.drop(token);
  }

  private ChargeWishShape shape(ChargeWish wish, boolean push) {
    return new ChargeWishShape(
        wish.token(),
        wish.stage().word(),
        wish.place().shed().value(),
        wish.place().socket(),
        time.text(wish.changedAt()),
        time.text(wish.expiresAt()),
        new QuietShape(room.settings().quietFromHour(), room.settings().quietToHour()),
        push,
        time.text(door.now()));
  }

  /** Whose charge. */
  @Serdeable
  record Which(@NotBlank @Size(max = 32) String shed, int socket) {}

  /**
   * A wish about a charge.
   *
   * @param wish the token
   * @param stage waiting, full (told after the quiet hours), done, move (others wait for the socket
   *     of a full bike), stopped, unplugged, moved or expired
   * @param changedAt since when
   * @param quiet the hours in which a full bike is not told
   * @param push whether its phone is told when the page is closed
   * @param at the server's time
   */
  @Serdeable
  @Schema(name = "ChargeWish")
  record ChargeWishShape(
      String wish,
      String stage,
      String shed,
      int socket,
      String changedAt,
      String expiresAt,
      QuietShape quiet,
      boolean push,
      String at) {}

  /** Hours of the day at the place; equal: none. */
  @Serdeable
  @Schema(name = "WishQuiet")
  record QuietShape(int fromHour, int toHour) {}
}
