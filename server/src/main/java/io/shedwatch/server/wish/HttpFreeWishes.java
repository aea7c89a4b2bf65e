package io.shedwatch.server.wish;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** "Tell me when a socket near me is free." */
@Controller("/api/v1/wishes/free")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "wishes")
class HttpFreeWishes {
  private static final int MOST_SHEDS = 10;

  private final HttpWishDoor door;
  private final WishRoom room;
  private final Site site;
  private final SiteTime time;

  HttpFreeWishes(HttpWishDoor door, Site site) {
    this.door = door;
    this.room = door.room();
    this.site = site;
    this.time = new SiteTime(site.timezone());
  }

  /**
   * Asks to be told of a free socket near a building, or at some sheds. Whoever asked first is told
   * first; only who has the answer's token hears of it. At most sixty an hour from one address, of
   * all wishes together.
   */
  @Post
  @Status(HttpStatus.CREATED)
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "wishFree", summary = "Asks to be told of a free socket, nameless.")
  @ApiResponse(responseCode = "201", description = "Waits; keep the token.")
  @ApiResponse(responseCode = "429", description = "Too many wishes; wait.")
  @ApiResponse(responseCode = "503", description = "Too many wait already.")
  FreeWishShape ask(@Body @Valid Where body, HttpRequest<?> request) throws SQLException {
    List<ShedId> sheds = shedsOf(body);
    Instant now = door.now();
    door.enter(request);
    FreeWish wish =
        new FreeWish(
            WishToken.draw(),
            0,
            sheds,
            FreeWish.Stage.WAITING,
            now,
            now.plus(room.settings().await()),
            now,
            Optional.empty());
    if (!room.wishes().add(wish)) {
      throw HttpWishDoor.full();
    }
    return found(wish.token());
  }

  private List<ShedId> shedsOf(Where body) {
    if (body.building().isPresent() == body.sheds().isPresent()) {
      throw ProblemException.invalid("Name a building or sheds.");
    }
    if (body.sheds().isPresent()) {
      return body.sheds().get().stream().distinct().map(this::shed).toList();
    }
    String name = body.building().orElseThrow();
    Site.Building building =
        site.buildings().stream()
            .filter(one -> one.building().equals(name))
            .findFirst()
            .orElseThrow(() -> ProblemException.invalid("There is no building " + name + "."));
    List<Site.Shed> near = site.inReach(building);
    return (near.isEmpty() ? site.nearest(building).stream().toList() : near)
        .stream().map(Site.Shed::shed).toList();
  }

  private ShedId shed(String name) {
    return site.shed(name)
        .map(Site.Shed::shed)
        .orElseThrow(() -> ProblemException.invalid("There is no shed " + name + "."));
  }

  /** What the wish has come to; asked again and again by the page that waits. */
  @Get("/{token}")
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "freeWish", summary = "What became of a wish for a free socket.")
  FreeWishShape read(String token) throws SQLException {
    return found(token);
  }

  private FreeWishShape found(String token) throws SQLException {
    FreeWish wish = room.wishes().free(token).orElseThrow(HttpWishDoor::gone);
    return new FreeWishShape(
        wish.token(),
        wish.stage().word(),
        wish.sheds().stream().map(ShedId::value).toList(),
        wish.waits() ? OptionalInt.of(WaitingLine.place(wish, room.line())) : OptionalInt.empty(),
        wish.offer().map(this::offer),
        time.text(wish.askedAt()),
        time.text(wish.expiresAt()),
        room.phones().has(token),
        time.text(door.now()));
  }

  private OfferShape offer(FreeWish.Offer offer) {
    return new OfferShape(
        offer.place().shed().value(), offer.place().socket(), time.text(offer.until()));
  }

  /** Takes the wish back: the socket that it was told of goes to the next. */
  @Delete("/{token}")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "dropFreeWish", summary = "Takes a wish for a free socket back.")
  void drop(String token) throws SQLException {
    door.drop(token);
  }

  /**
   * Where a socket is wished for.
   *
   * @param building the sheds in its reach, the nearest first
   * @param sheds the wished for, the first one before all others
   */
  @Serdeable
  record Where(
      Optional<@Size(min = 1, max = 32) String> building,
      Optional<@Size(min = 1, max = MOST_SHEDS) List<String>> sheds) {}

  /**
   * A wish for a free socket.
   *
   * @param wish the token
   * @param stage waiting, offered, taken, lapsed or expired
   * @param place in the line, from 1; while it waits
   * @param offer the socket that it was told of
   * @param expiresAt until when it waits
   * @param push whether its phone is told when the page is closed
   * @param at the server's time
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  @Schema(name = "FreeWish")
  record FreeWishShape(
      String wish,
      String stage,
      List<String> sheds,
      OptionalInt place,
      Optional<OfferShape> offer,
      String askedAt,
      String expiresAt,
      boolean push,
      String at) {}

  /**
   * A socket that is left to one resident.
   *
   * @param until from then on the next is told
   */
  @Serdeable
  @Schema(name = "WishOffer")
  record OfferShape(String shed, int socket, String until) {}
}
