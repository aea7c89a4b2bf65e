package io.shedwatch.server.notice;

import io.shedwatch.testkit.Postgres;
import io.shedwatch.testkit.Seeds;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The outbox's laws on a real PostgreSQL, each on an empty database of its own. */
final class PostgresNoticeDeskTest extends NoticeDeskLaws implements NoticeFlapLaws {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static Postgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  @Override
  NoticeRig open() {
    try {
      String name = "notices" + NUMBER.incrementAndGet();
      postgres.createDatabase(name);
      return NoticeRig.at(NoticeRig.url(postgres, name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void drillsAreInNoFigureOfTheDigest() throws Exception {
    try (NoticeRig rig = open()) {
      NoticeDigestTest.drillsAreInNoFigure(rig);
    }
  }

  /** Few seeds: the database is another, the dispatcher is the same. */
  @Seeds(3)
  void everyAlertArrivesOnceUnlessAnAnswerWasLost(long seed) throws Exception {
    try (NoticeRig rig = open()) {
      DispatcherLawTest.law(rig, seed);
    }
  }
}
