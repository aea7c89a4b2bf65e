package io.shedwatch.edge.uplink;

import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.Fact;
import io.shedwatch.edge.Inbox;
import io.shedwatch.edge.spool.Spool;
import io.shedwatch.edge.spool.SpoolSettings;
import io.shedwatch.edge.spool.SpoolWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** A spool and its uplink, as one process has them. */
final class UplinkedSpool implements AutoCloseable {
  static final ShedAddress ADDRESS = ShedAddress.of("liuxi", "s01");

  final InstantSource clock = InstantSource.system();
  final SpoolWriter writer = new SpoolWriter();
  final Spool spool;
  final Uplink uplink = new Uplink(clock, new Random(1), 30_000);

  UplinkedSpool(String url, Path file, Inbox inbox) throws IOException {
    this(MqttAccount.plain(url, "", ""), file, inbox);
  }

  UplinkedSpool(MqttAccount account, Path file, Inbox inbox) throws IOException {
    spool =
        Spool.open(
            SpoolSettings.at(file),
            new Spool.Owner(ADDRESS, 11, "1.0.0"),
            new Spool.Sources(clock, loop -> loop, System::nanoTime, new Random()),
            writer);
    Uplink.Handle handle =
        uplink.add(
            new Uplink.Shed(ADDRESS, spool.backlog(), inbox, new MqttDialer(ADDRESS, account)));
    spool.onAppend(handle::more);
    uplink.start();
  }

  AlarmId alarm(int socket) {
    return spool
        .outbox()
        .raise(
            clock.millis(),
            new Fact(
                OptionalInt.of(socket), AlarmKind.OVERCURRENT, 16.2, 10, AlarmAction.RELAY_OPENED));
  }

  void heartbeats(int howMany) {
    for (int i = 0; i < howMany; i++) {
      spool.outbox().readings(clock.millis(), List.of());
    }
  }

  BootId boot() {
    return spool.backlog().boot();
  }

  boolean isEmpty() {
    return spool.backlog().after(0, Backlog.Lane.READINGS, 1).isEmpty()
        && spool.backlog().after(0, Backlog.Lane.URGENT, 1).isEmpty();
  }

  @Override
  public void close() {
    uplink.close();
    spool.close();
    writer.close();
  }
}
