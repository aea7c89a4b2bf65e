package io.shedwatch.server.alert;

import java.sql.Connection;
import java.sql.SQLException;

/** Where deeds about alerts are recorded for good; the incident room implements it. */
@FunctionalInterface
public interface JdbcChronicle {
  /**
   * Records a deed within the caller's transaction.
   *
   * @return what is to be run after the commit, to tell the screens
   */
  Runnable add(Connection connection, AlertView alert, Deed deed) throws SQLException;
}
