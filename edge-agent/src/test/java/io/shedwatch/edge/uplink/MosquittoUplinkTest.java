package io.shedwatch.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The uplink by Paho, on a real Mosquitto. */
final class MosquittoUplinkTest {
  private static final ShedAddress ADDRESS = UplinkedSpool.ADDRESS;

  @TempDir Path folder;
  private final RecordingInbox inbox = new RecordingInbox();
  private final ReceiverBook book = new ReceiverBook();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private Mosquitto broker;

  @BeforeEach
  void startBroker() throws IOException {
    broker = Mosquitto.start(folder.resolve("broker"));
    opened.add(broker);
  }

  @AfterEach
  void closeAll() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  private UplinkedSpool edge() throws IOException {
    UplinkedSpool edge = new UplinkedSpool(broker.url(), folder.resolve("spool.db"), inbox);
    opened.add(edge);
    return edge;
  }

  private MqttReceiver receiver() throws Exception {
    MqttReceiver receiver = new MqttReceiver(broker.url(), ADDRESS, book);
    opened.add(receiver);
    return receiver;
  }

  @Test
  void saysItsBirthAndThenWhatItHasAndDeletesWhatIsStored() throws Exception {
    receiver();
    UplinkedSpool edge = edge();
    edge.heartbeats(3);
    AlarmId alarm = edge.alarm(3);

    Await.until("all is stored", edge::isEmpty);
    List<Stamped> arrived = book.arrivals();
    Status birth = (Status) arrived.get(0);
    assertThat(birth.state()).isEqualTo(ShedState.ONLINE);
    assertThat(birth.seq()).isEqualTo(1);
    assertThat(birth.holds()).hasSize(1);
    assertThat(alarm.value()).isEqualTo(edge.boot() + "-5");
    assertThat(book.contiguous(edge.boot())).isEqualTo(5);
  }

  @Test
  void saysOfflineWhenItEndsAndNoWill() throws Exception {
    MqttReceiver receiver = receiver();
    UplinkedSpool edge = edge();
    Await.until("birth", () -> book.received() > 0);
    edge.close();

    Await.until(
        "offline",
        () ->
            book.arrivals().stream()
                .anyMatch(said -> said instanceof Status s && s.state() == ShedState.OFFLINE));
    MqttReceiver later = new MqttReceiver(broker.url(), ADDRESS, new ReceiverBook());
    opened.add(later);
    Await.until("the kept status", () -> !later.deliveries.isEmpty());
    assertThat(((Status) later.deliveries.get(0).message()).state()).isEqualTo(ShedState.OFFLINE);
    assertThat(receiver.wills).isEmpty();
  }

  @Test
  void aBrokerThatIsAwayAtTheStartIsFoundLater() throws Exception {
    broker.program().stop();
    UplinkedSpool edge = edge();
    AlarmId alarm = edge.alarm(3);
    edge.heartbeats(10);
    broker.restart();
    receiver();

    // What the broker had before anybody listened is gone, and sent again without a receipt.
    Await.until("all is stored", Duration.ofSeconds(70), edge::isEmpty);
    assertThat(book.arrivals().get(0)).isInstanceOf(Status.class);
    assertThat(book.received()).isEqualTo(12);
    Status birth = (Status) book.arrivals().get(0);
    assertThat(birth.open()).contains(List.of(alarm));
  }

  @Test
  void aBrokerThatForgetsEverythingCostsNothing() throws Exception {
    MqttReceiver first = receiver();
    UplinkedSpool edge = edge();
    edge.heartbeats(5);
    Await.until("stored", edge::isEmpty);
    first.sayReceipts(false);
    edge.heartbeats(50);
    edge.alarm(4);
    Await.until("arrived", () -> book.received() == 57);

    broker.restartForgetful();
    edge.heartbeats(20);
    ReceiverBook restored = book;
    MqttReceiver second = new MqttReceiver(broker.url(), ADDRESS, restored);
    opened.add(second);

    Await.until("all is stored", java.time.Duration.ofSeconds(90), edge::isEmpty);
    assertThat(book.contiguous(edge.boot())).isEqualTo(78);
    assertThat(book.boot(edge.boot()).lost).isEmpty();
  }

  @Test
  void hearsCommandsAndConfirmsLimitsByANewBirth() throws Exception {
    MqttReceiver receiver = receiver();
    edge();
    Await.until("birth", () -> book.received() == 1);
    Command command =
        new Command(new CommandId("c1"), 1, 2, 3, CommandAction.OPEN_RELAY, "staff-7");
    receiver.publish(command, false);
    Limits limits = new Limits(4, 1, 5.5, 1, 600, 6_000, 15, 7_200, 0.5, 120, 43_200, 75);
    receiver.publish(limits, true);

    Await.until("command", () -> inbox.commands.equals(List.of(command)));
    Await.until(
        "confirmed",
        () ->
            book.arrivals().stream()
                .anyMatch(
                    said -> said instanceof Status s && s.limits().equals(OptionalInt.of(4))));
    assertThat(receiver.wills).as("it hung up politely").isEmpty();
    assertThat(book.received()).isEqualTo(2);
  }

  @Test
  void answersAStrangersStatusWithItsOwn() throws Exception {
    MqttReceiver receiver = receiver();
    UplinkedSpool edge = edge();
    Await.until("birth", () -> book.received() == 1);
    byte[] stranger =
        "{\"boot\":\"zz\",\"seq\":1,\"at\":1767225600000,\"state\":\"online\",\"agent\":\"x\",\"sockets\":1}"
            .getBytes(StandardCharsets.UTF_8);
    receiver.publish(Channel.STATUS, stranger, true);

    Await.until(
        "its own again",
        () ->
            receiver.deliveries.stream()
                    .filter(
                        each -> each.message() instanceof Status s && s.boot().equals(edge.boot()))
                    .count()
                == 2);
    ReceiverBook fresh = new ReceiverBook();
    MqttReceiver later = new MqttReceiver(broker.url(), ADDRESS, fresh);
    opened.add(later);
    Await.until("the kept status", () -> !later.deliveries.isEmpty());
    assertThat(((Status) later.deliveries.get(0).message()).boot()).isEqualTo(edge.boot());
  }

  @Test
  void aBrokenConnectionIsToldByTheWillOfItsBirth() throws Exception {
    MqttReceiver receiver = receiver();
    UplinkedSpool edge = edge();
    Await.until("birth", () -> book.received() == 1);
    // Somebody takes the client id over, as a cloned card does.
    var thief =
        new org.eclipse.paho.mqttv5.client.MqttAsyncClient(
            broker.url(),
            "shedwatch-liuxi-s01",
            new org.eclipse.paho.mqttv5.client.persist.MemoryPersistence());
    thief.connect().waitForCompletion(10_000);

    Await.until("will", () -> !receiver.wills.isEmpty());
    assertThat(receiver.wills.get(0).birth()).isEqualTo(1);
    Await.until("back", () -> book.received() == 2);
    assertThat(book.contiguous(edge.boot())).isEqualTo(2);
    thief.close(true);
  }
}
