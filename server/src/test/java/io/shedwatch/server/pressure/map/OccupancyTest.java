package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import io.shedwatch.server.pressure.WalkMap;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OccupancyTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long HOUR = 3_600_000;
  private static final int MORNING = 7;
  private static final int NIGHT = 22;
  private static final long NOON = Instant.parse("2026-03-02T04:00:00Z").toEpochMilli();

  private static Charge order(long from, long full) {
    return new Charge(0, 1, from, full, full, true, false);
  }

  /** Sheds that share no people. */
  private static WalkMap alone(Integer... sockets) {
    return new WalkMap(List.of(), List.of(sockets));
  }

  private static List<Stay> stays(Charge... charges) {
    return Occupancy.stays(ZONE, alone(11, 11), List.of(charges), List.of());
  }

  @Test
  void aSocketHoldsOneBikeSoTheNextStartEndsTheLastStay() {
    Charge lost = new Charge(0, 1, NOON, 0, 0, false, true);
    Charge next = new Charge(0, 1, NOON + HOUR, 0, NOON + 3 * HOUR, false, true);
    assertThat(stays(lost, next).get(0).until()).isEqualTo(NOON + HOUR);
    assertThat(stays(lost).get(0).until()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anOrderKeepsItsSocketAfterItsChargeButNeverBeyondTheNextStart() {
    List<Stay> stays = stays(order(NOON, NOON + 2 * HOUR), order(NOON + 3 * HOUR, NOON + 5 * HOUR));
    assertThat(stays.get(0).until()).isBetween(NOON + 2 * HOUR, NOON + 3 * HOUR);
    assertThat(stays.get(1).until()).isBetween(NOON + 5 * HOUR, NOON + 77 * HOUR);
    assertThat(stays(order(NOON, NOON + 2 * HOUR), order(NOON + 3 * HOUR, NOON + 5 * HOUR)))
        .as("always the same")
        .isEqualTo(stays);
  }

  /**
   * Half of the bikes are fetched soon, half late, and nobody gets up for one; each evening sheds
   * fill. At night no start tells that a bike has left: the whole day may be farther off than the
   * hours in which people are turned away.
   */
  @Test
  void whoTookWhichSocketSaysWhenBikesLeft() {
    FiguresTown town = new FiguresTown(17, 55);
    List<Charge> known = town.days(LocalDate.parse("2026-03-02"), 42);
    List<Charge> orders = known.stream().map(OccupancyTest::asOrder).toList();
    List<Charge> half = firstHalfAsOrders(known);
    double day = hoursFull(town, known, MORNING, NIGHT);
    assertThat(day).as("hours in which a shed is full by day").isGreaterThan(1_000);
    assertThat(hoursFull(town, orders, MORNING, NIGHT)).isCloseTo(day, withinPercentage(15));
    assertThat(hoursFull(town, half, MORNING, NIGHT)).isCloseTo(day, withinPercentage(10));
    double whole = hoursFull(town, known, 0, 24);
    assertThat(hoursFull(town, orders, 0, 24)).isCloseTo(whole, withinPercentage(20));
    assertThat(hoursFull(town, half, 0, 24)).isCloseTo(whole, withinPercentage(10));
  }

  private static Charge asOrder(Charge one) {
    return new Charge(
        one.shed(), one.socket(), one.startedAt(), one.finishedAt(), one.finishedAt(), true, false);
  }

  private static List<Charge> firstHalfAsOrders(List<Charge> known) {
    long middle = known.get(known.size() / 2).startedAt();
    return known.stream().map(one -> one.startedAt() < middle ? asOrder(one) : one).toList();
  }

  private static double hoursFull(
      FiguresTown town, List<Charge> charges, int fromHour, int untilHour) {
    List<Integer> sockets = town.site().sheds().stream().map(Site.Shed::sockets).toList();
    List<String> names = town.site().sheds().stream().map(shed -> shed.shed().value()).toList();
    List<Stay> stays = Occupancy.stays(ZONE, Walks.of(town.site()).map(), charges, List.of());
    long from = LocalDate.parse("2026-03-02").atStartOfDay(ZONE).toInstant().toEpochMilli();
    return ShedHours.of(
                ZONE,
                sockets,
                names,
                new ShedHours.Seen(stays, List.of()),
                from,
                from + 42 * 24 * HOUR)
            .stream()
            .mapToDouble(day -> day.fullMinutes().sum(fromHour, untilHour))
            .sum()
        / 60;
  }

  @Test
  void whoCameUnseenIsThereButIsNoArrival() {
    List<Stay> stays =
        Occupancy.stays(
            ZONE,
            alone(11),
            List.of(order(NOON, NOON + HOUR)),
            List.of(new Darkness(0, NOON - HOUR, NOON + 1)));
    assertThat(stays.get(0).arrival()).isFalse();
  }

  @Test
  void betweenTheLastOrderAndTheFirstMeasuredSessionNothingIsKnown() {
    Instant from = Instant.ofEpochMilli(NOON);
    Instant until = from.plusMillis(10 * HOUR);
    List<Darkness> dark =
        Unknown.of(
            3,
            List.of(
                new Unknown.Span(from.plusMillis(7 * HOUR), until),
                new Unknown.Span(from.plusMillis(HOUR), from.plusMillis(5 * HOUR))),
            from,
            until);
    assertThat(dark)
        .containsExactly(
            new Darkness(3, NOON, NOON + HOUR), new Darkness(3, NOON + 5 * HOUR, NOON + 7 * HOUR));
    assertThat(Unknown.of(3, List.of(), from, until))
        .containsExactly(new Darkness(3, NOON, NOON + 10 * HOUR));
  }

  @Test
  void fullMinutesAreThoseInWhichEverySocketIsTaken() {
    List<Stay> stays =
        List.of(
            new Stay(0, NOON - HOUR, NOON + HOUR, true),
            new Stay(0, NOON - 6 * 60_000, NOON + 30 * 60_000, true));
    List<ShedDay> days =
        ShedHours.of(
            ZONE,
            List.of(2),
            List.of("s1"),
            new ShedHours.Seen(stays, List.of(new Darkness(0, NOON + 2 * HOUR, Long.MAX_VALUE))),
            NOON - 12 * HOUR,
            NOON + 12 * HOUR);
    assertThat(days).hasSize(1);
    ShedDay day = days.get(0);
    assertThat(day.arrivals()).isEqualTo(2);
    assertThat(day.fullMinutes().at(11)).isEqualTo(6);
    assertThat(day.fullMinutes().at(12)).isEqualTo(30);
    assertThat(day.fullMinutes().sum(0, 24)).isEqualTo(36);
    assertThat(day.darkMinutes().sum(0, 24)).isEqualTo(600);
  }
}
