package io.shedwatch.server.wish.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Seeds;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sealing of messages, against the example of RFC 8291 and the receiver's side. */
final class PushCipherTest {
  private static final String WATERMELON = "When I grow up, I want to be a watermelon";
  private static final String SENDER =
      "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";
  private static final String SENDER_PRIVATE = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
  private static final String RECEIVER =
      "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
  private static final String RECEIVER_PRIVATE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
  private static final String SECRET = "BTBZMqHH6r4Tts7J_aSIgg";
  private static final String SALT = "DGv6ra1nlYgDCS1FRnbzlw";
  private static final String SEALED =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmY"
          + "WAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNW"
          + "QexSgSxsj_Qulcy4a-fN";

  private static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static KeyPair pair(String publicKey, String privateKey) throws Exception {
    BigInteger number = new BigInteger(1, bytes(privateKey));
    return new KeyPair(
        P256.key(bytes(publicKey)).orElseThrow(),
        KeyFactory.getInstance("EC")
            .generatePrivate(new ECPrivateKeySpec(number, P256.parameters())));
  }

  private static PushKeys keys(String receiver, String secret) {
    return PushKeys.of(receiver + "." + secret).orElseThrow();
  }

  @Test
  void theExampleOfTheStandardIsSealedBitForBit() throws Exception {
    byte[] content = PushCipher.padded(WATERMELON.getBytes(StandardCharsets.UTF_8), 1);
    byte[] sealed =
        PushCipher.seal(content, keys(RECEIVER, SECRET), pair(SENDER, SENDER_PRIVATE), bytes(SALT));
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)).isEqualTo(SEALED);
  }

  @Test
  void theReceiverOfTheTestsOpensTheExampleOfTheStandard() throws Exception {
    Browser browser = new Browser(pair(RECEIVER, RECEIVER_PRIVATE), bytes(SECRET));
    assertThat(browser.open(bytes(SEALED))).isEqualTo(WATERMELON);
  }

  @Seeds
  void whatIsSealedIsOpenedByItsBrowserAlone(long seed) throws Exception {
    Random random = new Random(seed);
    String content = "空位".repeat(random.nextInt(200));
    Browser browser = Browser.draw();
    PushKeys keys = PushKeys.of(browser.phone("").keys()).orElseThrow();
    byte[] salt = new byte[PushCipher.SALT_BYTES];
    random.nextBytes(salt);
    byte[] padded = PushCipher.padded(content.getBytes(StandardCharsets.UTF_8), 512);
    byte[] sealed = PushCipher.seal(padded, keys, P256.draw(), salt);
    assertThat(browser.open(sealed)).isEqualTo(content);
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> Browser.draw().open(sealed))
        .isInstanceOf(AssertionError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 511})
  void shortWordsAllHaveOneLength(int length) {
    assertThat(PushCipher.padded(new byte[length], 512)).hasSize(512);
    assertThat(PushCipher.padded(new byte[512], 512)).hasSize(1_024);
  }

  @Test
  void aPointBesideTheCurveIsNoKey() {
    byte[] beside = bytes(RECEIVER);
    beside[64] ^= 1;
    assertThat(P256.key(beside)).isEmpty();
    assertThat(P256.key(bytes(RECEIVER))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "AAAA.BBBB",
        "not base64.BTBZMqHH6r4Tts7J_aSIgg",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4.AA",
      })
  void whatIsNoPairOfKeysIsNone(String text) {
    assertThat(PushKeys.of(text)).isEmpty();
  }
}
