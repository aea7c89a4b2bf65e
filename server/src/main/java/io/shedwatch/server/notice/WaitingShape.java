package io.shedwatch.server.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * Something that a route is still to be told, in JSON.
 *
 * @param transition raised or cleared
 * @param dueAt when it may leave at the earliest
 * @param why gathering, escalation, hours, line or pace
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "WaitingNotice")
record WaitingShape(
    String route,
    String routeName,
    String alert,
    String rule,
    String kind,
    String severity,
    boolean drill,
    Optional<String> shed,
    Optional<Integer> socket,
    String transition,
    String dueAt,
    String why) {
  static WaitingShape of(JdbcWaiting.Waiting one, SiteTime time) {
    AlertFact alert = one.alert();
    return new WaitingShape(
        one.route().route(),
        one.route().name(),
        alert.alert(),
        alert.rule(),
        alert.kind(),
        alert.severity().word(),
        alert.drill(),
        alert.shed(),
        alert.socket().isPresent() ? Optional.of(alert.socket().getAsInt()) : Optional.empty(),
        one.what().word(),
        time.text(one.dueAt()),
        one.why().word());
  }
}
