package io.shedwatch.server.notice.courier;

import io.shedwatch.server.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where letters of one route go.
 *
 * @param address a robot's or webhook's whole URL, which is a secret by itself, or e-mail addresses
 *     with commas between them
 * @param key what signs: the robot's or webhook's secret
 */
public record Destination(CourierKind courier, Secret address, Optional<Secret> key) {
  private static final int ROBOT_CHARACTERS = 16;

  /**
   * Names what the receiver counts messages by, without giving it away: two routes to one robot
   * share its minute. All mail leaves by one server.
   */
  public String robot() {
    String counted = courier == CourierKind.SMTP ? "" : address.reveal();
    byte[] text = (courier.word() + " " + counted).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256(text)).substring(0, ROBOT_CHARACTERS);
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
