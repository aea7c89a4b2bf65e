package io.shedwatch.server.patrol.pressed;

import static io.shedwatch.server.patrol.pressed.ShedSight.Sight.FREE;
import static io.shedwatch.server.patrol.pressed.ShedSight.Sight.FULL;
import static io.shedwatch.server.patrol.pressed.ShedSight.Sight.OUT;
import static io.shedwatch.server.patrol.pressed.ShedSight.Sight.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.patrol.pressed.ShedSight.Sight;
import io.shedwatch.server.site.Site;
import io.shedwatch.testkit.Seeds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The rule, with its built-in parameters: 1 in the next hour, raised after 10 min, over after 15.
 */
final class PressedWatchTest {
  private static final List<Sight> SIGHTS = List.of(FREE, FULL, UNKNOWN);

  private static final Duration ON = Duration.ofMinutes(10);
  private static final Duration OFF = Duration.ofMinutes(15);

  private static List<Deed> only(List<Deed> deeds, Class<? extends Deed> kind) {
    return deeds.stream().filter(kind::isInstance).toList();
  }

  /** Two houses pressed since 18:00, with s03 free. */
  private static PressedStory raised() {
    PressedStory story = new PressedStory(18);
    assertThat(only(story.look(ON.plusSeconds(10), FULL, FULL, FREE), Deed.Raise.class)).hasSize(2);
    return story;
  }

  @Test
  void itIsRaisedWhenTheOnDelayIsOverAndNamesBuildingsTimeNumberShedAndPatrol() {
    PressedStory story = new PressedStory(18);
    Instant begin = story.now().plusSeconds(10);
    assertThat(story.look(ON, FULL, FULL, FREE)).isEmpty();
    Deed.Raise raise = (Deed.Raise) story.look(Duration.ofSeconds(10), FULL, FULL, FREE).get(0);
    assertThat(raise.shed().shed().value()).isEqualTo("s01");
    assertThat(raise.at()).isEqualTo(begin.plus(ON).toEpochMilli());
    assertThat(raise.expected()).isEqualTo(PressedStory.EACH_HOUR);
    assertThat(raise.words().zh())
        .isEqualTo(
            "1号车棚、2号车棚满（18:00 起），1号楼无处可充；未来一小时预计约 2.4 人扑空（估计）。"
                + "最近的空位：3号车棚有 3 个空位，步行约 10 分钟。建议巡查：19:00–20:00。");
    assertThat(raise.words().en())
        .contains(
            "Shed 1, Shed 2 full since 18:00", "House 1", "2.4", "Shed 3 has 3 free, about 10")
        .contains("Patrol 19:00–20:00");
  }

  @Seeds(100)
  void noAlertBeginsWhileOneShedInReachHasAFreeSocket(long seed) {
    Random chance = new Random(seed);
    PressedStory story = new PressedStory(17);
    for (int i = 0; i < 120; i++) {
      boolean first = chance.nextBoolean();
      Sight other = SIGHTS.get(chance.nextInt(3));
      Sight far = SIGHTS.get(chance.nextInt(3));
      Duration time = Duration.ofSeconds(10 + chance.nextInt(600));
      assertThat(story.look(time, first ? FREE : other, first ? other : FREE, far)).isEmpty();
    }
  }

  @Seeds(100)
  void aShedThatNobodyHearsIsNeverNamed(long seed) {
    Random chance = new Random(seed);
    PressedStory story = raised();
    for (int i = 0; i < 120; i++) {
      Sight[] sights = {SIGHTS.get(chance.nextInt(3)), chance.nextInt(4) == 0 ? FREE : FULL, FREE};
      sights[2] = SIGHTS.get(chance.nextInt(3));
      for (Deed deed : story.look(Duration.ofSeconds(10), sights)) {
        String words =
            deed instanceof Deed.Raise raise
                ? told(raise.words())
                : deed instanceof Deed.Restate restate ? told(restate.words()) : "";
        for (int shed = 0; shed < sights.length; shed++) {
          if (sights[shed] == UNKNOWN) {
            assertThat(words).doesNotContain((shed + 1) + "号车棚", "Shed " + (shed + 1));
          }
        }
      }
    }
  }

  private static String told(Site.Name words) {
    return words.zh() + words.en();
  }

  @Test
  void nobodyChargesInAPlannedOutageAndNobodyIsSentThere() {
    PressedStory story = new PressedStory(18);
    Deed.Raise raise = (Deed.Raise) story.look(ON.plusSeconds(10), FULL, OUT, OUT).get(0);
    assertThat(raise.words().zh())
        .startsWith("1号车棚、2号车棚（检修中）满（18:00 起），1号楼无处可充")
        .contains("全小区没有已知的空位");
    assertThat(raise.words().en())
        .startsWith("Shed 1, Shed 2 (under maintenance) full since 18:00")
        .contains("No shed is known to have a free socket");
  }

