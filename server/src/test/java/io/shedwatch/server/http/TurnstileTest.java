package io.shedwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TurnstileTest {
  private final Turnstile turnstile = new Turnstile(2, Duration.ofMinutes(1));

  @Test
  void soManyPassInAWindowAndTheNextIsToldHowLongToWait() {
    assertThat(turnstile.pass("a", 0)).isEmpty();
    assertThat(turnstile.pass("a", 10_000)).isEmpty();
    assertThat(turnstile.pass("a", 20_000)).contains(Duration.ofSeconds(40));
    assertThat(turnstile.pass("b", 20_000)).isEmpty();
    assertThat(turnstile.pass("a", 60_000)).isEmpty();
  }
}
