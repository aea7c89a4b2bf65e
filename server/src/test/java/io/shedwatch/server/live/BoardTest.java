package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Usage;
import io.shedwatch.testkit.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoardTest {
  private static final long HEARD = Sheds.START;
  private static final List<Usage> USAGES = List.of(Usage.values());
  private static final List<ShedState> STATES = List.of(ShedState.values());

  private final Board board = Sheds.board(2, 6);

  private ShedShape seen(Audience audience, long now) {
    return board.shape(0, new Shapes.View(audience, now));
  }

  /** What a shed is shown as, by what was told, how long ago it was heard (ms). */
  @ParameterizedTest
  @CsvSource({
    "online,        0, online,  free",
    "online,   179999, online,  free",
    "online,   180000, unknown, unknown",
    "online, 86400000, unknown, unknown",
    "lost,          0, lost,    unknown",
    "lost,   86400000, lost,    unknown",
    "offline,       0, offline, unknown",
    "offline,  180000, offline, unknown",
    "'',            0, online,  free",
    "'',       180000, unknown, unknown",
    "online,    -5000, online,  free",
  })
  void onlyAnOnlineShedHeardLatelyIsBelieved(
      String told, long silentMillis, String state, String usage) {
    board.put(Sheds.told("s01", ShedState.ofWord(told), HEARD, Sheds.all(Usage.FREE, 6)));

    ShedShape shed = seen(Audience.ANYBODY, HEARD + silentMillis);

    assertThat(shed.state()).isEqualTo(state);
    assertThat(shed.sockets().orElseThrow())
        .hasSize(6)
        .allSatisfy(socket -> assertThat(socket.usage()).isEqualTo(usage));
    assertThat(shed.heardAt()).contains("2026-01-01T08:00:00.000+08:00");
  }

  @Test
  void aShedNeverHeardIsUnknownWithAllItsSockets() {
    ShedShape shed = seen(Audience.STAFF, HEARD);

    assertThat(shed.state()).isEqualTo("unknown");
    assertThat(shed.heardAt()).isEmpty();
    assertThat(shed.counts()).isEqualTo(new ShedShape.Counts(6, 0, 0, 0, 0, 6));
    assertThat(shed.sockets().orElseThrow())
        .allSatisfy(
            socket -> {
              assertThat(socket.at()).isEmpty();
              assertThat(socket.since()).isEmpty();
              assertThat(socket.lastUsage()).isEmpty();
              assertThat(socket.relay()).isEmpty();
            });
  }

  @Test
  void unusableIsTrippedFaultedAndDisabledTogether() {
    board.put(
        Sheds.online(
            "s01",
            HEARD,
            Usage.FREE,
            Usage.CHARGING,
            Usage.FINISHED,
            Usage.TRIPPED,
            Usage.FAULTED,
            Usage.DISABLED));

    assertThat(seen(Audience.ANYBODY, HEARD).counts())
        .isEqualTo(new ShedShape.Counts(6, 1, 1, 1, 3, 0));
  }

  @Test
  void quantitiesAreForStaffAndOnlyWhereMeasured() {
    board.put(Sheds.online("s01", HEARD, Usage.CHARGING));

    SocketShape staff = seen(Audience.STAFF, HEARD).sockets().orElseThrow().get(0);
    SocketShape anybody = seen(Audience.ANYBODY, HEARD).sockets().orElseThrow().get(0);

    assertThat(staff.watts()).hasValue(176.2);
    assertThat(staff.volts()).hasValue(221.4);
    assertThat(staff.celsius()).as("not measured").isEmpty();
    assertThat(List.of(anybody.watts(), anybody.volts(), anybody.amperes(), anybody.wattHours()))
        .allSatisfy(quantity -> assertThat(quantity).isEmpty());
    assertThat(anybody.usage()).isEqualTo("charging");
    assertThat(anybody.since()).contains("2026-01-01T07:59:00.000+08:00");
    assertThat(anybody.at()).contains("2026-01-01T08:00:00.000+08:00");
  }

  @Test
  void staffStillSeeWhatASilentShedSaidLast() {
    board.put(Sheds.online("s01", HEARD, Usage.CHARGING));

    SocketShape socket =
        seen(Audience.STAFF, HEARD + Judgement.SILENT_MILLIS).sockets().orElseThrow().get(0);

    assertThat(socket.usage()).isEqualTo("unknown");
    assertThat(socket.lastUsage()).contains("charging");
    assertThat(socket.watts()).hasValue(176.2);
    assertThat(socket.since()).contains("2026-01-01T08:00:00.000+08:00");
  }

  @Test
  void aPlannedOutageIsShownUntilItIsOverAndNamesNobodyToResidents() {
    board.maintenance(
        List.of(new Maintenance(new ShedId("s01"), "wang", HEARD, HEARD + 1_000, "换断路器")));

    assertThat(seen(Audience.ANYBODY, HEARD + 999).maintenance())
        .contains(
            new ShedShape.MaintenanceShape(
                Optional.empty(),
                "2026-01-01T08:00:00.000+08:00",
                "2026-01-01T08:00:01.000+08:00",
                "换断路器"));
    assertThat(seen(Audience.STAFF, HEARD).maintenance().orElseThrow().startedBy())
        .contains("wang");
    assertThat(seen(Audience.STAFF, HEARD + 1_000).maintenance()).isEmpty();
  }

  @Test
  void aShedThatTheSiteFileDoesNotHaveIsLeftOut() {
    assertThat(board.put(Sheds.online("s99", HEARD, Usage.FREE))).isEmpty();
    assertThat(board.shape(new Shapes.View(Audience.STAFF, HEARD)).sheds())
        .extracting(ShedShape::shed)
        .containsExactly("s01", "s02");
  }

  @Test
  void theVersionChangesWithNewsAndWithTimeAloneButNotByLooking() {
    String before = board.version(HEARD);
    board.put(Sheds.online("s01", HEARD, Usage.FREE));
    String heard = board.version(HEARD);

    assertThat(heard).isNotEqualTo(before);
    assertThat(board.version(HEARD + 1)).isEqualTo(heard);
    assertThat(board.version(HEARD + Judgement.SILENT_MILLIS)).isNotEqualTo(heard);
  }

  /** Whatever is told and whenever one looks: the counts add up, and nothing unheard is free. */
  @Seeds(300)
  void countsAddUpAndNoUnheardSocketIsEverFree(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < 20; step++) {
      Usage[] usages =
          random
              .ints(6, 0, Usage.values().length)
              .mapToObj(i -> USAGES.get(i))
              .toArray(Usage[]::new);
      Optional<ShedState> state =
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(STATES.get(random.nextInt(STATES.size())));
      long heardAt = random.nextInt(10) == 0 ? 0 : HEARD + random.nextInt(600_000);
      board.put(Sheds.told("s01", state, heardAt, usages));
      long now = HEARD + random.nextInt(1_200_000);

      ShedShape shed = seen(random.nextBoolean() ? Audience.STAFF : Audience.ANYBODY, now);

      ShedShape.Counts counts = shed.counts();
      assertThat(
              counts.free()
                  + counts.charging()
                  + counts.finished()
                  + counts.unusable()
                  + counts.unknown())
          .isEqualTo(counts.sockets())
          .isEqualTo(6);
      boolean heard = heardAt != 0 && now - heardAt < 180_000;
      boolean gone = state.filter(told -> told != ShedState.ONLINE).isPresent();
      if (!heard || gone) {
        assertThat(counts.unknown()).isEqualTo(6);
        assertThat(shed.state()).isNotEqualTo("online");
      } else {
        assertThat(shed.state()).isEqualTo("online");
      }
    }
  }
}
