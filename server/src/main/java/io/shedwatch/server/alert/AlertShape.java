package io.shedwatch.server.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An alert in JSON, the same in REST and in server-sent events; absence is null.
 *
 * @param kind for the rule {@code hardware} the kind of the edge alarm
 * @param socket null when the alert is about the whole shed
 * @param state the words of {@link AlertState}
 * @param building where the alert is about one, and not about a shed
 * @param measured in the unit of the kind
 * @param limit in the unit of the kind
 * @param ruleVersion of the parameters that raised it
 * @param flapping whether it came so often that no further notice goes out
 * @param detail what a person should read besides, as it is now; null for most rules
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Alert")
public record AlertShape(
    String alert,
    String rule,
    String kind,
    String severity,
    Optional<String> shed,
    OptionalInt socket,
    Optional<String> building,
    String state,
    String raisedAt,
    Optional<String> clearedAt,
    Optional<String> clearedWhy,
    Optional<String> acknowledgedBy,
    Optional<String> acknowledgedAt,
    Optional<String> assignedTo,
    Optional<String> shelvedUntil,
    Optional<String> shelvedBy,
    Optional<String> shelvedWhy,
    Optional<String> inhibitedBy,
    Optional<String> incident,
    OptionalDouble measured,
    OptionalDouble limit,
    boolean relayOpened,
    int ruleVersion,
    boolean flapping,
    Optional<String> realarmedAt,
    Optional<String> escalatedAt,
    Optional<DetailShape> detail) {

  /** Words in both languages. */
  @Serdeable
  @Schema(name = "AlertDetail")
  public record DetailShape(String zh, String en) {}

  /** The shape of {@code alert}, its times in the site's time zone. */
  public static AlertShape of(AlertView alert, SiteTime time) {
    return new AlertShape(
        alert.alert(),
        alert.rule(),
        alert.kind(),
        alert.severity().word(),
        alert.shed(),
        alert.socket(),
        alert.building(),
        alert.state().word(),
        time.text(alert.raisedAt()),
        alert.clearedAt().map(time::text),
        alert.clearedWhy(),
        alert.acknowledgedBy(),
        alert.acknowledgedAt().map(time::text),
        alert.assignedTo(),
        alert.shelved().map(Shelving::until).map(time::text),
        alert.shelved().map(Shelving::by),
        alert.shelved().map(Shelving::why),
        alert.inhibitedBy(),
        alert.incident(),
        quantity(alert.measured()),
        quantity(alert.limit()),
        alert.relayOpened(),
        alert.life().ruleVersion(),
        alert.life().flapping(),
        alert.life().realarmedAt().map(time::text),
        alert.life().escalatedAt().map(time::text),
        alert.detail().map(words -> new DetailShape(words.zh(), words.en())));
  }

  private static OptionalDouble quantity(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
