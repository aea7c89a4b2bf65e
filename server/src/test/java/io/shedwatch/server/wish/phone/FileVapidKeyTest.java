package io.shedwatch.server.wish.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's key of Web Push: made once, kept to itself, and what it signs. */
final class FileVapidKeyTest {
  private static final Pattern VAPID = Pattern.compile("vapid t=([^.]+)\\.([^.]+)\\.(.+), k=(.+)");

  @TempDir Path folder;

  @Test
  void theFirstStartMakesAKeyThatOnlyTheServerReadsAndLaterStartsKeepIt() throws IOException {
    String made = FileVapidKey.open(folder).publicKey();
    Path file = folder.resolve(FileVapidKey.NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(FileVapidKey.open(folder).publicKey()).isEqualTo(made);
    assertThat(Base64.getUrlDecoder().decode(made)).hasSize(P256.POINT_BYTES).startsWith(4);
    assertThat(folder.toFile().list()).containsExactly(FileVapidKey.NAME);
  }

  @Test
  void aFileThatIsNoKeyStopsTheStartAndItsContentIsNotSaid() throws IOException {
    FileVapidKey.open(folder);
    Path file = folder.resolve(FileVapidKey.NAME);
    List<String> lines = Files.readAllLines(file);
    for (List<String> broken :
        List.of(List.of(lines.get(0)), List.of(lines.get(0), "secret"), List.of("x", "y"))) {
      Files.write(file, broken);
      assertThatThrownBy(() -> FileVapidKey.open(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("push-key is no key pair")
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void aPushServiceCanVerifyWhoSendsToItAndUntilWhen() throws Exception {
    VapidKey key = FileVapidKey.open(folder);
    Instant now = Instant.parse("2026-01-07T11:00:00Z");
    Matcher sent =
        VAPID.matcher(
            key.authorization(
                "https://push.example.org", Optional.of("https://sheds.example.org"), now));
    assertThat(sent.matches()).isTrue();
    Base64.Decoder base64 = Base64.getUrlDecoder();
    assertThat(new String(base64.decode(sent.group(1)), StandardCharsets.UTF_8))
        .isEqualTo("{\"typ\":\"JWT\",\"alg\":\"ES256\"}");
    assertThat(new String(base64.decode(sent.group(2)), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"aud\":\"https://push.example.org\",\"exp\":%d,\"sub\":\"https://sheds.example.org\"}"
                .formatted(now.getEpochSecond() + 12 * 3_600));
    assertThat(sent.group(4)).isEqualTo(key.publicKey());
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(P256.key(base64.decode(sent.group(4))).orElseThrow());
    String signed = sent.group(1) + "." + sent.group(2);
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(base64.decode(sent.group(3)))).isTrue();
  }
}
