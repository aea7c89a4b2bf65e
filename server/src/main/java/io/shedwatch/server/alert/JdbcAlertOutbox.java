package io.shedwatch.server.alert;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Transitions that somebody must hear of, written in the transaction of the alert itself: a kill
 * leaves both or none. The notice room reads them.
 */
public final class JdbcAlertOutbox {
  /** The word for an alert that became active. */
  public static final String RAISED = "raised";

  /** The word for an alert that ended. */
  public static final String CLEARED = "cleared";

  /** The word for an active alert that wants to be looked at again, or for the first time now. */
  public static final String AGAIN = "again";

  private static final String ADD =
      "insert into alert_outbox (site, alert, transition)"
          + " select site, alert, ? from alert where alert = ?";

  private JdbcAlertOutbox() {}

  public static void add(Connection connection, String alert, String transition)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setString(1, transition);
      insert.setString(2, alert);
      insert.executeUpdate();
    }
  }
}
