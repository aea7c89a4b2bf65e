package io.shedwatch.server.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.notice.courier.CourierKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;

/**
 * A route in JSON. Robots' addresses are keys: only their host is shown, and of a secret only
 * whether there is one.
 *
 * @param address for e-mail the addresses, else the host
 * @param hasSecret whether messages are signed
 * @param from HH:mm at the place; the same as {@code to}: always
 * @param outside skip or wait: what becomes of what is due outside the hours
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "NoticeRoute")
record RouteShape(
    String route,
    String name,
    String courier,
    String address,
    boolean hasSecret,
    String audience,
    String least,
    List<String> rules,
    List<String> grids,
    String from,
    String to,
    String outside,
    int afterMinutes,
    String language,
    boolean tellsClears,
    boolean digest,
    boolean enabled) {
  static RouteShape of(Route route) {
    RouteFilter filter = route.filter();
    return new RouteShape(
        route.route(),
        route.name(),
        route.destination().courier().word(),
        shown(route),
        route.destination().key().isPresent(),
        route.audience().word(),
        filter.least().word(),
        List.copyOf(new TreeSet<>(filter.rules())),
        List.copyOf(new TreeSet<>(filter.grids())),
        Hours.text(filter.hours().fromMinute()),
        Hours.text(filter.hours().toMinute()),
        filter.hours().waits() ? "wait" : "skip",
        route.afterMinutes(),
        route.language().word(),
        route.tellsClears(),
        route.digest(),
        route.enabled());
  }

  private static String shown(Route route) {
    String address = route.destination().address().reveal();
    if (route.destination().courier() == CourierKind.SMTP) {
      return address;
    }
    URI url = URI.create(address);
    return url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
  }
}
