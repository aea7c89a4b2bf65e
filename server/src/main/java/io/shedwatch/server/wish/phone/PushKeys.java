package io.shedwatch.server.wish.phone;

import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.Optional;

/** The keys of one subscription: with them only its browser reads what is sent (RFC 8291). */
final class PushKeys {
  private static final int SECRET_BYTES = 16;

  private final ECPublicKey browser;
  private final byte[] secret;

  private PushKeys(ECPublicKey browser, byte[] secret) {
    this.browser = browser;
    this.secret = secret;
  }

  /**
   * Reads {@code p256dh.auth}, both in base64url as browsers give them; empty where they are not.
   */
  static Optional<PushKeys> of(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      byte[] secret = Base64.getUrlDecoder().decode(parts[1]);
      return secret.length == SECRET_BYTES
          ? P256.key(Base64.getUrlDecoder().decode(parts[0])).map(key -> new PushKeys(key, secret))
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  ECPublicKey browser() {
    return browser;
  }

  byte[] secret() {
    return secret.clone();
  }
}
