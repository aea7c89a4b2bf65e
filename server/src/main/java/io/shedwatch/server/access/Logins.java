package io.shedwatch.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in. Every request asks, so the answer lives in memory; the table behind it carries
 * logins over a restart. Thread-safe.
 */
final class Logins {
  private static final int TOKEN_BYTES = 32;

  /** One user's logins: phones, desks, wall screens. At the bound the oldest ends. */
  private static final int MAX_PER_USER = 20;

  /** A used login is prolonged in the table at most this often. */
  private static final Duration PROLONG_EVERY = Duration.ofHours(1);

  private final JdbcLogins table;
  private final Duration lifetime;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Login> byHash;

  Logins(JdbcLogins table, Duration lifetime, Instant now) throws SQLException {
    this.table = table;
    this.lifetime = lifetime;
    this.byHash = new ConcurrentHashMap<>(table.load(now));
  }

  /** Starts a login and returns its token, which goes into the cookie and nowhere else. */
  String start(String user, Role role, String address, Instant now) throws SQLException {
    endOldest(user);
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Login login = new Login(user, role, now.plus(lifetime).toEpochMilli());
    table.add(hash(token), login, address, now);
    byHash.put(hash(token), login);
    return token;
  }

  /** Who holds the token, if its login is good. */
  Optional<Login> find(String token, Instant now) {
    @Nullable Login login = byHash.get(hash(token));
    return login == null || login.expiresAt() <= now.toEpochMilli()
        ? Optional.empty()
        : Optional.of(login);
  }

  /** Whether a use at this time is worth a write. */
  boolean isWorthProlonging(Login login, Instant now) {
    long used = login.expiresAt() - lifetime.toMillis();
    return now.toEpochMilli() - used >= PROLONG_EVERY.toMillis();
  }

  /** Moves the end of the login on; a no-op when it ended meanwhile. */
  void prolong(String token, Instant now) throws SQLException {
    String hash = hash(token);
    long expiresAt = now.plus(lifetime).toEpochMilli();
    @Nullable Login prolonged =
        byHash.computeIfPresent(
            hash, (key, login) -> new Login(login.user(), login.role(), expiresAt));
    if (prolonged != null) {
      table.prolong(hash, expiresAt);
    }
  }

  void end(String token) throws SQLException {
    byHash.remove(hash(token));
    table.remove(hash(token));
  }

  /** Ends every login of a user whose role, password or right to be here changed. */
  void endAllOf(String user) throws SQLException {
    byHash.values().removeIf(login -> login.user().equals(user));
    table.removeAllOf(user);
  }

  private void endOldest(String user) throws SQLException {
    var own =
        byHash.entrySet().stream()
            .filter(entry -> entry.getValue().user().equals(user))
            .sorted(Comparator.comparingLong(entry -> entry.getValue().expiresAt()))
            .map(Map.Entry::getKey)
            .toList();
    for (int i = 0; i <= own.size() - MAX_PER_USER; i++) {
      byHash.remove(own.get(i));
      table.remove(own.get(i));
    }
  }

  private static String hash(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
