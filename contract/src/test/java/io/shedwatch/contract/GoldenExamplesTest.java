package io.shedwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GoldenExamplesTest {
  private static final Codec CODEC = new Codec();

  static Stream<Example> good() {
    return Example.all().filter(example -> example.expect().equals("good"));
  }

  static Stream<Example> bad() {
    return Example.all().filter(example -> !example.expect().equals("good"));
  }

  @ParameterizedTest
  @MethodSource("good")
  void aGoodExampleBecomesAMessageOfItsChannel(Example example) {
    assertThat(example.decoded()).isInstanceOf(Decoded.Good.class);
    Decoded.Good good = (Decoded.Good) example.decoded();
    assertThat(good.from()).isEqualTo(ShedAddress.of("liuxi", "s01"));
    assertThat(good.message().channel()).isEqualTo(example.channel());
    assertThat(rejectedReadings(good.message())).isEqualTo(example.rejected());
  }

  @ParameterizedTest
  @MethodSource("good")
  void aGoodExampleSurvivesWritingAndReading(Example example) {
    Message once = ((Decoded.Good) example.decoded()).message();
    Decoded again =
        CODEC.decode("shedwatch/v1/liuxi/s01/" + example.channel().word(), CODEC.encode(once));
    assertThat(again).isEqualTo(new Decoded.Good(ShedAddress.of("liuxi", "s01"), kept(once)));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void aBadExampleIsRejectedForItsReasonWithBootAndSeqAsFarAsTheyCanBeRead(Example example) {
    assertThat(example.decoded()).isInstanceOf(Rejected.class);
    Rejected rejected = (Rejected) example.decoded();
    assertThat(rejected.reason().word()).isEqualTo(example.expect());
    assertThat(rejected.detail()).contains(example.field()).hasSizeLessThanOrEqualTo(200);
    assertThat(rejected.boot())
        .as("%s", example)
        .isEqualTo(Optional.of(example.boot()).filter(b -> !b.isEmpty()).map(BootId::new));
    assertThat(rejected.seq()).isEqualTo(example.seq());
  }

  @Test
  void theIndexNamesEveryFileOnce() throws IOException {
    Path root = Path.of("src/main/resources/contract/examples");
    List<String> files;
    try (Stream<Path> paths = Files.walk(root)) {
      files =
          paths
              .filter(Files::isRegularFile)
              .map(path -> root.relativize(path).toString().replace('\\', '/'))
              .filter(name -> !name.equals("index.json"))
              .toList();
    }
    assertThat(Example.all().map(Example::file)).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void everyChannelAndEveryAlarmKindHasAnExample() {
    List<Message> messages =
        Example.under("valid").map(e -> ((Decoded.Good) e.decoded()).message()).toList();
    assertThat(messages).extracting(Message::channel).contains(Channel.values());
    assertThat(messages)
        .filteredOn(Alarm.class::isInstance)
        .extracting(message -> ((Alarm) message).kind())
        .contains(AlarmKind.values());
  }

  private static List<String> rejectedReadings(Message message) {
    return message instanceof Readings readings
        ? readings.rejected().stream().map(r -> r.index() + " " + r.reason().word()).toList()
        : List.of();
  }

  /** What writing keeps: all but the rejected readings. */
  private static Message kept(Message message) {
    return message instanceof Readings r
        ? new Readings(r.stamp(), r.readings(), r.dropped(), List.of())
        : message;
  }
}
