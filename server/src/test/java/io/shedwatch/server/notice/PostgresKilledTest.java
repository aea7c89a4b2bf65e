package io.shedwatch.server.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Postgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** kill -9 of the database in the very moment between a delivery and its commit. */
final class PostgresKilledTest {
  @Test
  void aDeliveryIsWrittenDownWhenTheDatabaseIsBackAndNothingIsLostOrSentTwice() throws Exception {
    List<String> sent = new CopyOnWriteArrayList<>();
    try (Postgres postgres = Postgres.start();
        NoticeRig rig = NoticeRig.at(NoticeRig.url(postgres, "shedwatch"))) {
      rig.put(NoticeRig.route("hook", CourierKind.WEBHOOK, "http://hook/"));
      NoticeLoop loop =
          new NoticeLoop(
              rig.desk,
              (letter, destination, now) -> {
                sent.add(letter.notice());
                if (sent.size() == 1) {
                  postgres.program().kill();
                }
                return new Outcome.Delivered("taken");
              },
              Instant::now);
      try (loop) {
        loop.start();
        rig.raise(rig.alert("a", "smoke", Severity.CRITICAL, "s01", 0, Instant.now()));
        Await.until(
            "the loop says that the database is away",
            () -> loop.trouble().equals(Optional.of(NoticeTrouble.DATABASE_AWAY)));
        postgres.restart();
        Await.until("it goes on", () -> loop.trouble().isEmpty());
        rig.raise(rig.alert("b", "smoke", Severity.CRITICAL, "s02", 0, Instant.now()));
        Await.until(
            "both are written down",
            () -> rig.rows("select notice from notice where state = 'sent'").size() == 2);
      }
      assertThat(sent).hasSize(2).doesNotHaveDuplicates();
      assertThat(rig.rows("select notice from notice where maybe_twice")).isEmpty();
      assertThat(rig.rows("select event from incident_event where event = 'notified'")).hasSize(2);
    }
  }

  @Test
  void aTransactionThatAKillCutsSaysThatTheDatabaseIsAway() throws Exception {
    try (Postgres postgres = Postgres.start();
        NoticeRig rig = NoticeRig.at(NoticeRig.url(postgres, "shedwatch"))) {
      assertThatThrownBy(
              () ->
                  JdbcTransaction.run(
                      rig.pool,
                      connection -> {
                        postgres.program().kill();
                        return JdbcCall.update(connection, "delete from notice");
                      }))
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(NoticeTrouble.of(e)).isEqualTo(NoticeTrouble.DATABASE_AWAY));
    }
  }
}
