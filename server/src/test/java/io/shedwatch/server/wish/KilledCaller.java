package io.shedwatch.server.wish;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.notice.Language;
import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteSettings;
import io.shedwatch.server.wish.phone.FileVapidKey;
import io.shedwatch.server.wish.phone.HttpWebPush;
import io.shedwatch.server.wish.phone.Phone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;

/**
 * A process of its own in which a charge stops early and its owner's phone is told, until it is
 * killed. Arguments: database, folder of the key, address and keys of the phone; the first life
 * makes the wish.
 */
final class KilledCaller {
  static final String TOKEN = "c".repeat(32);

  private KilledCaller() {}

  public static void main(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    HikariDataSource pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
    Site site = FileSite.load(new SiteSettings(Optional.empty()));
    JdbcPhones phones = new JdbcPhones(pool, site.site());
    JdbcWishes wishes = new JdbcWishes(pool, site.site(), phones);
    if (wishes.charge(TOKEN).isEmpty()) {
      Instant now = Instant.now();
      wishes.add(
          new ChargeWish(
              TOKEN,
              new Place(Estate.shed(7), 1),
              ChargeWish.Stage.WAITING,
              now,
              now.plusSeconds(86_400),
              now));
      phones.keep(TOKEN, new Phone(args[2], args[3], Language.ZH));
    }
    WishRoom.start(
        new WishRoom.Tools(
            pool,
            site,
            new Estate(7, 2).set(7, 1, Usage.TRIPPED),
            new WishSettings(5, 180, 15, 22, 7, "anywhere"),
            new HttpWebPush(FileVapidKey.open(Path.of(args[1])), Optional.empty(), true),
            Instant::now));
    while (phones.has(TOKEN)) {
      LockSupport.parkNanos(20_000_000);
    }
    System.out.println("told");
    LockSupport.parkNanos(Long.MAX_VALUE);
  }
}
