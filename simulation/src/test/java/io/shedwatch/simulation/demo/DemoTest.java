package io.shedwatch.simulation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ScaledTime;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration on a real Mosquitto with accounts, before a server that only says receipts. */
final class DemoTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String SERVER = "server";

  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private Mosquitto broker;
  private TinyServer server;

  @BeforeEach
  void start() throws Exception {
    Map<String, String> passwords = new HashMap<>(Map.of(SERVER, "s"));
    StringBuilder acl = new StringBuilder("user server\ntopic readwrite shedwatch/v1/#\n");
    StringBuilder credentials = new StringBuilder();
    for (String shed : List.of("s01", "s02")) {
      passwords.put("test-" + shed, "secret-" + shed);
      credentials.append("test-").append(shed).append(" secret-").append(shed).append('\n');
      acl.append("user test-%s\ntopic readwrite shedwatch/v1/test/%s/#\n".formatted(shed, shed));
    }
    Files.writeString(folder.resolve("credentials"), credentials);
    broker = Mosquitto.start(folder.resolve("broker"), passwords, acl.toString());
    opened.add(broker);
    server = new TinyServer(Sites.SMALL, broker.url(), SERVER, "s");
    opened.add(server);
  }

  @AfterEach
  void closeAll() throws Exception {
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
  }

  private LiveSheds demo(int historyDays) throws Exception {
    DemoSettings settings =
        new DemoSettings(
            server.url(),
            broker.url(),
            folder.resolve("credentials"),
            folder.resolve("town"),
            historyDays,
            Optional.empty(),
            Optional.empty(),
            ScaledTime.REAL);
    LiveSheds live = Demo.start(settings, new PrintStream(printed, true, StandardCharsets.UTF_8));
    opened.add(live);
    return live;
  }

  private List<String> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void historyArrivesWholeAsAnEarlierBootWhileThePresentGoesOn() throws Exception {
    long startedAt = System.currentTimeMillis();
    demo(1);
    Await.until("history done", LONG, () -> lines().contains("history done"));

    assertThat(lines()).startsWith("live: 2 sheds of test", "history 0 % (day 1 of 1)");
    assertThat(server.boots()).hasSize(4);
    long promised = PastOutbox.promised(3, 1);
    for (var boot : server.boots().entrySet()) {
      NavigableMap<Long, Stamped> messages = boot.getValue();
      Status birth = (Status) messages.firstEntry().getValue();
      if (birth.holds().isEmpty() || !birth.holds().get(0).boot().equals(birth.boot())) {
        // The present: it said from the start how much of the past is to come.
        SeqRange past = birth.holds().get(0);
        assertThat(past).isEqualTo(new SeqRange(birth.previous().orElseThrow(), 1, promised));
        assertThat(messages.values()).noneMatch(message -> message.stamp().backfill());
        assertThat(birth.at()).isGreaterThanOrEqualTo(startedAt);
      } else {
        assertThat(messages.keySet())
            .containsExactlyElementsOf(LongStream.rangeClosed(1, promised).boxed().toList());
        assertThat(messages.values()).allMatch(message -> message.stamp().backfill());
        assertThat(messages.values()).allMatch(message -> message.at() <= startedAt + 10_000);
      }
    }
    long oldest = server.arrivals().stream().mapToLong(Stamped::at).min().orElseThrow();
    assertThat(Duration.ofMillis(startedAt - oldest)).isGreaterThan(Duration.ofHours(23));
  }

  @Test
  void thePastIsHeardOnlyAfterThePresent() throws Exception {
    demo(1);
    Await.until("history", LONG, () -> server.arrivals().stream().anyMatch(m -> isPast(m)));
    Stamped first = server.arrivals().get(0);
    assertThat(first).isInstanceOf(Status.class);
    assertThat(first.stamp().backfill()).isFalse();
  }

  private static boolean isPast(Stamped message) {
    return message.stamp().backfill() && message.seq() > 1;
  }

  @Test
  void aBrokerThatForgetsEverythingInBetweenCostsNothing() throws Exception {
    demo(1);
    Await.until("some history", LONG, () -> server.arrivals().size() > 300);
    broker.restartForgetful();
    server.connectAgain(broker.url(), SERVER, "s");

    Await.until("history done", LONG, () -> lines().contains("history done"));
    long promised = PastOutbox.promised(3, 1);
    assertThat(server.boots().values().stream().filter(boot -> boot.size() == promised)).hasSize(2);
  }

  @Test
  void withoutHistoryThereIsOnlyThePresent() throws Exception {
    LiveSheds live = demo(0);
    Await.until("births", () -> server.boots().size() == 2);
    live.close();

    Await.until("clean deaths", () -> offline() == 2);
    assertThat(server.wills()).isEmpty();
    assertThat(lines()).containsExactly("live: 2 sheds of test");
    assertThat(server.arrivals()).noneMatch(message -> message.stamp().backfill());
  }

  private long offline() {
    return server.arrivals().stream()
        .filter(message -> message instanceof Status s && s.state() == ShedState.OFFLINE)
        .count();
  }
}
