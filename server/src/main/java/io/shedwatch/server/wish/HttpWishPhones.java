package io.shedwatch.server.wish;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.notice.Language;
import io.shedwatch.server.wish.phone.Phone;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;

/** "Tell me even when the page is closed": Web Push for a wish. */
@Controller("/api/v1/wishes/push")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "wishes")
class HttpWishPhones {
  private final HttpWishDoor door;

  HttpWishPhones(HttpWishDoor door) {
    this.door = door;
  }

  /** The server's key (VAPID), to which a browser binds its subscription. */
  @Get
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "pushKey", summary = "The key to which a browser subscribes.")
  @ApiResponse(responseCode = "200", description = "The key.")
  @ApiResponse(responseCode = "404", description = "There is no Web Push here.")
  KeyShape key() {
    return new KeyShape(
        door.room()
            .messenger()
            .publicKey()
            .orElseThrow(() -> ProblemException.notFound("There is no Web Push here.")));
  }

  /** Gives a wish the subscription of its phone, in place of an earlier one. */
  @Put("/{token}")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "pushWish", summary = "Tells this phone of a wish, page open or not.")
  @ApiResponse(responseCode = "204", description = "The phone is told from now on.")
  @ApiResponse(responseCode = "404", description = "No such wish.")
  void tell(String token, @Body @Valid Subscription body) throws SQLException {
    Phone phone =
        new Phone(
            body.endpoint(),
            body.keys().p256dh() + "." + body.keys().auth(),
            Language.ofWord(body.language()));
    if (!door.room().messenger().reaches(phone)) {
      throw ProblemException.invalid("That is no subscription at a push service.");
    }
    if (!door.room().phones().keep(token, phone)) {
      throw HttpWishDoor.gone();
    }
  }

  /**
   * The key of Web Push.
   *
   * @param key of the curve P-256, 65 bytes in base64url
   */
  @Serdeable
  @Schema(name = "PushKey")
  record KeyShape(String key) {}

  /**
   * What a browser's PushManager gives.
   *
   * @param endpoint the address at its push service: https
   * @param language in which the phone is told, zh or en
   */
  @Serdeable
  @Schema(name = "PushSubscription")
  record Subscription(
      @NotBlank @Size(max = 2_000) String endpoint,
      @NotNull @Valid Keys keys,
      @NotNull @Pattern(regexp = "zh|en") String language) {}

  /** With which only that browser reads what it is told (RFC 8291), in base64url. */
  @Serdeable
  @Schema(name = "PushKeys")
  record Keys(@NotBlank @Size(max = 120) String p256dh, @NotBlank @Size(max = 40) String auth) {}
}
