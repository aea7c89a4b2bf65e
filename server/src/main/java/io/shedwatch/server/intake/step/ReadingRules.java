package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Rejected;
import io.shedwatch.contract.RejectedReading;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.Topic;
import java.util.ArrayList;
import java.util.List;

/** What a message of readings changes: the board at once, sessions in their turn. */
final class ReadingRules {
  private ReadingRules() {}

  static void apply(Draft draft, Readings message) {
    for (SeqRange dropped : message.dropped()) {
      drop(draft, dropped);
    }
    for (RejectedReading rejected : message.rejected()) {
      refuse(draft, rejected.reason(), "reading " + rejected.index() + ": " + rejected.detail());
    }
    List<Reading> known = known(draft, message);
    if (!message.rejected().isEmpty() || known.size() < message.readings().size()) {
      RejectedRules.refused(draft);
    }
    long at = Moments.believed(message.at(), draft.now);
    long rank = draft.boot(message.boot()).rank();
    for (Reading reading : known) {
      SocketBook socket = draft.socket(reading.socket());
      if (socket.isBefore(rank, message.seq())) {
        AlarmRules.switchedOn(draft, socket.reading(), reading, at);
        draft.put(
            reading.socket(),
            draft.socket(reading.socket()).showing(reading, at, rank, message.seq()));
      }
    }
    if (!known.isEmpty()) {
      FoldRules.take(draft, message.boot(), new Waiting(message.seq(), at, known));
    }
  }

  /** What the agent gave up counts as received and is shown as lost. */
  static void drop(Draft draft, SeqRange dropped) {
    if (!draft.isClosed(dropped.boot())) {
      BootRules.loseMissing(
          draft,
          draft.findOrEnter(dropped.boot(), true),
          new Span(dropped.from(), dropped.to()),
          "dropped");
    }
  }

  private static List<Reading> known(Draft draft, Readings message) {
    if (message.readings().stream().allMatch(reading -> isKnown(draft, reading))) {
      return message.readings();
    }
    List<Reading> known = new ArrayList<>(message.readings().size());
    for (Reading reading : message.readings()) {
      if (isKnown(draft, reading)) {
        known.add(reading);
      } else {
        refuse(
            draft,
            Rejected.Reason.IMPLAUSIBLE,
            "socket " + reading.socket() + ": the shed has " + draft.socketCount());
      }
    }
    return known;
  }

  private static boolean isKnown(Draft draft, Reading reading) {
    return reading.socket() >= 1 && reading.socket() <= draft.socketCount();
  }

  private static void refuse(Draft draft, Rejected.Reason reason, String detail) {
    String topic = new Topic(draft.shed(), Channel.READINGS).name();
    draft.add(new Consequence.Refusal(topic, reason.word(), detail, "", draft.now));
  }
}
