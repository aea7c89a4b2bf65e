package io.shedwatch.contract;

import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sockets that changed; one bad reading rejects that reading only. */
final class ReadingsReader implements MessageReader {
  private static final FieldTable FIELDS = FieldTable.stamped("readings", "dropped");
  private static final int READINGS = 4;
  private static final int DROPPED = 5;
  private static final int REQUIRED = FIELDS.bits("boot", "seq", "at", "readings");

  /** Room for a usual shed without growing. */
  private static final int USUAL_SOCKETS = 16;

  private final StampReader stamp = new StampReader(1);
  private final ReadingReader reading = new ReadingReader();
  private List<Reading> readings = List.of();
  private List<RejectedReading> rejected = List.of();
  private List<SeqRange> dropped = List.of();

  @Override
  public void field(int field, TokenCursor in) throws IOException, Refusal {
    switch (field) {
      case READINGS -> readings(in);
      case DROPPED -> dropped = RangesReader.read(in);
      default -> stamp.field(field, in);
    }
  }

  @Override
  public Readings message(int seen) throws Refusal {
    FIELDS.require(seen, REQUIRED);
    Stamp known = stamp.stamp();
    return new Readings(known, readings, dropped, rejected);
  }

  @Override
  public FieldTable fields() {
    return FIELDS;
  }

  @Override
  public StampReader stamp() {
    return stamp;
  }

  private void readings(TokenCursor in) throws IOException, Refusal {
    in.enterList();
    JsonStreamContext list = in.place();
    readings = new ArrayList<>(USUAL_SOCKETS);
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
