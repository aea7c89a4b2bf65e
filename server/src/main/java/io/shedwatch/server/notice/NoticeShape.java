package io.shedwatch.server.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * A notice in JSON: what was sent when on which route, with its outcome. No address, no secret and
 * no phone number is in it.
 *
 * @param kind alert, digest or test
 * @param state waiting, sending, sent or failed
 * @param attempts begun so far
 * @param maybeTwice whether an attempt ended without an answer, so that the receiver may have two
 * @param outcome of the last attempt
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Notice")
record NoticeShape(
    String notice,
    String route,
    String routeName,
    String kind,
    String severity,
    boolean drill,
    String title,
    String text,
    String madeAt,
    String state,
    int attempts,
    boolean maybeTwice,
    Optional<String> nextAt,
    Optional<String> sentAt,
    String outcome) {
  static NoticeShape of(Notice notice, SiteTime time) {
    boolean waits = notice.state() == NoticeState.WAITING;
    return new NoticeShape(
        notice.notice(),
        notice.route(),
        notice.routeName(),
        notice.kind().word(),
        notice.message().severity().word(),
        notice.message().drill(),
        notice.message().title(),
        notice.message().body(),
        time.text(notice.madeAt()),
        notice.state().word(),
        notice.attempts(),
        notice.maybeTwice(),
        waits ? Optional.of(time.text(notice.nextAt())) : Optional.empty(),
        notice.sentAt().map(time::text),
        notice.outcome());
  }
}
