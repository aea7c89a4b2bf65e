package io.shedwatch.server.intake.step;

import static io.shedwatch.server.intake.step.ShedStory.birth;
import static io.shedwatch.server.intake.step.ShedStory.birthWithOpen;
import static io.shedwatch.server.intake.step.ShedStory.charging;
import static io.shedwatch.server.intake.step.ShedStory.cleared;
import static io.shedwatch.server.intake.step.ShedStory.drawing;
import static io.shedwatch.server.intake.step.ShedStory.holds;
import static io.shedwatch.server.intake.step.ShedStory.raised;
import static io.shedwatch.server.intake.step.ShedStory.readings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.contract.Stamped;
import io.shedwatch.server.rule.ShedWatch;
import io.shedwatch.testkit.Seeds;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BookTextTest {
  private static final String[] USAGES = {"free", "charging", "finished", "tripped", "disabled"};
  private static final String[] KINDS = {"smoke", "overvoltage", "overcurrent"};

  @Seeds
  void whatIsWrittenIsRead(long seed) {
    Random random = new Random(seed);
    ShedStory story = new ShedStory();
    for (int i = 0; i < 80; i++) {
      story.second(i * 7L);
      int what = random.nextInt(10);
      if (what == 0) {
        story.tick();
      } else if (what == 1) {
        story.will("b" + (1 + random.nextInt(3)), 1);
      } else {
        story.heard(message(random, i * 7L));
      }
      String text = BookText.write(story.book);
      ShedBook read = BookText.read(ShedStory.SHED, 4, story.book.closed(), text);
      assertThat(read).isEqualTo(story.book);
      assertThat(BookText.write(read)).isEqualTo(text);
    }
  }

  private static Stamped message(Random random, long second) {
    String boot = "b" + (1 + random.nextInt(3));
    long seq = 1L + random.nextInt(40);
    int socket = 1 + random.nextInt(4);
    String kind = KINDS[random.nextInt(KINDS.length)];
    return switch (random.nextInt(6)) {
      case 0 -> birth(boot, seq, second, holds(boot, Math.max(1, seq - 3), seq));
      case 1 -> birthWithOpen(boot, seq, second, boot + "-3");
      case 2 -> raised(boot, seq, second, socket, kind);
      case 3 -> cleared(boot, seq, second, boot + "-" + (1 + random.nextInt(40)), socket, kind);
      case 4 -> drawing(boot, seq, second, socket, random.nextInt(1_500));
      default -> readings(boot, seq, second, USAGES[random.nextInt(5)], socket);
    };
  }

  @Test
  void aShedOfElevenChargingSocketsIsSmall() {
    ShedStory story = new ShedStory();
    story.book = ShedBook.empty(ShedStory.SHED, 11);
    story.heard(birth("b1", 1, 0, holds("b1", 1, 1)));
    story.heard(charging("b1", 2, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));
    assertThat(BookText.write(story.book)).hasSizeLessThan(2_700);
  }

  @Test
  void aTextOfTheFormBeforeTheRulesIsRead() {
    ShedStory story = new ShedStory();
    story.heard(birth("b1", 1, 0), charging("b1", 2, 1, 1, 2));
    String text = BookText.write(story.book);
    String older =
        "[1," + text.substring(3, text.lastIndexOf(",[", text.lastIndexOf(",[0,"))) + "]";
    ShedBook read = BookText.read(ShedStory.SHED, 4, Map.of(), older);
    assertThat(read.sockets()).isEqualTo(story.book.sockets());
    assertThat(read.watch()).isEqualTo(ShedWatch.empty(4));
  }

  @Test
  void socketsAreFittedToTheSiteFile() {
    ShedStory story = new ShedStory();
    story.heard(birth("b1", 1, 0), charging("b1", 2, 1, 1, 2));
    String text = BookText.write(story.book);
    assertThat(BookText.read(ShedStory.SHED, 1, Map.of(), text).sockets()).hasSize(1);
    assertThat(BookText.read(ShedStory.SHED, 6, Map.of(), text).sockets()).hasSize(6);
  }

  @Test
  void aTextOfAnotherFormIsNotGuessedAt() {
    assertThatThrownBy(() -> BookText.read(ShedStory.SHED, 4, Map.of(), "[3]"))
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("form 3 is not form 2");
  }
}
