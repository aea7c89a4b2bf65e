package io.shedwatch.simulation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Usage;
import io.shedwatch.edge.SocketMemory;
import io.shedwatch.simulation.town.GridSite;
import io.shedwatch.simulation.town.TownMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ten sheds over one day, by the agents' own loops. */
final class PastShedsTest {
  private static final int SHEDS = 10;
  private static final int SOCKETS = 11;
  private static final long UNTIL = Instant.parse("2026-03-10T13:00:00Z").toEpochMilli();
  private static final long FROM = UNTIL - Duration.ofDays(1).toMillis();
  private static final long START = FROM - Duration.ofDays(2).toMillis();

  private final List<Stamped> said = new ArrayList<>();

  private TownRig rig() {
    TownMap map =
        new TownMap(
            java.util.stream.IntStream.range(0, 3 * SHEDS)
                .mapToObj(i -> new TownMap.House("b" + i, 17, i * 40.0, 25))
                .toList(),
            java.util.stream.IntStream.range(0, SHEDS)
                .mapToObj(
                    i ->
                        new TownMap.ShedSite(
                            GridSite.shedName(i, SHEDS), SOCKETS, 40 + i * 120.0, 0))
                .toList(),
            150,
            3);
    return TownRig.of(new HttpSiteReader.SitePlan("test", map), 7, START);
  }

  private static List<PastOutbox> outboxes() {
    return java.util.stream.IntStream.range(0, SHEDS)
        .mapToObj(i -> new PastOutbox(new BootId("past"), PastOutbox.promised(SOCKETS, 1)))
        .toList();
  }

  private PastSheds liveADay(List<PastOutbox> outboxes) {
    PastSheds past = rig().past(FROM, outboxes);
    past.findFeet(FROM);
    outboxes.forEach(outbox -> outbox.begin(said::add));
    for (long at = FROM + History.STEP_MILLIS; at <= UNTIL; at += History.STEP_MILLIS) {
      past.step(at);
    }
    return past;
  }

  @Test
  void thePresentBeginsWhereThePastEnds() {
    PastSheds past = liveADay(outboxes());
    PastSheds present = rig().past(UNTIL, outboxes());
    present.findFeet(UNTIL);

    Set<String> before = usages(past);
    Set<String> after = usages(present);
    assertThat(after).hasSizeGreaterThan(SHEDS * SOCKETS / 2);
    Set<String> both = before.stream().filter(after::contains).collect(Collectors.toSet());
    // A relay that opened hours ago moved a bike or two to the next socket.
    assertThat(both).hasSizeGreaterThanOrEqualTo(after.size() * 9 / 10);
  }

  @Test
  void aDayOfTheAgentsOwnWordsFitsIntoWhatWasPromised() {
    List<PastOutbox> outboxes = outboxes();
    liveADay(outboxes);
    long perShed = said.size() / SHEDS;
    assertThat(perShed).isBetween(1_440L, PastOutbox.promised(SOCKETS, 1));

    Set<Usage> seen =
        said.stream()
            .filter(Readings.class::isInstance)
            .flatMap(message -> ((Readings) message).readings().stream())
            .map(Reading::usage)
            .collect(Collectors.toSet());
    assertThat(seen).contains(Usage.FREE, Usage.CHARGING, Usage.FINISHED);
    assertThat(said).allMatch(message -> message.at() > FROM - 600_000 && message.at() <= UNTIL);
  }

  @Test
  void aKettleTripsAndSomebodyResetsItHalfAnHourLater() {
    TownRig rig = rig();
    List<PastOutbox> outboxes = outboxes();
    PastSheds past = rig.past(FROM, outboxes);
    past.findFeet(FROM);
    outboxes.forEach(outbox -> outbox.begin(said::add));
    rig.feed().boilWater(FROM);
    for (long at = FROM + 10_000; at <= FROM + Duration.ofMinutes(40).toMillis(); at += 10_000) {
      past.step(at);
    }
    List<Alarm> alarms =
        said.stream().filter(Alarm.class::isInstance).map(Alarm.class::cast).toList();
    assertThat(alarms)
        .extracting(Alarm::phase)
        .containsExactly(AlarmPhase.RAISED, AlarmPhase.CLEARED);
    assertThat(alarms.get(0).action()).isEqualTo(AlarmAction.RELAY_OPENED);
    assertThat(alarms.get(0).at()).isLessThan(FROM + 60_000);
    assertThat(alarms.get(1).at()).isGreaterThan(FROM + Duration.ofMinutes(30).toMillis());
  }

  private static Set<String> usages(PastSheds sheds) {
    return java.util.stream.IntStream.range(0, SHEDS)
        .boxed()
        .flatMap(shed -> sheds.memory(shed).stream().map(socket -> shed + " " + word(socket)))
        .collect(Collectors.toSet());
  }

  /** Number and usage, without times, which a coarser step tells a little later. */
  private static String word(SocketMemory socket) {
    return socket.socket() + " " + socket.state().split("[ |]", -1)[1];
  }
}
