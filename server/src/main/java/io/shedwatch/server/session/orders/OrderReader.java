package io.shedwatch.server.session.orders;

import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a line of a vendor's file says, or why it says nothing. */
final class OrderReader {
  private static final List<String> NEEDED =
      List.of("shed", "socket", "startedat", "endedat", "watthours");

  private static final String UNPLUGGED = "unpluggedat";

  /** A bike that stays longer is left there; an order that lasts longer is a mistake. */
  private static final Duration LONGEST = Duration.ofDays(3);

  private static final double MOST_WATT_HOURS = 20_000;

  /** As spreadsheets write times; they mean the site's own. */
  private static final List<DateTimeFormatter> LOCAL_TIMES =
      List.of(
          DateTimeFormatter.ofPattern("uuuu-M-d H:mm:ss", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu/M/d H:mm:ss", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu-M-d H:mm", Locale.ROOT),
          DateTimeFormatter.ofPattern("uuuu/M/d H:mm", Locale.ROOT));

  private final Map<String, Integer> columns;
  private final Map<String, Site.Shed> sheds;
  private final Map<String, Instant> measuredSince;
  private final ZoneId zone;
  private final Instant now;

  private OrderReader(
      Map<String, Integer> columns, Site site, Map<String, Instant> measuredSince, Instant now) {
    this.columns = columns;
    this.measuredSince = measuredSince;
    this.zone = site.timezone();
    this.now = now;
    sheds = new HashMap<>();
    for (Site.Shed shed : site.sheds()) {
      sheds.put(shed.name().zh().toLowerCase(Locale.ROOT), shed);
      sheds.put(shed.name().en().toLowerCase(Locale.ROOT), shed);
      sheds.put(shed.shed().value(), shed);
    }
  }

  /** What became of a line: an order, or the reason why not. */
  record Read(Optional<Order> order, String reason) {
    static Read rejected(String reason) {
      return new Read(Optional.empty(), reason);
    }
  }

  /**
   * Reads the header.
   *
   * @param measuredSince first measured session by shed; later orders would count twice
   * @return empty when a needed column is missing
   */
  static Optional<OrderReader> of(
      List<String> header, Site site, Map<String, Instant> measuredSince, Instant now) {
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
    }
    return columns.keySet().containsAll(NEEDED)
        ? Optional.of(new OrderReader(columns, site, measuredSince, now))
        : Optional.empty();
  }

  Read read(List<String> fields) {
    Optional<Site.Shed> shed =
        Optional.ofNullable(sheds.get(field(fields, "shed").toLowerCase(Locale.ROOT)));
    if (shed.isEmpty()) {
      return Read.rejected("shed is not one of this site");
    }
    int socket = number(field(fields, "socket")).map(Double::intValue).orElse(0);
    if (socket < 1 || socket > shed.get().sockets()) {
      return Read.rejected("socket is 1 to " + shed.get().sockets());
    }
    Optional<Instant> startedAt = time(field(fields, "startedat"));
    Optional<Instant> endedAt = time(field(fields, "endedat"));
    if (startedAt.isEmpty() || endedAt.isEmpty()) {
      return Read.rejected((startedAt.isEmpty() ? "startedAt" : "endedAt") + " is not a time");
    }
    Optional<Double> wattHours = number(field(fields, "watthours"));
    if (wattHours.filter(value -> value >= 0 && value <= MOST_WATT_HOURS).isEmpty()) {
      return Read.rejected("wattHours is 0 to " + (int) MOST_WATT_HOURS);
    }
    String unplugged = field(fields, UNPLUGGED);
    Optional<Instant> unpluggedAt = time(unplugged);
    if (!unplugged.isEmpty() && unpluggedAt.isEmpty()) {
      return Read.rejected("unpluggedAt is not a time");
    }
    return check(
        new Order(
            shed.get().shed().value(),
            socket,
            startedAt.get(),
            endedAt.get(),
            unpluggedAt,
            wattHours.get()));
  }

  private Read check(Order order) {
    Instant last = order.unpluggedAt().orElse(order.endedAt());
    if (order.endedAt().isBefore(order.startedAt()) || last.isBefore(order.endedAt())) {
      return Read.rejected("it ends before it begins");
    }
    if (last.isAfter(order.startedAt().plus(LONGEST))) {
      return Read.rejected("it lasts longer than " + LONGEST.toDays() + " days");
    }
    if (last.isAfter(now)) {
      return Read.rejected("it lies in the future");
    }
    Optional<Instant> measured = Optional.ofNullable(measuredSince.get(order.shed()));
    if (measured.isPresent() && last.isAfter(measured.get())) {
      return Read.rejected("the shed was measured by then");
    }
    return new Read(Optional.of(order), "");
  }

  private String field(List<String> fields, String column) {
    int index = columns.getOrDefault(column, -1);
    return index >= 0 && index < fields.size() ? fields.get(index) : "";
  }

  private static Optional<Double> number(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private Optional<Instant> time(String text) {
    Optional<Instant> exact = SiteTime.parse(text);
    if (exact.isPresent()) {
      return exact;
    }
    return LOCAL_TIMES.stream().flatMap(format -> local(text, format).stream()).findFirst();
  }

  private Optional<Instant> local(String text, DateTimeFormatter format) {
    try {
      return Optional.of(LocalDateTime.parse(text, format).atZone(zone).toInstant());
    } catch (DateTimeException notThis) {
      return Optional.empty();
    }
  }
}
