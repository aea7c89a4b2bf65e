package io.shedwatch.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shedwatch.testkit.Seeds;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Laws of the codec for any message and any bytes. */
final class CodecLawsTest {
  private static final Codec CODEC = new Codec();
  private static final List<Example> EXAMPLES = Example.all().toList();
  private static final ObjectMapper TREE = new ObjectMapper();

  @Seeds
  void whatIsWrittenIsReadBack(long seed) {
    DrawnMessages drawn = new DrawnMessages(new Random(seed));
    for (int i = 0; i < 20; i++) {
      Message message = drawn.message();
      assertThat(decode(message.channel(), CODEC.encode(message)))
          .isEqualTo(new Decoded.Good(ShedAddress.of("liuxi", "s01"), message));
    }
  }

  @Seeds
  void whatIsWrittenIsJsonForOthersToo(long seed) throws IOException {
    Message message = new DrawnMessages(new Random(seed)).message();
    byte[] body = CODEC.encode(message);
    JsonNode tree = TREE.readTree(body);
    assertThat(decode(message.channel(), TREE.writeValueAsBytes(tree)))
        .isEqualTo(decode(message.channel(), body));
  }

  @Seeds
  void brokenBytesNeverThrow(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      Example example = EXAMPLES.get(random.nextInt(EXAMPLES.size()));
      byte[] broken = broken(example.body(), random);
      Channel channel =
          random.nextInt(4) == 0
              ? EXAMPLES.get(random.nextInt(EXAMPLES.size())).channel()
              : example.channel();
      assertThatCode(() -> assertTotal(decode(channel, broken)))
          .as(() -> channel + " " + new String(broken, UTF_8))
          .doesNotThrowAnyException();
    }
  }

  @Seeds
  void randomBytesNeverThrow(long seed) {
    Random random = new Random(seed);
    byte[] body = new byte[random.nextInt(300)];
    random.nextBytes(body);
    for (Channel channel : Channel.values()) {
      assertTotal(decode(channel, body));
    }
  }

  @Seeds
  void aCutBodyIsRejectedAndNeverTellsAnotherSeq(long seed) {
    DrawnMessages drawn = new DrawnMessages(new Random(seed));
    Readings message = drawn.readings();
    byte[] body = CODEC.encode(message);
    for (int length = 0; length < body.length; length++) {
      Decoded cut = decode(Channel.READINGS, Arrays.copyOf(body, length));
      assertThat(cut).isInstanceOf(Rejected.class);
      Rejected rejected = (Rejected) cut;
      assertThat(rejected.reason()).isEqualTo(Rejected.Reason.NOT_JSON);
      assertThat(rejected.seq()).isIn(0L, message.seq());
      rejected.boot().ifPresent(boot -> assertThat(boot).isEqualTo(message.boot()));
    }
  }

  @Seeds
  void theOrderOfFieldsIsFree(long seed) throws IOException {
    Random random = new Random(seed);
    Message message = new DrawnMessages(random).message();
    byte[] body = CODEC.encode(message);
    byte[] shuffled =
        TREE.writeValueAsBytes(new ShuffledTree(random).shuffled(TREE.readTree(body)));
    assertThat(decode(message.channel(), shuffled)).isEqualTo(decode(message.channel(), body));
  }

  /** A rejection is short and plain; what is good can be written again. */
  private static void assertTotal(Decoded decoded) {
    if (decoded instanceof Rejected rejected) {
      assertThat(rejected.detail()).isNotEmpty().hasSizeLessThanOrEqualTo(200);
      assertThat(rejected.detail().chars().noneMatch(Character::isISOControl)).isTrue();
      assertThat(rejected.seq()).isBetween(0L, Stamp.MAX_SEQ);
    } else {
      assertThat(CODEC.encode(((Decoded.Good) decoded).message())).isNotEmpty();
    }
  }

  private static byte[] broken(byte[] body, Random random) {
    byte[] broken = body.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && broken.length > 1; i++) {
      int at = random.nextInt(broken.length);
      switch (random.nextInt(5)) {
        case 0 -> broken[at] = (byte) random.nextInt();
        case 1 -> broken[at] = (byte) "{}[]\",:0123456789.eE-+\\ntfu ".charAt(random.nextInt(28));
        case 2 -> broken = Arrays.copyOf(broken, at);
        case 3 -> broken = joined(broken, at, broken, random.nextInt(broken.length));
        default -> broken = joined(broken, at, body, random.nextInt(body.length));
      }
    }
    return broken;
  }

  private static byte[] joined(byte[] head, int length, byte[] tail, int from) {
    byte[] joined = Arrays.copyOf(head, length + tail.length - from);
    System.arraycopy(tail, from, joined, length, tail.length - from);
    return joined;
  }

  private static Decoded decode(Channel channel, byte[] body) {
    return CODEC.decode("shedwatch/v1/liuxi/s01/" + channel.word(), body);
  }
}
