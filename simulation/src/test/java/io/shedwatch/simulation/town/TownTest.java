package io.shedwatch.simulation.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TownTest {
  private static final long START = Instant.parse("2026-03-01T16:00:00Z").toEpochMilli();
  private static final long DAY = 86_400_000L;

  @Test
  void theSameSeedGivesTheSameTownToTheLastWatt() {
    Town one = town(7);
    Town two = town(7);
    one.advance(START + 2 * DAY);
    two.advance(START + DAY);
    two.advance(START + 2 * DAY);
    assertThat(two.truth()).isEqualTo(one.truth()).isNotEmpty();
    assertThat(two.socket(3, 4).sample(START + 2 * DAY))
        .isEqualTo(one.socket(3, 4).sample(START + 2 * DAY));
  }

  @Test
  void anotherSeedGivesAnotherTown() {
    Town one = town(7);
    Town two = town(8);
    one.advance(START + DAY);
    two.advance(START + DAY);
    assertThat(two.truth()).isNotEqualTo(one.truth());
  }

  @Test
  void aDayHasAsManySessionsAsTheRealPlaceAndAnEveningPeak() {
    Town town = town(1);
    town.advance(START + 7 * DAY);
    List<Truth> plugged = of(town, Truth.Kind.PLUGGED_IN);
    assertThat(plugged.size() / 7).isBetween(160, 320);
    long evening = plugged.stream().filter(truth -> hourInShanghai(truth) / 4 == 4).count();
    long morning = plugged.stream().filter(truth -> hourInShanghai(truth) / 4 == 2).count();
    assertThat(evening).isGreaterThan(2 * morning);
  }

  @Test
  void nobodyIsTurnedAwayWhileTheTownHasASocketEach() {
    Town town = new Town(map(200), Habits.DEFAULTS, 3, START);
    town.advance(START + 3 * DAY);
    assertThat(of(town, Truth.Kind.TURNED_AWAY)).isEmpty();
    assertThat(of(town, Truth.Kind.FLY_LINE)).isEmpty();
  }

  @Test
  void fewerSocketsTurnMorePeopleAway() {
    Town few = new Town(map(4), Habits.DEFAULTS, 3, START);
    Town more = new Town(map(8), Habits.DEFAULTS, 3, START);
    few.advance(START + 7 * DAY);
    more.advance(START + 7 * DAY);
    assertThat(of(few, Truth.Kind.TURNED_AWAY).size())
        .isGreaterThan(of(more, Truth.Kind.TURNED_AWAY).size());
    assertThat(of(few, Truth.Kind.FLY_LINE)).isNotEmpty();
  }

  @Test
  void eachPlugIsInOneSocketAtATime() {
    Town town = town(5);
    town.advance(START + 5 * DAY);
    for (var of : bySocket(town).entrySet()) {
      List<Truth.Kind> kinds = of.getValue().stream().map(Truth::kind).toList();
      IntStream.range(0, kinds.size())
          .forEach(
              i ->
                  assertThat(kinds.get(i))
                      .as("%s event %d", of.getKey(), i)
                      .isEqualTo(i % 2 == 0 ? Truth.Kind.PLUGGED_IN : Truth.Kind.UNPLUGGED));
    }
  }

  @Test
  void theCounterIsTheIntegralOfThePower() {
    Town town = town(2);
    long from = START + 10 * 3_600_000L;
    town.advance(from);
    double before = town.socket(0, 1).sample(from).wattHours();
    double joules = 0;
    double watts = 0;
    long until = from + 6 * 3_600_000L;
    for (long at = from; at < until; at += 1_000) {
      town.advance(at);
      watts = town.socket(0, 1).sample(at).watts();
      joules += watts;
    }
    double counted = town.socket(0, 1).sample(until).wattHours() - before;
    assertThat(counted).isGreaterThan(1).isCloseTo(joules / 3_600, within(counted * 0.005));
  }

  @Test
  void anOpenRelayStopsTheCurrentAndAWeldedOneDoesNot() {
    Town town = town(2);
    long noon = START + 12 * 3_600_000L;
    town.advance(noon);
    town.boilWater(noon, 0, 1);
    TownSocket socket = town.socket(0, 1);
    assertThat(socket.sample(noon + 5_000).watts()).isGreaterThan(1_500);
    socket.openRelay(noon + 6_000);
    assertThat(socket.sample(noon + 7_000).watts()).isZero();
    socket.weld();
    assertThat(socket.sample(noon + 8_000).watts()).isGreaterThan(1_500);
  }

  @Test
  void aFrozenMeterRepeatsItself() {
    Town town = town(2);
    TownSocket socket = town.socket(0, 1);
    TownSocket.MeterValues before = socket.sample(START + 1_000);
    socket.freeze(true);
    assertThat(socket.sample(START + 60_000)).isEqualTo(before);
    socket.freeze(false);
    assertThat(socket.sample(START + 61_000)).isNotEqualTo(before);
  }

  private static Town town(long seed) {
    return new Town(map(11), Habits.DEFAULTS, seed, START);
  }

  /** Five rows of eleven buildings and seventeen sheds between them. */
  private static TownMap map(int sockets) {
    List<TownMap.House> houses =
        IntStream.range(0, 55)
            .mapToObj(
                i ->
                    new TownMap.House(
                        "b" + (i + 1), 16, (i % 11) * 45, 60.0 * Math.floorDiv(i, 11)))
            .toList();
    List<TownMap.ShedSite> sheds =
        IntStream.range(0, 17)
            .mapToObj(
                i ->
                    new TownMap.ShedSite(
                        "s" + (i + 1), sockets, 20 + (i % 6) * 80, 30 + 80.0 * Math.floorDiv(i, 6)))
            .toList();
    return new TownMap(houses, sheds, 150, 3);
  }

  private static List<Truth> of(Town town, Truth.Kind kind) {
    return town.truth().stream().filter(truth -> truth.kind() == kind).toList();
  }

  private static java.util.Map<String, List<Truth>> bySocket(Town town) {
    return town.truth().stream()
        .filter(
            truth -> truth.kind() == Truth.Kind.PLUGGED_IN || truth.kind() == Truth.Kind.UNPLUGGED)
        .collect(Collectors.groupingBy(truth -> truth.shed() + "-" + truth.socket()));
  }

  private static long hourInShanghai(Truth truth) {
    return (truth.at() / 3_600_000 + 8) % 24;
  }
}
