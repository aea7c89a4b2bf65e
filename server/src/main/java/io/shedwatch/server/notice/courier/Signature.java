package io.shedwatch.server.notice.courier;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 as each receiver wants it. */
final class Signature {
  private static final String HMAC = "HmacSHA256";

  private Signature() {}

  /** DingTalk: the text "timestamp, line feed, secret" signed with the secret, in Base64. */
  static String dingTalk(long millis, String secret) {
    return Base64.getEncoder().encodeToString(hmac(secret, millis + "\n" + secret));
  }

  /** Feishu: nothing signed with "timestamp, line feed, secret" as the key, in Base64. */
  static String feishu(long seconds, String secret) {
    return Base64.getEncoder().encodeToString(hmac(seconds + "\n" + secret, ""));
  }

  /** Ours: "timestamp, dot, body" signed with the secret, in hexadecimal digits. */
  static String webhook(long seconds, String body, String secret) {
    return HexFormat.of().formatHex(hmac(secret, seconds + "." + body));
  }

  private static byte[] hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }
}
