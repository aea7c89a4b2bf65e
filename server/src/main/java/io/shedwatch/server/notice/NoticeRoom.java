package io.shedwatch.server.notice;

import io.shedwatch.server.notice.courier.Courier;
import io.shedwatch.server.site.Site;
import java.net.URI;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import javax.sql.DataSource;

/** The room as the main opens it, after the intake holds the site. */
public final class NoticeRoom implements AutoCloseable {
  private final NoticeLoop loop;
  private final List<Object> beans;

  private NoticeRoom(NoticeLoop loop, List<Object> beans) {
    this.loop = loop;
    this.beans = beans;
  }

  /**
   * What the room is given.
   *
   * @param pages where people open the pages; empty: messages carry no link
   */
  public record Tools(
      DataSource database,
      Site site,
      Courier courier,
      Recipients recipients,
      Optional<URI> pages,
      InstantSource clock) {}

  /** Starts telling; what a killed server left under way is told first. */
  public static NoticeRoom start(Tools tools) throws SQLException {
    JdbcNoticeDesk desk =
        new JdbcNoticeDesk(
            tools.database(),
            tools.site(),
            NoticeRules.DEFAULTS,
            tools.recipients(),
            tools.pages());
    NoticeLoop loop = new NoticeLoop(desk, tools.courier(), tools.clock());
    loop.start();
    JdbcNoticeList list = new JdbcNoticeList(tools.database(), tools.site().site());
    JdbcWaiting waiting = new JdbcWaiting(tools.database(), tools.site());
    return new NoticeRoom(loop, List.of(desk, list, waiting));
  }

  /** Shows the room's numbers; names that end in {@code .total} only grow. */
  public void show(BiConsumer<String, DoubleSupplier> meters) {
    meters.accept("notices.delivered.total", loop::delivered);
    meters.accept("notices.troubled.total", loop::troubled);
  }

  /** What keeps notices from going out, in public words; empty while nothing does. */
  public Optional<String> trouble() {
    return loop.trouble().map(NoticeTrouble::why);
  }

  /** What routes ask for by type. */
  public List<Object> beans() {
    return beans;
  }

  @Override
  public void close() {
    loop.close();
  }
}
