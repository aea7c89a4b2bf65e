package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Stored;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Ports;
import io.shedwatch.testkit.RunningProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's end of a real broker. */
final class MqttIntakeTest {
  private static final SiteId SITE = new SiteId("test");
  private static final int MESSAGES = 300;

  @TempDir private Path folder;

  @Test
  void saysEverythingToABrokerThatTakesFewAtATime() throws Exception {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    String few = "allow_anonymous true\nmax_inflight_messages 2\nmax_queued_messages 0\n";
    try (Mosquitto broker = Mosquitto.start(folder.resolve("broker"), Ports.free(), few);
        RunningProgram heard = listen(broker);
        MqttIntake intake = intake(broker, meters)) {
      Hearing hearing = new Hearing();
      intake.start(hearing);
      assertThat(hearing.connected.await(20, TimeUnit.SECONDS)).isTrue();
      ShedAddress shed = ShedAddress.of(SITE.value(), "s01");
      for (int seq = 1; seq <= MESSAGES; seq++) {
        intake.publish(shed, new Stored(new BootId("b1"), seq, 1_767_225_600_000L));
      }
      Await.until(
          "all receipts are heard", () -> heard.said().lines().distinct().count() == MESSAGES + 1);
    }
    assertThat(meters.counter("shedwatch.mqtt.unsent.dropped").count()).isZero();
  }

  private RunningProgram listen(Mosquitto broker) throws Exception {
    String port = Integer.toString(broker.port());
    String topic = "shedwatch/v1/test/+/stored";
    RunningProgram heard =
        RunningProgram.start(
            folder,
            "heard",
            List.of("mosquitto_sub", "-p", port, "-V", "5", "-q", "1", "-t", topic));
    // Retained, so that it is heard whenever the listener is there.
    RunningProgram.start(
            folder,
            "mosquitto_pub",
            List.of(
                "mosquitto_pub",
                "-p",
                port,
                "-r",
                "-t",
                "shedwatch/v1/test/s02/stored",
                "-m",
                "here"))
        .awaitSuccess();
    Await.until("the listener is there", () -> heard.said().contains("here"));
    return heard;
  }

  private static MqttIntake intake(Mosquitto broker, SimpleMeterRegistry meters) {
    MqttAddress address =
        new MqttAddress(broker.url(), "server", Optional.empty(), Optional.empty());
    return new MqttIntake(address, SITE, 16, new TestClock(), meters);
  }

  private static final class Hearing implements MqttIntake.Listener {
    private final CountDownLatch connected = new CountDownLatch(1);

    @Override
    public boolean arrived(Arrived message) {
      return true;
    }

    @Override
    public void connected() {
      connected.countDown();
    }

    @Override
    public void disconnected() {}

    @Override
    public int unsettled() {
      return 0;
    }
  }
}
