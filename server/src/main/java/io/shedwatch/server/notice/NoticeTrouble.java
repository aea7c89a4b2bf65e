package io.shedwatch.server.notice;

import io.shedwatch.server.http.DatabaseAway;
import java.sql.SQLException;

/** What keeps notices from going out, in public words: they name no route and no address. Pure. */
enum NoticeTrouble {
  DATABASE_AWAY("the database is away: notices wait for it"),
  /** A statement that will not succeed by waiting: a table changed by hand, a value too long. */
  STATEMENT_REFUSED("the database refuses a statement: some notices wait, the log says which"),
  /** Ours to mend. */
  DEFECT("a defect stops a step: some notices wait, the log says which");

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
    return DatabaseAway.says(sql) ? DATABASE_AWAY : STATEMENT_REFUSED;
  }
}
