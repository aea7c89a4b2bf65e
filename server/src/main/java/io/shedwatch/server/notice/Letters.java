package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.Clip;
import io.shedwatch.server.notice.courier.Letter;
import io.shedwatch.server.notice.courier.Recipient;
import java.util.ArrayList;
import java.util.List;

/** Puts a notice into the envelope of one attempt. Pure. */
final class Letters {
  private static final int MOST_TITLE = 300;

  private Letters() {}

  /**
   * @param to whom it shall reach by name
   */
  static Letter of(Notice notice, Route route, List<Recipient> to) {
    Language language = route.language();
    Message message = notice.message();
    String mark = notice.maybeTwice() ? language.of("（可能重复）", "(may be a repetition) ") : "";
    List<String> lines = new ArrayList<>();
    if (!message.body().isEmpty()) {
      lines.add(message.body());
    }
    if (!to.isEmpty()) {
      String names = String.join("、", to.stream().map(Recipient::name).toList());
      lines.add(language.of("请处理：", "For ") + names);
    } else if (route.audience() == Audience.DUTY) {
      lines.add(language.of("值班表此刻无人。", "Nobody is on the duty roster now."));
    }
    return new Letter(
        notice.notice(),
        notice.kind().word(),
        message.severity().word(),
        message.drill(),
        Clip.characters(mark + message.title(), MOST_TITLE),
        String.join("\n", lines),
        message.facts(),
        to);
  }

  /** What somebody gets who tries a route. */
  static Message test(Route route, String who, String at) {
    Language language = route.language();
    return new Message(
        Severity.MINOR,
        false,
        language.of("【测试】车棚守望通知", "[Test] ShedWatch notice"),
        language.of(
            who + " 于 " + at + " 试发通道“" + route.name() + "”。收到即可用，无需处理。",
            who
                + " tried the route \""
                + route.name()
                + "\" at "
                + at
                + ". Nothing is to be done."),
        "[]");
  }
}