  @Test
  void theWordsFollowWhatHappens() {
    PressedStory story = raised();
    List<Deed> deeds = story.look(Duration.ofSeconds(10), FULL, FULL, UNKNOWN);
    assertThat(deeds).hasSize(2).allMatch(deed -> deed instanceof Deed.Restate);
    assertThat(((Deed.Restate) deeds.get(0)).words().zh()).contains("1号楼", "全小区没有已知的空位");
    assertThat(story.look(Duration.ofSeconds(10), FULL, FULL, UNKNOWN))
        .as("said already")
        .isEmpty();
    deeds = story.look(Duration.ofSeconds(10), FULL, FREE, UNKNOWN);
    assertThat(((Deed.Restate) deeds.get(0)).words().zh())
        .startsWith("1号楼：可去的车棚已有空位。最近的空位：2号车棚有 3 个空位，步行约 2 分钟。");
  }

  @Test
  void itEndsWhenASocketHasBeenFreeForTheOffDelay() {
    PressedStory story = raised();
    Instant free = story.now().plusSeconds(10);
    assertThat(only(story.look(OFF, FREE, FULL, FREE), Deed.Clear.class)).isEmpty();
    List<Deed> deeds = story.look(Duration.ofSeconds(10), FREE, FULL, FREE);
    assertThat(deeds).hasSize(2);
    assertThat(deeds)
        .allSatisfy(
            deed -> assertThat(((Deed.Clear) deed).at()).isEqualTo(free.plus(OFF).toEpochMilli()));
    assertThat(story.look(Duration.ofMinutes(5), FREE, FULL, FREE)).isEmpty();
  }

  @Test
  void aSocketThatIsTakenAgainAtOnceEndsNothing() {
    PressedStory story = raised();
    for (int i = 0; i < 20; i++) {
      assertThat(only(story.look(Duration.ofMinutes(14), FREE, FULL, FREE), Deed.Clear.class))
          .isEmpty();
      story.look(Duration.ofMinutes(1), FULL, FULL, FREE);
    }
  }

  @Test
  void silenceNeitherRaisesNorEnds() {
    PressedStory silent = new PressedStory(18);
    assertThat(silent.look(Duration.ofHours(2), FULL, UNKNOWN, FREE)).isEmpty();
    PressedStory story = raised();
    List<Deed> deeds = story.look(Duration.ofHours(2), UNKNOWN, UNKNOWN, UNKNOWN);
    assertThat(only(deeds, Deed.Clear.class)).isEmpty();
  }

  @Test
  void nothingIsSaidWhenNobodyCanDoAnything() {
    PressedStory night = new PressedStory(3);
    assertThat(night.look(Duration.ofHours(2), FULL, FULL, FULL)).isEmpty();
    PressedStory evening = new PressedStory(18);
    assertThat(evening.look(Duration.ofMinutes(11), FULL, FULL, FULL))
        .as("a patrol can go")
        .isNotEmpty();
    PressedStory early = new PressedStory(3);
    assertThat(early.look(Duration.ofMinutes(11), FULL, FULL, FREE))
        .as("people can be sent to s03")
        .isNotEmpty();
  }

  @Test
  void afterARestartTheSameAlertGoesOnAndEnds() {
    PressedStory story = new PressedStory(18);
    long since = story.now().minusSeconds(600).toEpochMilli();
    story.restart(new PressedWatch.Active("kept", "s01", since));
    assertThat(story.look(Duration.ofMinutes(2), UNKNOWN, UNKNOWN, UNKNOWN))
        .as("nothing is heard yet")
        .allMatch(deed -> deed instanceof Deed.Restate && deed.alert().equals("kept"));
    List<Deed> deeds = story.look(Duration.ofMinutes(11), FULL, FULL, FREE);
    assertThat(only(deeds, Deed.Raise.class))
        .as("the neighbourhood of s02 alone is new")
        .hasSize(1)
        .noneMatch(deed -> deed.alert().equals("kept"));
    assertThat(only(story.look(OFF.plusSeconds(10), FREE, FREE, FREE), Deed.Clear.class))
        .extracting(Deed::alert)
        .contains("kept");
  }

  @Test
  void aRestartDoesNotMakeTheFullnessYounger() {
    PressedStory story = new PressedStory(20);
    long since = story.now().minus(Duration.ofMinutes(75)).toEpochMilli();
    story.restart(new PressedWatch.Active("kept", "s01", since));
    List<Deed> deeds =
        only(story.look(Duration.ofSeconds(10), FULL, FULL, FREE), Deed.Restate.class);
    assertThat(((Deed.Restate) deeds.get(0)).words().zh()).contains("满（18:45 起）");
  }
}
