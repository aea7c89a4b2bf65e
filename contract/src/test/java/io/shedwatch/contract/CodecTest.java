package io.shedwatch.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class CodecTest {
  private static final Codec CODEC = new Codec();
  private static final BootId BOOT = new BootId("8f3c2a91");
  private static final long AT = 1_767_225_600_000L;

  @Test
  void writesReadingsShort() {
    Readings readings =
        new Readings(
            new Stamp(BOOT, 42, AT, false),
            List.of(
                new Reading(
                    3,
                    Usage.CHARGING,
                    RelayPosition.CLOSED,
                    221.4400024,
                    0.8200000525,
                    176.2,
                    15234.5,
                    31.04),
                new Reading(
                    4,
                    Usage.FREE,
                    RelayPosition.UNTOLD,
                    Double.NaN,
                    -0.0001,
                    Double.POSITIVE_INFINITY,
                    0,
                    Double.NaN)),
            List.of(new SeqRange(new BootId("51b0c7de"), 640, 702)),
            List.of());
    assertThat(new String(CODEC.encode(readings), UTF_8))
        .isEqualTo(
            """
            {"boot":"8f3c2a91","seq":42,"at":1767225600000,"readings":[\
            {"socket":3,"usage":"charging","relay":"closed","volts":221.4,"amperes":0.82,"watts":176.2,"wattHours":15234.5,"celsius":31},\
            {"socket":4,"usage":"free","amperes":0,"wattHours":0}],\
            "dropped":[{"boot":"51b0c7de","from":640,"to":702}]}""");
  }

  @Test
  void tellsAWillByItsState() {
    assertThat(good("status", "{\"boot\":\"8f3c2a91\",\"birth\":1,\"state\":\"lost\"}"))
        .isEqualTo(new Will(BOOT, 1));
  }

  @Test
  void aStatusNeedsNoMoreThanBootSeqAtAndState() {
    assertThat(good("status", "{\"boot\":\"8f3c2a91\",\"seq\":1,\"at\":5,\"state\":\"online\"}"))
        .isInstanceOfSatisfying(
            Status.class,
            status -> {
              assertThat(status.stamp()).isEqualTo(new Stamp(BOOT, 1, 5, false));
              assertThat(status.previous()).isEmpty();
              assertThat(status.limits()).isEqualTo(OptionalInt.empty());
              assertThat(status.open()).isEqualTo(Optional.empty());
              assertThat(status.sockets()).isZero();
            });
  }

  @Test
  void oneBadReadingRejectsThatReadingOnly() {
    Message message =
        good(
            "readings",
            """
            {"boot":"8f3c2a91","seq":42,"at":5,"readings":[
              {"socket":1,"usage":"free","volts":"230"},
              {"socket":2,"usage":"free","watts":NaN,"more":{"x":[1,2]}},
              {"socket":3,"usage":"dancing"},
              {"usage":"free"}, 7, null]}""");
    assertThat(message)
        .isInstanceOfSatisfying(
            Readings.class,
            readings -> {
              assertThat(readings.readings()).extracting(Reading::socket).containsExactly(3);
              assertThat(readings.readings().get(0).usage()).isEqualTo(Usage.UNKNOWN);
              assertThat(readings.rejected())
                  .extracting(RejectedReading::index, RejectedReading::reason)
                  .containsExactly(
                      tuple(0, Rejected.Reason.ILL_TYPED),
                      tuple(1, Rejected.Reason.IMPLAUSIBLE),
                      tuple(3, Rejected.Reason.MISSING_FIELD),
                      tuple(4, Rejected.Reason.ILL_TYPED),
                      tuple(5, Rejected.Reason.ILL_TYPED));
            });
  }

  @Test
  void bootAndSeqAreReadFromARejectedMessage() {
    assertThat(decode("alarms", "{\"kind\":3,\"boot\":\"8f3c2a91\",\"seq\":43,\"at\":5}"))
        .isEqualTo(
            new Rejected(
                Rejected.Reason.ILL_TYPED, "kind must be a string", Optional.of(BOOT), 43));
  }

  @Test
  void aSeqThatMayBeCutDoesNotCount() {
    assertThat(decode("alarms", "{\"boot\":\"8f3c2a91\",\"seq\":4"))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(Rejected.Reason.NOT_JSON);
              assertThat(rejected.seq()).isZero();
            });
  }

  private static Message good(String channel, String body) {
    Decoded decoded = decode(channel, body);
    assertThat(decoded).isInstanceOf(Decoded.Good.class);
    return ((Decoded.Good) decoded).message();
  }

  private static Decoded decode(String channel, String body) {
    return CODEC.decode("shedwatch/v1/liuxi/s01/" + channel, body.getBytes(UTF_8));
  }
}
