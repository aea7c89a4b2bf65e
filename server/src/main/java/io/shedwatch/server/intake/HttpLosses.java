package io.shedwatch.server.intake;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.JdbcSelect;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.sql.PageAsked;
import io.shedwatch.server.sql.PageShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** What is not here, for staff: messages that were refused, and messages that are missing. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "intake")
class HttpLosses {
  private final DataSource database;
  private final Site site;
  private final SiteTime time;

  HttpLosses(DataSource database, Site site) {
    this.database = database;
    this.site = site;
    this.time = new SiteTime(site.timezone());
  }

  /** The last 1,000 messages that could not be used, the newest first. */
  @Get("/rejected{?cursor,limit}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "rejected", summary = "Messages that could not be used.")
  PageShape<RejectedShape> rejected(
      @QueryValue Optional<String> cursor, @QueryValue Optional<Integer> limit)
      throws SQLException {
    PageAsked asked = PageAsked.of(cursor, limit);
    return JdbcTransaction.run(
            database,
            connection ->
                JdbcSelect.of(
                        "number, cast(number as varchar(20)) as id, received_at, topic, reason,"
                            + " detail, body from rejected_message",
                        site.site().value())
                    .page(
                        connection,
                        new JdbcSelect.Order("received_at", "cast(number as varchar(20))", "id"),
                        asked,
                        this::rejected))
        .shape(one -> one);
  }

  private RejectedShape rejected(ResultSet row) throws SQLException {
    return new RejectedShape(
        row.getLong("number"),
        time.text(row.getObject("received_at", OffsetDateTime.class).toInstant()),
        row.getString("topic"),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("body"));
  }

  /** Runs of messages that are missing, the latest noted first. */
  @Get("/lost{?cursor,limit}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "lost", summary = "Messages that are missing, and why.")
  PageShape<LostShape> lost(
      @QueryValue Optional<String> cursor, @QueryValue Optional<Integer> limit)
      throws SQLException {
    PageAsked asked = PageAsked.of(cursor, limit);
    String id = "shed || '/' || boot || '/' || cast(from_seq as varchar(20))";
    return JdbcTransaction.run(
            database,
            connection ->
                JdbcSelect.of(
                        "shed, boot, from_seq, to_seq, why, noted_at, "
                            + id
                            + " as id from lost_messages",
                        site.site().value())
                    .page(
                        connection, new JdbcSelect.Order("noted_at", id, "id"), asked, this::lost))
        .shape(one -> one);
  }

  private LostShape lost(ResultSet row) throws SQLException {
    return new LostShape(
        row.getString("shed"),
        row.getString("boot"),
        row.getLong("from_seq"),
        row.getLong("to_seq"),
        row.getString("why"),
        time.text(row.getObject("noted_at", OffsetDateTime.class).toInstant()));
  }

  /**
   * A message that could not be used.
   *
   * @param reason one word of a fixed set
   * @param detail one sentence that names the field
   * @param body at most 2,000 characters
   */
  @Serdeable
  @Schema(name = "RejectedMessage")
  record RejectedShape(
      long number, String receivedAt, String topic, String reason, String detail, String body) {}

  /**
   * A run of messages of one boot that are missing.
   *
   * @param why awaited (may still come), dropped, rejected, or why it counts as received
   */
  @Serdeable
  @Schema(name = "LostMessages")
  record LostShape(
      String shed, String boot, long fromSeq, long toSeq, String why, String notedAt) {}
}
