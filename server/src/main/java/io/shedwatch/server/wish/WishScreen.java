package io.shedwatch.server.wish;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.forecast.ShedSeen;
import java.util.List;

/** What screens show, for those who wait. */
public interface WishScreen {
  /** The sheds that are heard at {@code now}, epoch milliseconds. */
  List<ShedSeen> believed(long now);

  /** Whether a planned outage of the shed lasts. */
  boolean isOut(ShedId shed, long now);
}
