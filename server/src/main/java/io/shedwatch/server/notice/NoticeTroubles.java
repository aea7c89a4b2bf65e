package io.shedwatch.server.notice;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The troubles of the loop's newest round. Each kind is logged when it begins and when it is over,
 * however many rounds lie between. Rounds are one thread's; {@link #now} is anybody's.
 */
final class NoticeTroubles {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeTroubles.class);

  private final Set<NoticeTrouble> known = EnumSet.noneOf(NoticeTrouble.class);
  private final Set<NoticeTrouble> ofRound = EnumSet.noneOf(NoticeTrouble.class);
  private volatile Optional<NoticeTrouble> shown = Optional.empty();

  /** A part of a round. */
  interface Step {
    void run() throws SQLException;
  }

  /**
   * Runs a step. One that fails leaves the others of the round their turn; while the database is
   * away none is tried.
   *
   * @param name for the log
   */
  void step(String name, Step step) {
    if (ofRound.contains(NoticeTrouble.DATABASE_AWAY)) {
      return;
    }
    try {
      step.run();
    } catch (SQLException | RuntimeException e) {
      failed(name, e);
    }
  }

  private void failed(String step, Exception e) {
    NoticeTrouble trouble = NoticeTrouble.of(e);
    ofRound.add(trouble);
    if (known.add(trouble)) {
      if (trouble == NoticeTrouble.DATABASE_AWAY) {
        LOG.warn("notices wait for the database step={} reason={}", step, e.getMessage());
      } else {
        LOG.error("notices troubled kind={} step={}", trouble, step, e);
      }
    }
  }

  /** Ends a round; whether all its steps succeeded. */
  boolean endRound() {
    for (NoticeTrouble trouble : EnumSet.copyOf(known)) {
      if (!ofRound.contains(trouble)) {
        known.remove(trouble);
        LOG.info("notices trouble over kind={}", trouble);
      }
    }
    shown = ofRound.stream().findFirst();
    ofRound.clear();
    return shown.isEmpty();
  }

  /** The gravest of the newest round. */
  Optional<NoticeTrouble> now() {
    return shown;
  }
}
