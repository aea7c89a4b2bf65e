package io.shedwatch.server.http;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** Tells a database that is away for a moment from one that refuses what it is asked. Pure. */
public final class DatabaseAway {
  /** SQLSTATE classes: connection exception, and operator intervention (a stopping server). */
  private static final String CONNECTION = "08";

  private static final String INTERVENTION = "57";

  private DatabaseAway() {}

  /** Whether waiting may help. */
  public static boolean says(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException
        || state.startsWith(CONNECTION)
        || state.startsWith(INTERVENTION);
  }
}
