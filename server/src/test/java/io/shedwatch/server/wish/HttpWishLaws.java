package io.shedwatch.server.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import io.shedwatch.server.web.Room;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Wishes from a phone to a real database and back, told by the token alone. */
abstract class HttpWishLaws extends WishRig {
  @Test
  void whoAskedFirstIsToldOfTheFreedSocketAndTheNextWhenTheFirstGivesItUp() {
    String first = asks(FREE, "{\"sheds\":[\"s07\"]}");
    awaits(FREE, first, "\"stage\":\"waiting\"", "\"place\":1");
    String second = asks(FREE, "{\"sheds\":[\"s07\",\"s08\"]}");
    awaits(FREE, second, "\"stage\":\"waiting\"", "\"place\":2");

    tell("s07", Usage.FREE);

    awaits(FREE, first, "\"stage\":\"offered\"", "\"shed\":\"s07\",\"socket\":1");
    awaits(FREE, second, "\"stage\":\"waiting\"", "\"place\":1");
    assertThat(room.anybody().delete(FREE + "/" + first).statusCode()).isEqualTo(204);
    awaits(FREE, second, "\"stage\":\"offered\"", "\"shed\":\"s07\",\"socket\":1");
    assertThat(room.anybody().get(FREE + "/" + first).statusCode()).isEqualTo(404);

    tell("s07", Usage.CHARGING);
    awaits(FREE, second, "\"stage\":\"taken\"");
  }

  @Test
  void aWishWaitsThroughARestart() throws IOException {
    String token = asks(FREE, "{\"building\":\"b07\"}");
    String shed = read(FREE, token).replaceAll("(?s).*\"sheds\":\\[\"(s\\d\\d)\".*", "$1");
    room.close();
    room = Room.start(environment);
    assertThat(read(FREE, token)).contains("\"stage\":\"waiting\"");
    tell(shed, Usage.FREE);
    awaits(FREE, token, "\"stage\":\"offered\"", "\"shed\":\"" + shed + "\",\"socket\":1");
  }

  @Test
  void aChargeIsToldToBeFullAndOnceMoreWhenAnotherWaits() {
    String token = asks(CHARGE, "{\"shed\":\"s07\",\"socket\":1}");
    assertThat(read(CHARGE, token)).contains("\"stage\":\"waiting\"", "\"fromHour\":0");
    tell("s07", Usage.FINISHED);
    awaits(CHARGE, token, "\"stage\":\"done\"");
    String other = asks(FREE, "{\"sheds\":[\"s07\"]}");
    awaits(CHARGE, token, "\"stage\":\"move\"");
    tell("s07", Usage.FREE);
    awaits(CHARGE, token, "\"stage\":\"moved\"");
    awaits(FREE, other, "\"stage\":\"offered\"");
  }

  @Test
  void aChargeThatTripsIsToldToHaveStopped() {
    String token = asks(CHARGE, "{\"shed\":\"s07\",\"socket\":1}");
    tell("s07", Usage.TRIPPED);
    awaits(CHARGE, token, "\"stage\":\"stopped\"");
    assertThat(room.anybody().delete(CHARGE + "/" + token).statusCode()).isEqualTo(204);
    assertThat(room.anybody().get(CHARGE + "/" + token).statusCode()).isEqualTo(404);
  }

  @Test
  void aWishThatNobodyCanFulfilIsRefusedWithASentence() {
    assertThat(room.anybody().post(FREE, "{}").statusCode()).isEqualTo(400);
    assertThat(room.anybody().post(FREE, "{\"building\":\"b99\"}").body())
        .contains("There is no building b99.");
    assertThat(room.anybody().post(FREE, "{\"sheds\":[\"nowhere\"]}").statusCode()).isEqualTo(400);
    assertThat(room.anybody().post(CHARGE, "{\"shed\":\"s07\",\"socket\":12}").statusCode())
        .isEqualTo(400);
    HttpResponse<String> silent = room.anybody().post(CHARGE, "{\"shed\":\"s08\",\"socket\":1}");
    assertThat(silent.statusCode()).isEqualTo(409);
    tell("s07", Usage.FREE);
    assertThat(room.anybody().post(CHARGE, "{\"shed\":\"s07\",\"socket\":1}").statusCode())
        .isEqualTo(409);
    assertThat(room.anybody().get(FREE + "/" + "0".repeat(32)).statusCode()).isEqualTo(404);
  }

  @Test
  void oneAddressAsksSixtyTimesAnHourForWhateverItIs() {
    for (int i = 0; i < 30; i++) {
      asks(FREE, "{\"sheds\":[\"s09\"]}");
      asks(CHARGE, "{\"shed\":\"s07\",\"socket\":1}");
    }
    for (String[] oneMore :
        new String[][] {
          {FREE, "{\"sheds\":[\"s09\"]}"}, {CHARGE, "{\"shed\":\"s07\",\"socket\":1}"}
        }) {
      HttpResponse<String> answer = room.anybody().post(oneMore[0], oneMore[1]);
      assertThat(answer.statusCode()).as(oneMore[0]).isEqualTo(429);
      assertThat(answer.headers().firstValue("retry-after")).isPresent();
    }
  }
}
