package io.shedwatch.server.broker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Keeps two warnings out of the log that Artemis gives for each queue it makes, a hundred at a
 * start of 17 sheds: that there is no address for dead letters and none for expired messages. Both
 * are meant so: a message is retried for ever, and an order that has expired shall be gone. All
 * else that Artemis warns of is logged. Named in {@code logback.xml}.
 */
public final class ArtemisChatter extends Filter<ILoggingEvent> {
  private static final List<String> MEANT_SO = List.of("AMQ222165", "AMQ222166");

  @Override
  public FilterReply decide(ILoggingEvent event) {
    String message = event.getMessage();
    return message != null && MEANT_SO.stream().anyMatch(message::startsWith)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
