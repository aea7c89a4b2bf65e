package io.shedwatch.edge.usage;

/** What is plugged in, as far as the load tells. */
sealed interface Occupancy {
  /**
   * Nothing.
   *
   * @param load samples running that show something
   */
  record Free(Run load) implements Occupancy {
    static final Free QUIET = new Free(Run.NONE);
  }

  /**
   * A bike that takes energy.
   *
   * @param startedAt epoch milliseconds of the first load, or of the switching on
   * @param loaded false: switched on by a person, and no load seen yet
   * @param full samples running below the full limit
   * @param removed samples running below the removed limit
   */
  record Charging(long startedAt, boolean loaded, Run full, Run removed) implements Occupancy {
    static Charging from(long startedAt) {
      return new Charging(startedAt, true, Run.NONE, Run.NONE);
    }

    static Charging switchedOn(long now) {
      return new Charging(now, false, Run.NONE, Run.NONE);
    }
  }

  /**
   * A bike that is done and still there; or whose time is up.
   *
   * @param startedAt epoch milliseconds of the session's start
   * @param finishedAt epoch milliseconds of the crossing of the full limit, or of the time cut
   * @param cut why the relay is open
   * @param removed samples running below the removed limit, while not cut
   * @param load samples running above the full limit, while not cut
   * @param probe of a cut socket
   */
  record Finished(long startedAt, long finishedAt, Cut cut, Run removed, Run load, Probe probe)
      implements Occupancy {
    static Finished at(long startedAt, long finishedAt) {
      return new Finished(startedAt, finishedAt, Cut.NONE, Run.NONE, Run.NONE, Probe.NONE);
    }

    Finished cut(Cut why, long now) {
      return new Finished(startedAt, finishedAt, why, Run.NONE, Run.NONE, Probe.waitingFrom(now));
    }

    Finished with(Probe newProbe) {
      return new Finished(startedAt, finishedAt, cut, Run.NONE, Run.NONE, newProbe);
    }
  }

  /** Why the relay of a finished charge is open. */
  enum Cut {
    NONE,
    /** Full for the hold time. */
    FULL,
    /** The session's time is up. */
    TIME
  }

  /**
   * Looks from time to time whether the bike behind an open relay has left.
   *
   * @param next epoch milliseconds of the next look, or of the beginning of the present one
   * @param running whether the relay is closed for a look
   * @param quiet samples of this look, all below the removed limit
   */
  record Probe(long next, boolean running, int quiet) {
    static final Probe NONE = new Probe(Long.MAX_VALUE, false, 0);

    static Probe waitingFrom(long now) {
      return new Probe(now + UsageLimits.PROBE_EVERY_MILLIS, false, 0);
    }
  }
}
