package io.shedwatch.server.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArtemisChatterTest {
  @ParameterizedTest
  @CsvSource({
    "DENY, AMQ222165: No Dead Letter Address configured for queue {} in AddressSettings",
    "DENY, AMQ222166: No Expiry Address configured for queue {} in AddressSettings",
    "NEUTRAL, AMQ222210: Free storage space is at {} of {} total",
    "NEUTRAL, connected to the broker broker={}",
  })
  void keepsBackWhatIsMeantSoAndNothingElse(FilterReply reply, String message) {
    LoggerContext context = new LoggerContext();
    LoggingEvent event =
        new LoggingEvent(
            "test", context.getLogger("artemis"), Level.WARN, message, null, new Object[] {"a"});
    assertEquals(reply, new ArtemisChatter().decide(event));
  }
}
