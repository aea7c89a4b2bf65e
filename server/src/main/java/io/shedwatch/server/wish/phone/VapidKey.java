package io.shedwatch.server.wish.phone;

import io.shedwatch.server.notice.courier.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * By which push services know this server (RFC 8292). A subscription is bound to it: with another
 * key its messages are refused.
 */
public final class VapidKey {
  /** A token may last a day; a clock may be wrong by hours. */
  private static final Duration LASTS = Duration.ofHours(12);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEAD = base64("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");

  private final KeyPair pair;
  private final String publicKey;

  VapidKey(KeyPair pair) {
    this.pair = pair;
    this.publicKey = BASE64.encodeToString(P256.point((ECPublicKey) pair.getPublic()));
  }

  /** 65 bytes in base64url, as browsers take it. */
  String publicKey() {
    return publicKey;
  }

  /**
   * The header {@code Authorization} of one message.
   *
   * @param origin of the push service, as {@code https://push.example.org}
   * @param contact whom its operator may ask
   */
  String authorization(String origin, Optional<String> contact, Instant now)
      throws GeneralSecurityException {
    String claims =
        JsonText.object(
            json -> {
              json.writeStringField("aud", origin);
              json.writeNumberField("exp", now.plus(LASTS).getEpochSecond());
              if (contact.isPresent()) {
                json.writeStringField("sub", contact.get());
              }
            });
    String signed = HEAD + "." + base64(claims);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return "vapid t=" + signed + "." + BASE64.encodeToString(signature.sign()) + ", k=" + publicKey;
  }

  private static String base64(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
