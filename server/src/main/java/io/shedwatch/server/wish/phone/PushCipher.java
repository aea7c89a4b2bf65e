package io.shedwatch.server.wish.phone;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Message encryption for Web Push: RFC 8291 over the content coding aes128gcm of RFC 8188. */
final class PushCipher {
  static final int SALT_BYTES = 16;

  /** All words look alike to the push service: shorter ones are filled up to a multiple of this. */
  static final int PAD_BYTES = 512;

  private static final int RECORD_BYTES = 4_096;
  private static final int KEY_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HASH_BYTES = 32;
  private static final byte LAST_RECORD = 2;

  private PushCipher() {}

  /** The content with the mark of its end, filled up with zeros. */
  static byte[] padded(byte[] content, int multiple) {
    byte[] padded = Arrays.copyOf(content, (content.length + multiple) / multiple * multiple);
    padded[content.length] = LAST_RECORD;
    return padded;
  }

  /**
   * The body of one message.
   *
   * @param padded of {@link #padded}
   * @param own a pair drawn for this message alone
   * @param salt 16 bytes drawn for this message alone
   */
  static byte[] seal(byte[] padded, PushKeys keys, KeyPair own, byte[] salt)
      throws GeneralSecurityException {
    byte[] ownPoint = P256.point((ECPublicKey) own.getPublic());
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(own.getPrivate());
    agreement.doPhase(keys.browser(), true);
    byte[] both = joined(text("WebPush: info\0"), P256.point(keys.browser()), ownPoint);
    byte[] secret = derived(keys.secret(), agreement.generateSecret(), both, HASH_BYTES);
    byte[] key = derived(salt, secret, text("Content-Encoding: aes128gcm\0"), KEY_BYTES);
    byte[] nonce = derived(salt, secret, text("Content-Encoding: nonce\0"), NONCE_BYTES);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    byte[] head = ByteBuffer.allocate(5).putInt(RECORD_BYTES).put((byte) ownPoint.length).array();
    return joined(salt, head, ownPoint, cipher.doFinal(padded));
  }

  /** HKDF (RFC 5869) with SHA-256, for up to 32 bytes. */
  private static byte[] derived(byte[] salt, byte[] secret, byte[] info, int length)
      throws GeneralSecurityException {
    return Arrays.copyOf(mac(mac(salt, secret), joined(info, new byte[] {1})), length);
  }

  private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
