package io.shedwatch.edge.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ScaledTime;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meters and relays against a Modbus server that nobody here wrote. */
final class ModbusTest {
  private static final String PLAN =
      """
      {"meters": [{"unit": 1, "map": "sdm120", "relay": [20, 0], "watts": 104, "amperes": 0.52},
                  {"unit": 2, "map": "pzem-004t", "watts": 60.5, "volts": 221.3}],
       "relays": [{"unit": 20, "coils": 4}, {"unit": 21, "coils": 4}]}
      """;
  private static final int TIMEOUT_MILLIS = 300;

  @TempDir private Path folder;
  private ModbusShed shed;
  private final List<ModbusBus> buses = new ArrayList<>();
  private final InstantSource clock = InstantSource.system();

  @BeforeEach
  void startDevices() throws IOException {
    shed = ModbusShed.start(folder, PLAN);
  }

  @AfterEach
  void stopDevices() {
    buses.forEach(ModbusBus::close);
    shed.close();
  }

  private ModbusBus bus() {
    ModbusBus bus =
        new ModbusBus(
            new ModbusTcpPort("127.0.0.1", shed.port, TIMEOUT_MILLIS),
            "test",
            clock,
            ScaledTime.REAL);
    buses.add(bus);
    return bus;
  }

  private static ModbusMeter meter(ModbusBus bus, int unit, String map) {
    return new ModbusMeter(bus, unit, RegisterMap.named(map).orElseThrow(), () -> {});
  }

  private static ModbusRelay relay(ModbusBus bus, int unit, int coil) {
    return new ModbusRelay(bus, new ModbusRelay.Wiring(unit, coil, true, 1, coil), () -> {});
  }

  private static void awaitFresh(Meter meter) {
    long then = meter.sample().at();
    Await.until("a fresh sample", () -> meter.sample().at() > then);
  }

  @Test
  void readsTwoKindsOfMeterOnceASecond() {
    ModbusBus bus = bus();
    ModbusMeter sdm = meter(bus, 1, "sdm120");
    ModbusMeter pzem = meter(bus, 2, "pzem-004t");
    bus.start();
    awaitFresh(sdm);
    awaitFresh(pzem);

    assertThat(sdm.sample().watts()).isEqualTo(104, within(1e-3));
    assertThat(sdm.sample().amperes()).isEqualTo(0.52, within(1e-3));
    assertThat(sdm.sample().volts()).isEqualTo(220, within(1e-3));
    assertThat(pzem.sample().watts()).isEqualTo(60.5, within(1e-9));
    assertThat(pzem.sample().volts()).isEqualTo(221.3, within(1e-9));
    long first = sdm.sample().at();
    awaitFresh(sdm);
    assertThat(sdm.sample().at() / 1_000).isGreaterThan(first / 1_000);
  }

  @Test
  void aSilentUnitLeavesTheOthersOfItsLineFresh() throws IOException {
    shed.tell("silent 1 on");
    ModbusBus bus = bus();
    ModbusMeter silent = meter(bus, 1, "sdm120");
    ModbusMeter other = meter(bus, 2, "pzem-004t");
    bus.start();
    for (int i = 0; i < 5; i++) {
      awaitFresh(other);
      assertThat(clock.millis() - other.sample().at()).isLessThan(2_000);
    }
    assertThat(silent.sample()).isEqualTo(Sample.NONE);

    shed.tell("silent 1 off");
    awaitFresh(silent);
  }

  @Test
  void garbageIsNoSampleAndTheLineRecovers() throws IOException {
    ModbusBus bus = bus();
    ModbusMeter meter = meter(bus, 1, "sdm120");
    ModbusMeter other = meter(bus, 2, "pzem-004t");
    bus.start();
    awaitFresh(meter);
    shed.tell("garbage 1 on");
    awaitFresh(other);
    long last = meter.sample().at();
    awaitFresh(other);
    awaitFresh(other);
    assertThat(meter.sample().at()).isEqualTo(last);
    shed.tell("garbage 1 off");
    awaitFresh(meter);
    assertThat(meter.sample().watts()).isEqualTo(104, within(1e-3));
  }

