package io.shedwatch.server.export;

import io.shedwatch.server.incident.IncidentQuery;
import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * How long exports take and how much memory; a command, no test: {@code ExportFigures JDBC_URL USER
 * PASSWORD csv|xlsx|pdf|jsonl} on a database that {@code SearchFigures} filled. Run it with {@code
 * -Xmx192m}; it ends in an OutOfMemoryError when the rows are held.
 */
public final class ExportFigures {
  private ExportFigures() {}

  public static void main(String[] args) throws SQLException, IOException {
    DataSource database = database(args);
    Site site = FileSite.load(new SiteSettings(Optional.empty()));
    IncidentExports exports = new IncidentExports(database, site);
    Optional<String> any = Optional.empty();
    IncidentQuery all =
        new IncidentQuery(
            Set.of(),
            Set.of(),
            any,
            any,
            Optional.empty(),
            any,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            any,
            any,
            Optional.empty());
    ExportWords words = new ExportWords(false);
    Path file = Files.createTempFile("shedwatch-figures", "." + args[3]);
    long start = System.nanoTime();
    try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(file))) {
      switch (args[3]) {
        case "csv" -> exports.csv(all, words, out);
        case "xlsx" -> exports.xlsx(all, words, out);
        case "pdf" -> exports.pdf(all, words, Instant.EPOCH, out);
        default -> exports.jsonl(out);
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String rss =
        Files.readString(Path.of("/proc/self/status"))
            .lines()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse("");
    System.out.printf(
        "%-6s %8.1f MB in %6.1f s, heap at most %d MB, peak RSS %s%n",
        args[3],
        Files.size(file) / 1e6,
        seconds,
        Runtime.getRuntime().maxMemory() >> 20,
        rss.replaceAll("\\D+", "") + " kB");
    Files.delete(file);
  }

  private static DataSource database(String[] args) {
    if (args[0].startsWith("jdbc:h2")) {
      org.h2.jdbcx.JdbcDataSource h2 = new org.h2.jdbcx.JdbcDataSource();
      h2.setUrl(args[0]);
      return h2;
    }
    org.postgresql.ds.PGSimpleDataSource postgres = new org.postgresql.ds.PGSimpleDataSource();
    postgres.setUrl(args[0]);
    postgres.setUser(args[1]);
    postgres.setPassword(args[2]);
    return postgres;
  }
}
