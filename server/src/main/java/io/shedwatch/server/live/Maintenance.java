package io.shedwatch.server.live;

import io.shedwatch.contract.ShedId;

/**
 * A planned outage of one shed: its alerts are inhibited, residents see it.
 *
 * @param startedBy who announced it; shown to staff only
 * @param startedAt epoch milliseconds
 * @param until epoch milliseconds; from then on it is over
 * @param why at most 500 characters, shown to residents
 */
record Maintenance(ShedId shed, String startedBy, long startedAt, long until, String why) {
  boolean holds(long now) {
    return now < until;
  }
}