  @Test
  void aLineThatBreaksOrIsAwayIsConnectedAgain() throws IOException {
    ModbusBus bus = bus();
    ModbusMeter meter = meter(bus, 1, "sdm120");
    ModbusRelay relay = relay(bus, 20, 1);
    bus.start();
    awaitFresh(meter);
    shed.tell("hang up");
    awaitFresh(meter);
    shed.kill();
    Await.until(
        "the relay is untold", () -> relay.position() == RelayPosition.UNTOLD && !bus.healthy());
    shed.restart();
    awaitFresh(meter);
    Await.until("the relay is told", () -> relay.position() == RelayPosition.CLOSED);
  }

  @Test
  void nobodyAtTheAddressHoldsUpNothing() {
    ModbusBus away =
        new ModbusBus(
            new ModbusTcpPort("127.0.0.1", Ports.free(), TIMEOUT_MILLIS),
            "away",
            clock,
            ScaledTime.REAL);
    buses.add(away);
    ModbusRelay relay = relay(away, 20, 0);
    away.start();
    ModbusBus bus = bus();
    ModbusMeter meter = meter(bus, 1, "sdm120");
    bus.start();
    relay.open();
    awaitFresh(meter);
    assertThat(relay.position()).isEqualTo(RelayPosition.UNTOLD);
  }

  @Test
  void anOrderIsCarriedOutAndReadBack() throws IOException {
    ModbusBus bus = bus();
    ModbusRelay relay = relay(bus, 20, 0);
    ModbusMeter meter = meter(bus, 1, "sdm120");
    bus.start();
    Await.until("told", () -> relay.position() == RelayPosition.CLOSED);
    awaitFresh(meter);

    relay.open();
    Await.until("open", () -> relay.position() == RelayPosition.OPEN);
    assertThat(shed.coilWrites()).hasSize(1).allMatch(line -> line.endsWith("20 0 off"));
    Await.until("no load", () -> meter.sample().watts() == 0);

    relay.close();
    Await.until("closed", () -> relay.position() == RelayPosition.CLOSED);
    assertThat(shed.coilWrites().get(1)).endsWith("20 0 on");
  }

  @Test
  void openingASilentRelayReturnsAndHappensWhenItHearsAgain() throws IOException {
    ModbusBus bus = bus();
    ModbusRelay relay = relay(bus, 20, 0);
    ModbusRelay other = relay(bus, 21, 0);
    bus.start();
    Await.until("told", () -> relay.position() == RelayPosition.CLOSED);
    shed.tell("silent 20 on");
    Await.until("untold", () -> relay.position() == RelayPosition.UNTOLD);
    relay.open();
    other.open();
    Await.until("the other opens", () -> other.position() == RelayPosition.OPEN);
    assertThat(shed.coilWrites()).noneMatch(line -> line.contains(" 20 "));

    shed.tell("silent 20 off");
    Await.until("open", () -> relay.position() == RelayPosition.OPEN);
  }

  @Test
  void aRelayOnItsNormallyClosedContactIsOpenedBySwitchingOn() throws IOException {
    ModbusBus bus = bus();
    ModbusRelay relay = new ModbusRelay(bus, new ModbusRelay.Wiring(20, 2, false, 1, 2), () -> {});
    bus.start();
    Await.until("told", () -> relay.position() == RelayPosition.OPEN);
    relay.close();
    Await.until("closed", () -> relay.position() == RelayPosition.CLOSED);
    assertThat(shed.coilWrites().get(0)).endsWith("20 2 off");
  }

  @Test
  void aContactWhoseDeviceDoesNotAnswerIsSilentAndSpeaksAgain() throws IOException {
    ModbusBus bus = bus();
    ModbusContact smoke =
        new ModbusContact(bus, new ModbusContact.Wiring(21, 1, 3, false), () -> {});
    assertThat(smoke.contact()).as("not read yet").isEqualTo(Contact.UNKNOWN);
    bus.start();
    Await.until("it is read", () -> smoke.contact() == Contact.OFF);
    shed.tell("silent 21 on");
    Await.until("it is silent", () -> smoke.contact() == Contact.SILENT);
    shed.tell("silent 21 off");
    Await.until("it speaks again", () -> smoke.contact() == Contact.OFF);
  }
}
