package io.shedwatch.server.notice;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** What keeps notices from going out, in public words: they name no route and no address. Pure. */
enum NoticeTrouble {
  DATABASE_AWAY("the database is away: notices wait for it"),
  /** A statement that will not succeed by waiting: a table changed by hand, a value too long. */
  STATEMENT_REFUSED("the database refuses a statement: some notices wait, the log says which"),
  /** Ours to mend. */
  DEFECT("a defect stops a step: some notices wait, the log says which");

  /** SQLSTATE classes: connection exception, and operator intervention (a stopping server). */
  private static final String CONNECTION = "08";

  private static final String INTERVENTION = "57";

  private final String why;

  NoticeTrouble(String why) {
    this.why = why;
  }

  String why() {
    return why;
  }

  static NoticeTrouble of(Exception e) {
    if (!(e instanceof SQLException sql)) {
      return DEFECT;
    }
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    boolean away =
        sql instanceof SQLTransientException
            || sql instanceof SQLNonTransientConnectionException
            || sql instanceof SQLRecoverableException
            || state.startsWith(CONNECTION)
            || state.startsWith(INTERVENTION);
    return away ? DATABASE_AWAY : STATEMENT_REFUSED;
  }
}
