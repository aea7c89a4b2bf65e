package io.shedwatch.server.notice;

import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Destination;
import io.shedwatch.server.settings.Secret;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A route as officers write it; what is left out is told of everything at once, day and night.
 *
 * @param address left out when a route is changed: the address stays
 * @param secret the same; empty text takes it away
 */
@Serdeable
record RouteAsked(
    @NotBlank @Size(max = 80) String name,
    @NotBlank @Pattern(regexp = "wecom|dingtalk|feishu|smtp|webhook") String courier,
    Optional<@Size(max = 1_000) String> address,
    Optional<@Size(max = 200) String> secret,
    Optional<@Pattern(regexp = "address|duty|grid-leader") String> audience,
    Optional<@Pattern(regexp = "critical|major|minor") String> least,
    Optional<@Size(max = 40) List<@Pattern(regexp = "[a-z0-9-]{1,40}") String>> rules,
    Optional<@Size(max = 40) List<@Pattern(regexp = "[a-z0-9-]{1,32}") String>> grids,
    Optional<@Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") String> from,
    Optional<@Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d") String> to,
    Optional<@Pattern(regexp = "skip|wait") String> outside,
    Optional<@Min(0) @Max(1_440) Integer> afterMinutes,
    Optional<@Pattern(regexp = "zh|en") String> language,
    Optional<Boolean> tellsClears,
    Optional<Boolean> digest,
    Optional<Boolean> enabled) {
  /** Addresses and secrets are never printed. */
  @Override
  public String toString() {
    return "RouteAsked[name=" + name + "]";
  }

  /**
   * The route asked for.
   *
   * @param before the one that it changes, where there is one
   */
  Route route(String id, Optional<Route> before) {
    CourierKind kind = CourierKind.ofWord(courier);
    Hours hours =
        new Hours(
            Hours.minute(from.orElse("00:00")),
            Hours.minute(to.orElse("00:00")),
            outside.orElse("skip").equals("wait"));
    RouteFilter filter =
        new RouteFilter(
            Severity.ofWord(least.orElse("minor")),
            Set.copyOf(rules.orElse(List.of())),
            Set.copyOf(grids.orElse(List.of())),
            hours);
    return new Route(
        id,
        name.strip(),
        destination(kind, before),
        filter,
        Audience.ofWord(audience.orElse("address")),
        afterMinutes.orElse(0),
        Language.ofWord(language.orElse("zh")),
        tellsClears.orElse(true),
        digest.orElse(false),
        enabled.orElse(true));
  }

  private Destination destination(CourierKind kind, Optional<Route> before) {
    Optional<Destination> kept =
        before.map(Route::destination).filter(known -> known.courier() == kind);
    Secret url =
        address
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(Secret::new)
            .or(() -> kept.map(Destination::address))
            .orElseThrow(() -> ProblemException.invalid("A new route needs an address."));
    check(kind, url.reveal());
    Optional<Secret> key =
        secret.isPresent()
            ? secret.map(String::strip).filter(text -> !text.isEmpty()).map(Secret::new)
            : kept.flatMap(Destination::key);
    return new Destination(kind, url, key);
  }

  private static void check(CourierKind kind, String address) {
    boolean fits =
        kind == CourierKind.SMTP
            ? Arrays.stream(address.split(",", -1))
                .allMatch(one -> one.strip().matches("[^@\\s]+@[^@\\s]+"))
            : isUrl(address);
    if (!fits) {
      throw ProblemException.invalid(
          kind == CourierKind.SMTP
              ? "address is one or more e-mail addresses with commas between them."
              : "address is the robot's whole URL, beginning with https:// or http://.");
    }
  }

  private static boolean isUrl(String address) {
    try {
      URI url = URI.create(address);
      return url.getHost() != null
          && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    } catch (IllegalArgumentException notUrl) {
      return false;
    }
  }
}
