package io.shedwatch.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private final Passwords passwords = new Passwords(10);

  @Test
  void knowsItsOwnHashAndNoOther() {
    String hash = passwords.hash("a shed full of bikes");
    assertThat(hash).startsWith("$2a$10$").doesNotContain("shed");
    assertThat(passwords.matches("a shed full of bikes", Optional.of(hash))).isTrue();
    assertThat(passwords.matches("a shed full of bike", Optional.of(hash))).isFalse();
    assertThat(passwords.matches("a shed full of bikes", Optional.empty())).isFalse();
  }

  @Test
  void readsALongPasswordToItsEnd() {
    String start = "x".repeat(100);
    String hash = passwords.hash(start + "1");
    assertThat(passwords.matches(start + "1", Optional.of(hash))).isTrue();
    assertThat(passwords.matches(start + "2", Optional.of(hash))).isFalse();
  }

  @Test
  void makesUpPasswordsThatItWouldTake() {
    String password = passwords.madeUp();
    assertThat(Passwords.fault(password)).isEmpty();
    assertThat(passwords.madeUp()).isNotEqualTo(password);
    assertThat(Passwords.fault("123456789")).isPresent();
    assertThat(Passwords.fault("x".repeat(201))).isPresent();
  }
}
