package io.shedwatch.server.rule;

import io.shedwatch.contract.Reading;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the rules that judge readings know of one shed: a pure fold of its readings in their order.
 * Live readings and stored ones go through this very class, so a back-test finds what was found.
 *
 * @param sockets in the order of their numbers
 * @param noneFreeSince since when every socket is known and none is free; 0: not so
 * @param at of the newest reading, epoch milliseconds at the place; 0: none
 * @param heardAt server's time when that was judged; 0: it was history already
 */
public record ShedWatch(List<SocketWatch> sockets, long noneFreeSince, long at, long heardAt) {
  public ShedWatch {
    sockets = List.copyOf(sockets);
  }

  /** What does not change while readings are judged. */
  public record Scene(RuleSet rules, ZoneId zone) {}

  /** A step: findings in the order of their moments. */
  public record Turn(ShedWatch next, List<Finding> findings) {}

  public static ShedWatch empty(int sockets) {
    return new ShedWatch(Collections.nCopies(sockets, SocketWatch.NONE), 0, 0, 0);
  }

  /** The same for a shed that has another number of sockets now. */
  public ShedWatch ofSize(int count) {
    if (count == sockets.size()) {
      return this;
    }
    List<SocketWatch> sized = new ArrayList<>(sockets.subList(0, Math.min(count, sockets.size())));
    while (sized.size() < count) {
      sized.add(SocketWatch.NONE);
    }
    return new ShedWatch(sized, noneFreeSince, at, heardAt);
  }

  /**
   * Readings of one moment.
   *
   * @param readings of sockets that the shed has
   * @param when epoch milliseconds at the place
   */
  public Turn next(List<Reading> readings, long when, Scene scene) {
    ShedJudge judge = new ShedJudge(this, scene);
    judge.pass(when);
    judge.occupation(when);
    for (Reading reading : readings) {
      judge.see(reading, when);
    }
    judge.occupation(when);
    return judge.turn(Math.max(at, when), 0);
  }

  /** Notes when the newest reading was judged, so that time can go on without another. */
  public ShedWatch heard(long now, boolean history) {
    return new ShedWatch(sockets, noneFreeSince, at, history ? 0 : now);
  }

  /** Whether something may be raised before the next heartbeat of the shed, by time alone. */
  public boolean waits() {
    return heardAt != 0
        && sockets.stream().anyMatch(socket -> socket.notACharger().hold().isPending());
  }

  /**
   * Time went on without a reading: only what must not wait for the next one is judged.
   *
   * @param now server's epoch milliseconds
   * @param slackMillis how late a reading may come that would have said otherwise
   */
  public Turn idle(long now, long slackMillis, Scene scene) {
    ShedJudge judge = new ShedJudge(this, scene);
    judge.urgent(at + now - heardAt - slackMillis);
    return judge.turn(at, heardAt);
  }

  /** Judges what time alone decides up to {@code now} at the place, as a next reading would. */
  public Turn until(long now, Scene scene) {
    ShedJudge judge = new ShedJudge(this, scene);
    judge.pass(now);
    judge.occupation(now);
    return judge.turn(at, heardAt);
  }
}
