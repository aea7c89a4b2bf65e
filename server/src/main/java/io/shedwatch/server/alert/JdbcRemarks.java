package io.shedwatch.server.alert;

import io.shedwatch.contract.SiteId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What people wrote, apart from the incident chain: the chain holds the digest, SHA-256 in hex over
 * the salt's bytes and the text in UTF-8. The salt goes with the text when it is erased, so nobody
 * can guess a short text from its digest, and the chain stays whole.
 */
public final class JdbcRemarks {
  /** Longer texts are refused by the routes. */
  public static final int MAX_CHARACTERS = 2_000;

  private static final int SALT_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private JdbcRemarks() {}

  /** Stores a remark within the caller's transaction; gives its digest. */
  public static String write(Connection connection, SiteId site, Remark remark)
      throws SQLException {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    String digest = digest(salt, remark.text());
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into remark (site, digest, about, salt, body, written_by, written_at)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, site.value());
      insert.setString(2, digest);
      insert.setString(3, remark.about());
      insert.setString(4, HexFormat.of().formatHex(salt));
      insert.setString(5, remark.text());
      insert.setString(6, remark.by());
      insert.setObject(7, remark.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
    return digest;
  }

  static String digest(byte[] salt, String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(salt);
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The remarks about one thing, oldest first. */
  public static List<Remark> about(Connection connection, SiteId site, String about)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select about, written_by, written_at, body from remark where site = ? and about = ?"
                + " order by written_at, digest fetch first 1000 rows only")) {
      select.setString(1, site.value());
      select.setString(2, about);
      try (ResultSet row = select.executeQuery()) {
        List<Remark> remarks = new ArrayList<>();
        while (row.next()) {
          remarks.add(
              new Remark(
                  row.getString(1),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class).toInstant(),
                  row.getString(4)));
        }
        return remarks;
      }
    }
  }

  /** The texts of some digests; what was erased is absent. */
  public static Map<String, String> texts(Connection connection, SiteId site, List<String> digests)
      throws SQLException {
    Map<String, String> texts = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement("select body from remark where site = ? and digest = ?")) {
      for (String digest : digests) {
        select.setString(1, site.value());
        select.setString(2, digest);
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            texts.put(digest, row.getString(1));
          }
        }
      }
    }
    return texts;
  }
}
