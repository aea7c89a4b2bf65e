package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OccupancyTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long HOUR = 3_600_000;
  private static final long NOON = Instant.parse("2026-03-02T04:00:00Z").toEpochMilli();

  private static Charge order(long from, long full) {
    return new Charge(0, 1, from, full, full, true, false);
  }

  private static List<Stay> stays(Charge... charges) {
    return Occupancy.stays(ZONE, List.of(charges), List.of());
  }

  @Test
  void aSocketHoldsOneBikeSoTheNextStartEndsTheLastStay() {
    Charge lost = new Charge(0, 1, NOON, 0, 0, false, true);
    Charge next = new Charge(0, 1, NOON + HOUR, 0, NOON + 3 * HOUR, false, true);
    assertThat(stays(lost, next).get(0).until()).isEqualTo(NOON + HOUR);
    assertThat(stays(lost).get(0).until()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void withoutMeasuredStaysAnOrderOfTheEveningHoldsItsSocketTillMorning() {
    assertThat(stays(order(NOON, NOON + 2 * HOUR)).get(0).until())
        .isEqualTo(NOON + 2 * HOUR + 45 * 60_000);
    long morning = Instant.parse("2026-03-02T23:30:00Z").toEpochMilli();
    assertThat(stays(order(NOON, NOON + 11 * HOUR)).get(0).until()).isEqualTo(morning);
    assertThat(stays(order(NOON, NOON + 15 * HOUR)).get(0).until()).isEqualTo(morning);
  }

  @Test
  void whatWasMeasuredSaysHowLongABikeStaysAfterItsCharge() {
    List<Charge> charges = new ArrayList<>();
    for (int day = 1; day <= 40; day++) {
      long from = NOON + 24 * HOUR * day;
      charges.add(new Charge(1, 2, from, from + HOUR, from + 4 * HOUR, false, true));
    }
    charges.add(order(NOON, NOON + HOUR));
    Stay stay =
        Occupancy.stays(ZONE, charges, List.of()).stream()
            .filter(one -> one.shed() == 0)
            .findFirst()
            .orElseThrow();
    assertThat(stay.until()).isEqualTo(NOON + 4 * HOUR);
  }

  @Test
  void whoCameUnseenIsThereButIsNoArrival() {
    List<Stay> stays =
        Occupancy.stays(
            ZONE,
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
