package io.shedwatch.edge.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.settings.ReplayConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayMeterTest {
  @TempDir private Path folder;
  private final AtomicLong now = new AtomicLong(1_767_225_600_000L);
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private final SimulatedRelay relay = new SimulatedRelay(RelayPosition.CLOSED);

  private ReplayConfig config(String csv, boolean linear) throws IOException {
    Path file = folder.resolve("trace.csv");
    Files.writeString(file, csv);
    return new ReplayConfig(
        file,
        "time",
        "power",
        Optional.of("current"),
        Optional.empty(),
        Optional.of("who"),
        Optional.of("a"),
        linear);
  }

  private static final String CSV =
      """
      time,who,power,current
      2023-06-24T00:00:00,a,100,1
      2023-06-24T00:00:05,b,999,9
      2023-06-24T00:10:00,a,200,2
      """;

  private ReplayMeter meter(boolean linear) throws IOException {
    return new ReplayMeter(FileTrace.read(config(CSV, linear)), relay, clock);
  }

  @Test
  void playsTheRowsOfItsSocketLinearly() throws IOException {
    ReplayMeter meter = meter(true);
    assertThat(meter.sample().watts()).isEqualTo(100);
    now.addAndGet(300_000);
    assertThat(meter.sample().watts()).isEqualTo(150);
    assertThat(meter.sample().amperes()).isEqualTo(1.5);
    now.addAndGet(3_000_000);
    assertThat(meter.sample().watts()).as("the last row stays").isEqualTo(200);
  }

  @Test
  void orHoldsTheEarlierRow() throws IOException {
    ReplayMeter meter = meter(false);
    now.addAndGet(599_999);
    assertThat(meter.sample().watts()).isEqualTo(100);
  }

  @Test
  void countsTheEnergyItShowsAndShowsNothingBehindAnOpenRelay() throws IOException {
    ReplayMeter meter = meter(true);
    for (int second = 0; second <= 600; second++) {
      meter.sample();
      now.addAndGet(1_000);
    }
    assertThat(meter.sample().wattHours()).isEqualTo(25 + 200.0 / 3_600, within(1e-6));
    relay.open();
    assertThat(meter.sample().watts()).isZero();
    assertThat(meter.sample().amperes()).isZero();
  }

  @Test
  void aBadLineIsNamed() {
    assertThatThrownBy(() -> FileTrace.read(config(CSV + "2023-06-24T00:20:00,a,x,1\n", true)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 5");
    assertThatThrownBy(() -> FileTrace.read(config(CSV + "2023-06-23T00:00:00,a,1,1\n", true)))
        .hasMessageContaining("not later");
    assertThatThrownBy(() -> FileTrace.read(config(CSV.replace("power", "p"), true)))
        .hasMessageContaining("there is no column 'power'");
  }
}
