package io.shedwatch.server.notice;

import io.shedwatch.server.notice.courier.Recipient;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Who is to be reached by name; asked when a message leaves, so a shift that changed counts. */
public interface Recipients {
  /** Those on duty at that time; empty: nobody is. */
  List<Recipient> onDuty(Instant now) throws SQLException;

  /** The leaders of these grids that are known. */
  List<Recipient> leaders(Set<String> grids) throws SQLException;
}
