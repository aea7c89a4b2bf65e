package io.shedwatch.server;

import io.shedwatch.server.http.HealthPart;
import io.shedwatch.server.notice.NoticeRoom;

/**
 * /health's view of the notices: up while what is due can leave. A receiver that does not answer is
 * no fault of the server; it is told with the notice.
 */
final class NoticeHealth implements HealthPart {
  private final NoticeRoom notices;

  NoticeHealth(NoticeRoom notices) {
    this.notices = notices;
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public State state() {
    return notices.trouble().map(State::down).orElse(State.UP);
  }
}
