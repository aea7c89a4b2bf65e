package io.shedwatch.server.wish.phone;

import io.shedwatch.server.notice.Language;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser's end of a subscription: it opens what was sealed for it, and nobody else can. */
public final class Browser {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int SALT_BYTES = 16;
  private static final int HEAD_BYTES = SALT_BYTES + 4 + 1;

  private final KeyPair pair;
  private final byte[] secret;

  Browser(KeyPair pair, byte[] secret) {
    this.pair = pair;
    this.secret = secret.clone();
  }

  public static Browser draw() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      byte[] secret = new byte[16];
      new SecureRandom().nextBytes(secret);
      return new Browser(generator.generateKeyPair(), secret);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** What PushManager gives a page, with the language that the page adds. */
  public String subscription(String endpoint, String language) {
    return "{\"endpoint\":\"%s\",\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"},\"language\":\"%s\"}"
        .formatted(
            endpoint, BASE64.encodeToString(point()), BASE64.encodeToString(secret), language);
  }

  Phone phone(String endpoint) {
    return new Phone(endpoint, keys(), Language.ZH);
  }

  /** Both keys as the server keeps them. */
  public String keys() {
    return BASE64.encodeToString(point()) + "." + BASE64.encodeToString(secret);
  }

  private byte[] point() {
    return P256.point((ECPublicKey) pair.getPublic());
  }

  /** RFC 8291, the receiver's side: the content without its padding. */
  public String open(byte[] body) {
    try {
      byte[] salt = Arrays.copyOf(body, SALT_BYTES);
      int length = body[HEAD_BYTES - 1];
      byte[] sender = Arrays.copyOfRange(body, HEAD_BYTES, HEAD_BYTES + length);
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(pair.getPrivate());
      agreement.doPhase(P256.key(sender).orElseThrow(), true);
      byte[] shared = mac(secret, agreement.generateSecret());
      ByteBuffer info = ByteBuffer.allocate(14 + point().length + sender.length + 1);
      info.put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII)).put(point()).put(sender);
      byte[] pseudo = mac(salt, mac(shared, info.put((byte) 1).array()));
      byte[] key =
          mac(pseudo, "Content-Encoding: aes128gcm\0\1".getBytes(StandardCharsets.US_ASCII));
      byte[] nonce = mac(pseudo, "Content-Encoding: nonce\0\1".getBytes(StandardCharsets.US_ASCII));
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(Arrays.copyOf(key, 16), "AES"),
          new GCMParameterSpec(128, Arrays.copyOf(nonce, 12)));
      byte[] padded = cipher.doFinal(body, HEAD_BYTES + length, body.length - HEAD_BYTES - length);
      int end = padded.length - 1;
      while (padded[end] == 0) {
        end--;
      }
      if (padded[end] != 2) {
        throw new AssertionError("not the last record: " + padded[end]);
      }
      return new String(padded, 0, end, StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("not sealed for this browser", e);
    }
  }

  private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }
}
