package io.shedwatch.server.wish.phone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/**
 * The key in the data folder, readable for the server alone: public in the first line, private in
 * the second.
 */
public final class FileVapidKey {
  static final String NAME = "push-key";

  private FileVapidKey() {}

  /**
   * Reads the key, or makes one at the first start.
   *
   * @throws IOException when it cannot be read or written, or is none; says nothing of its content
   */
  public static VapidKey open(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    try {
      if (Files.exists(file)) {
        return new VapidKey(read(file));
      }
      KeyPair made = P256.draw();
      write(file, made);
      return new VapidKey(made);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " is no key pair; without it a new one is made", e);
    }
  }

  private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    if (lines.size() != 2) {
      throw new IllegalArgumentException(lines.size() + " lines");
    }
    KeyFactory factory = KeyFactory.getInstance("EC");
    Base64.Decoder base64 = Base64.getDecoder();
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(0)))),
        factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(1)))));
  }

  private static void write(Path file, KeyPair pair) throws IOException {
    Base64.Encoder base64 = Base64.getEncoder();
    List<String> lines =
        List.of(
            base64.encodeToString(pair.getPublic().getEncoded()),
            base64.encodeToString(pair.getPrivate().getEncoded()));
    Path fresh = file.resolveSibling(NAME + ".new");
    Files.deleteIfExists(fresh);
    // Made with its permissions, so that no moment passes in which others could read it.
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, lines, StandardCharsets.US_ASCII);
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
