package io.shedwatch.contract;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sockets that changed; one bad reading rejects that reading only. */
final class ReadingsReader implements MessageReader {
  private static final int READINGS = 1;
  private static final int DROPPED = 1 << 1;

  private final StampReader stamp = new StampReader(1);
  private final ReadingReader reading = new ReadingReader();
  private int seen;
  private List<Reading> readings = List.of();
  private List<RejectedReading> rejected = List.of();
  private List<SeqRange> dropped = List.of();

  @Override
  public void field(TokenCursor in) throws IOException, Refusal {
    switch (in.name()) {
      case "readings" -> {
        seen = in.once(seen, READINGS);
        readings(in);
      }
      case "dropped" -> {
        seen = in.once(seen, DROPPED);
        dropped = RangesReader.read(in);
      }
      default -> stamp.field(in);
    }
  }

  @Override
  public Readings message() throws Refusal {
    Stamp known = stamp.stamp();
    Required.check(seen, READINGS, "readings");
    return new Readings(known, readings, dropped, rejected);
  }

  @Override
  public StampReader stamp() {
    return stamp;
  }

  private void readings(TokenCursor in) throws IOException, Refusal {
    in.enterList();
    JsonStreamContext list = in.place();
    readings = new ArrayList<>();
    for (int index = 0; in.nextItem(); index++) {
      if (index == Bounds.MAX_SOCKETS) {
        throw Refusal.implausible("readings", "has more than " + Bounds.MAX_SOCKETS + " items");
      }
      try {
        readings.add(reading.read(in));
      } catch (Refusal refusal) {
        if (rejected.isEmpty()) {
          rejected = new ArrayList<>();
        }
        rejected.add(new RejectedReading(index, refusal.reason(), refusal.detail()));
        in.climbTo(list);
      }
    }
  }
}
