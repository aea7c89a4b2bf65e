package io.shedwatch.server.duty;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Contacts, shifts and leaders of grids. */
public final class JdbcRoster {
  private static final int ID_CHARACTERS = 12;
  private static final int MOST_ROWS = 1_000;
  private static final String CONTACT = "c.contact, c.name, c.phone, c.email";
  private static final String ROWS = " fetch first " + MOST_ROWS + " rows only";

  private final DataSource database;
  private final SiteId site;

  public JdbcRoster(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** Who is on duty from then until then. */
  record Shift(String shift, Contact contact, Instant from, Instant to) {}

  /** Those on duty at that time; empty: nobody is. */
  public List<Contact> onDuty(Instant now) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select distinct "
                    + CONTACT
                    + " from duty_shift s join contact c on c.contact = s.contact"
                    + " where s.site = ? and s.from_at <= ? and s.to_at > ? order by c.name",
                JdbcRoster::contact,
                site.value(),
                now,
                now));
  }

  /** The leaders of these grids that are known. */
  public List<Contact> leaders(Set<String> grids) throws SQLException {
    return leaders().entrySet().stream()
        .filter(entry -> grids.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  /** Leaders by grid. */
  Map<String, Contact> leaders() throws SQLException {
    Map<String, Contact> leaders = new TreeMap<>();
    JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select g.grid, "
                    + CONTACT
                    + " from grid_leader g join contact c on c.contact = g.contact"
                    + " where g.site = ?",
                row -> leaders.put(row.getString("grid"), contact(row)) == null,
                site.value()));
    return leaders;
  }

  /** Makes a contact the leader of a grid. */
  void lead(String grid, String contact) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          JdbcCall.update(
              connection,
              "delete from grid_leader where site = ? and grid = ?",
              site.value(),
              grid);
          return JdbcCall.update(
              connection,
              "insert into grid_leader (site, grid, contact) values (?, ?, ?)",
              site.value(),
              grid,
              contact);
        });
  }

  /** All contacts, by name. */
  List<Contact> contacts() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select " + CONTACT + " from contact c where c.site = ? order by c.name" + ROWS,
                JdbcRoster::contact,
                site.value()));
  }

  boolean knows(String contact) throws SQLException {
    return contacts().stream().anyMatch(one -> one.contact().equals(contact));
  }

  Contact add(String name, String phone, String email) throws SQLException {
    Contact made = new Contact(newId(), name, phone, email);
    update(
        "insert into contact (contact, site, name, phone, email) values (?, ?, ?, ?, ?)",
        made.contact(),
        site.value(),
        name,
        phone,
        email);
    return made;
  }

  /** Forgets a person, with shifts and leaderships; false when there is none. */
  boolean remove(String contact) throws SQLException {
    return update("delete from contact where contact = ? and site = ?", contact, site.value()) == 1;
  }

  /** Shifts that touch the time between, the earliest first. */
  List<Shift> shifts(Instant from, Instant to) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select s.shift, s.from_at, s.to_at, "
                    + CONTACT
                    + " from duty_shift s join contact c on c.contact = s.contact"
                    + " where s.site = ? and s.to_at > ? and s.from_at < ? order by s.from_at"
                    + ROWS,
                row ->
                    new Shift(
                        row.getString("shift"),
                        contact(row),
                        JdbcCall.time(row, "from_at"),
                        JdbcCall.time(row, "to_at")),
                site.value(),
                from,
                to));
  }

  String addShift(String contact, Instant from, Instant to) throws SQLException {
    String id = newId();
    update(
        "insert into duty_shift (shift, site, contact, from_at, to_at) values (?, ?, ?, ?, ?)",
        id,
        site.value(),
        contact,
        from,
        to);
    return id;
  }

  boolean removeShift(String shift) throws SQLException {
    return update("delete from duty_shift where shift = ? and site = ?", shift, site.value()) == 1;
  }

  private int update(String sql, Object... values) throws SQLException {
    return JdbcTransaction.run(database, one -> JdbcCall.update(one, sql, values));
  }

  static String newId() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, ID_CHARACTERS);
  }

  private static Contact contact(ResultSet row) throws SQLException {
    return new Contact(
        row.getString("contact"),
        row.getString("name"),
        row.getString("phone"),
        row.getString("email"));
  }
}
