package io.shedwatch.server.broker;

import io.shedwatch.contract.ShedAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts of the embedded broker: one a shed, with its password as a digest, and the server's
 * own.
 *
 * <p>A plain SHA-256 is enough here, and fast at each connect: passwords are 256 random bits, made
 * by us, so there is nothing to guess that a slow digest would protect.
 */
public final class BrokerAccounts {
  /** Bits of a password, in bytes. */
  private static final int PASSWORD_BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, Account> sheds;
  private final String serverPassword;
  private final byte[] serverDigest;

  /** A shed's account. */
  record Account(ShedAddress shed, String digest) {}

  /** Who connected. */
  record Holder(String account, Optional<ShedAddress> shed) {}

  BrokerAccounts(Map<String, Account> sheds, String serverPassword) {
    this.sheds = Map.copyOf(sheds);
    this.serverPassword = serverPassword;
    this.serverDigest = digest(serverPassword);
  }

  /** The name of the server's account. */
  public String serverAccount() {
    return TopicAccess.SERVER;
  }

  /** The password of the server's account. */
  public String serverPassword() {
    return serverPassword;
  }

  /** The holder of the account, or empty when the account or the password is wrong. */
  Optional<Holder> authenticate(String account, String password) {
    byte[] given = digest(password);
    if (account.equals(TopicAccess.SERVER)) {
      return MessageDigest.isEqual(given, serverDigest)
          ? Optional.of(new Holder(account, Optional.empty()))
          : Optional.empty();
    }
    Optional<Account> known = Optional.ofNullable(sheds.get(account));
    return known
        .filter(it -> MessageDigest.isEqual(given, Base64.getDecoder().decode(it.digest())))
        .map(it -> new Holder(account, Optional.of(it.shed())));
  }

  static String madeUpPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Arrays.fill(bytes, (byte) 0);
    return text;
  }

  static String digestText(String password) {
    return Base64.getEncoder().encodeToString(digest(password));
  }

  private static byte[] digest(String password) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
