package io.shedwatch.server.broker;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.broker.BrokerAccounts.Account;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The accounts on disk. {@code accounts} holds the digests of the sheds' passwords and is what
 * counts; {@code credentials} holds the passwords that were made up, one line {@code account
 * password} each, readable by the owner alone, for whoever sets the sheds up, and the server's own.
 * It may be deleted once they are: only the server's comes back, as a new one.
 */
public final class FileBrokerAccounts {
  private static final String ACCOUNTS = "accounts";
  private static final String CREDENTIALS = "credentials";

  private final BrokerAccounts accounts;
  private final Map<String, String> madeUp;
  private final Path credentials;

  private FileBrokerAccounts(
      BrokerAccounts accounts, Map<String, String> madeUp, Path credentials) {
    this.accounts = accounts;
    this.madeUp = madeUp;
    this.credentials = credentials;
  }

  /**
   * Reads the accounts of these sheds and makes up those that are missing. An account of a shed
   * that the site no longer has is not let in, but stays in the file.
   *
   * @param folder the broker's own folder
   * @throws IOException when the folder cannot be used or a line is damaged
   */
  public static FileBrokerAccounts open(Path folder, List<ShedAddress> sheds) throws IOException {
    Files.createDirectories(folder);
    Map<String, String> digests = new TreeMap<>(lines(folder.resolve(ACCOUNTS)));
    Map<String, String> madeUp = new LinkedHashMap<>();
    Map<String, Account> known = new TreeMap<>();
    for (ShedAddress shed : sheds) {
      String account = TopicAccess.account(shed);
      String digest =
          digests.computeIfAbsent(
              account,
              name -> {
                String password = BrokerAccounts.madeUpPassword();
                madeUp.put(name, password);
                return BrokerAccounts.digestText(password);
              });
      known.put(account, new Account(shed, digest));
    }
    Map<String, String> passwords = new TreeMap<>(lines(folder.resolve(CREDENTIALS)));
    passwords.putAll(madeUp);
    boolean firstServer = !passwords.containsKey(TopicAccess.SERVER);
    String server =
        passwords.computeIfAbsent(TopicAccess.SERVER, name -> BrokerAccounts.madeUpPassword());
    // Credentials first: a kill between the two leaves a password too many, not one too few.
    if (firstServer || !madeUp.isEmpty()) {
      write(folder.resolve(CREDENTIALS), passwords);
    }
    if (!madeUp.isEmpty()) {
      write(folder.resolve(ACCOUNTS), digests);
    }
    return new FileBrokerAccounts(
        new BrokerAccounts(known, server), madeUp, folder.resolve(CREDENTIALS));
  }

  public BrokerAccounts accounts() {
    return accounts;
  }

  /** Sheds' passwords made up by this start, by account; empty when all had theirs. */
  public Map<String, String> madeUp() {
    return Map.copyOf(madeUp);
  }

  /** Where the passwords lie. */
  public Path credentials() {
    return credentials;
  }

  private static Map<String, String> lines(Path file) throws IOException {
    Map<String, String> values = new TreeMap<>();
    if (!Files.exists(file)) {
      return values;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int space = line.indexOf(' ');
      if (space <= 0) {
        // Not the line itself: it may be a password.
        throw new IOException(file + " must hold lines of an account, a space and a word");
      }
      values.put(line.substring(0, space), line.substring(space + 1).strip());
    }
    return values;
  }

  private static void write(Path file, Map<String, String> values) throws IOException {
    List<String> lines = new ArrayList<>();
    values.forEach((account, value) -> lines.add(account + " " + value));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    // Made with its permissions, so that no moment passes in which others could read it.
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, lines, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
