package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A day in numbers, with the newest hash of the incident chain: whoever keeps the message can show
 * later that nothing up to there was rewritten.
 *
 * @param raised alerts by severity
 * @param failed notices that were given up
 */
record Digest(
    Map<String, Long> raised,
    long opened,
    long resolved,
    long open,
    long unacknowledged,
    long failed,
    Link link) {
  /** The newest number and hash of the chain; number 0: it is empty. */
  record Link(long number, String hash) {}

  Message message(NoticeText text, Language language, LocalDate day) {
    List<String> lines = new ArrayList<>();
    lines.add(
        language
            .of("告警：紧急 %d，重要 %d，一般 %d", "Alerts: %d critical, %d major, %d minor")
            .formatted(
                raised.getOrDefault("critical", 0L),
                raised.getOrDefault("major", 0L),
                raised.getOrDefault("minor", 0L)));
    lines.add(
        language
            .of("事件：新增 %d，解决 %d，未解决 %d", "Incidents: %d opened, %d resolved, %d open now")
            .formatted(opened, resolved, open));
    lines.add(
        language
            .of("未确认告警 %d 条，未送达通知 %d 条", "%d alerts not acknowledged, %d notices not delivered")
            .formatted(unacknowledged, failed));
    lines.add(
        language
                .of("事件链第 %d 条，校验值（请留存）：", "Incident chain no. %d, newest hash (keep it):")
                .formatted(link.number())
            + "\n"
            + link.hash());
    lines.addAll(text.link(language));
    String title = language.of("【日报】", "[Daily digest] ") + text.site(language) + " " + day;
    return new Message(Severity.MINOR, false, title, String.join("\n", lines), "[]");
  }
}
