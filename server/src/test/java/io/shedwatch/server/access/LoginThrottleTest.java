package io.shedwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LoginThrottleTest {
  private static final long START = 1_767_225_600_000L;
  private static final long WINDOW = LoginThrottle.WINDOW.toMillis();

  private final LoginThrottle throttle = new LoginThrottle();

  private boolean admitted(String user, String address, long now) {
    return throttle.attempt(user, address, now).isEmpty();
  }

  @Test
  void aUserIsGuessedAtSoOftenAndThenNotBeforeTheWindowIsOver() {
    for (int i = 0; i < LoginThrottle.PER_USER; i++) {
      assertThat(admitted("li", "10.0.0." + i, START + i)).isTrue();
    }
    assertThat(throttle.attempt("li", "10.0.0.99", START + 60_000))
        .contains(Duration.ofMillis(WINDOW - 60_000));
    assertThat(admitted("wang", "10.0.0.99", START + 60_000)).isTrue();
    assertThat(admitted("li", "10.0.0.99", START + WINDOW - 1)).isFalse();
    assertThat(admitted("li", "10.0.0.99", START + WINDOW)).isTrue();
  }

  @Test
  void anAddressGuessesSoOftenWhateverTheUser() {
    for (int i = 0; i < LoginThrottle.PER_ADDRESS; i++) {
      assertThat(admitted("user" + i, "10.0.0.1", START)).isTrue();
    }
    assertThat(admitted("another", "10.0.0.1", START)).isFalse();
    assertThat(admitted("another", "10.0.0.2", START)).isTrue();
  }

  @Test
  void aSuccessStartsTheUserAfreshAndCostsTheAddressNothing() {
    for (int i = 0; i < 10 * LoginThrottle.PER_ADDRESS; i++) {
      assertThat(admitted("li", "10.0.0.1", START)).isTrue();
      throttle.succeeded("li", "10.0.0.1");
    }
  }

  @Test
  void aSuccessOfOneUserDoesNotFreeTheGuessesAtOthers() {
    for (int i = 0; i < LoginThrottle.PER_ADDRESS - 1; i++) {
      assertThat(admitted("user" + i, "10.0.0.1", START)).isTrue();
    }
    assertThat(admitted("mine", "10.0.0.1", START)).isTrue();
    throttle.succeeded("mine", "10.0.0.1");
    assertThat(admitted("user98", "10.0.0.1", START)).isTrue();
    assertThat(admitted("user99", "10.0.0.1", START)).isFalse();
  }

  @Test
  void aRefusedAttemptDoesNotLengthenTheWait() {
    for (int i = 0; i < LoginThrottle.PER_USER; i++) {
      throttle.attempt("li", "10.0.0.1", START);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(admitted("li", "10.0.0.1", START + 1)).isFalse();
    }
    assertThat(admitted("li", "10.0.0.1", START + WINDOW)).isTrue();
  }
}
