package io.shedwatch.edge.spool;

import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.edge.Fact;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/** A process that writes to a spool as fast as it can, tells what is on disk, and gets killed. */
final class SpoolVictim {
  private SpoolVictim() {}

  public static void main(String[] arguments) throws Exception {
    InstantSource clock = InstantSource.system();
    Random random = new Random();
    Spool spool =
        Spool.open(
            new SpoolSettings(Path.of(arguments[0]), 1, 1_000),
            new Spool.Owner(SpoolOnDisk.ADDRESS, 11, "victim"),
            new Spool.Sources(clock, loop -> loop, System::nanoTime, random),
            new SpoolWriter());
    System.out.println("boot " + spool.backlog().boot());
    for (int nth = 0; ; nth++) {
      for (int i = random.nextInt(20); i > 0; i--) {
        spool.outbox().readings(clock.millis(), List.of(SpoolOnDisk.reading(1)));
      }
      Fact fact =
          new Fact(
              OptionalInt.of(1 + nth % 250),
              List.of(AlarmKind.values()).get(nth / 250 % 13),
              16,
              10,
              AlarmAction.RELAY_OPENED);
      System.out.println("alarm " + spool.outbox().raise(clock.millis(), fact));
    }
  }
}
