package io.shedwatch.server.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * An order in JSON, the same in REST and in server-sent events; absence is null.
 *
 * @param action in JSON the field {@code do}: open-relay, close-relay or reset-trip
 * @param result done, refused or expired; null while nobody knows
 * @param reason why not done
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Command")
public record CommandShape(
    String command,
    String shed,
    int socket,
    @JsonProperty("do") String action,
    String by,
    String at,
    String expiresAt,
    Optional<String> result,
    Optional<String> reason,
    Optional<String> outcomeAt) {

  /** The shape of {@code command}, its times in the site's time zone. */
  public static CommandShape of(CommandView command, SiteTime time) {
    return new CommandShape(
        command.command(),
        command.shed(),
        command.socket(),
        command.action(),
        command.by(),
        time.text(command.at()),
        time.text(command.expiresAt()),
        command.result(),
        command.reason(),
        command.outcomeAt().map(time::text));
  }
}
