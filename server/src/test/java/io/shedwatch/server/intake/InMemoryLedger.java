package io.shedwatch.server.intake;

import static io.shedwatch.server.intake.JdbcFacts.line;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertWorsened;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.incident.EventDetail;
import io.shedwatch.server.intake.step.BookText;
import io.shedwatch.server.intake.step.ClosedBoot;
import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.intake.step.ShedBook;
import io.shedwatch.server.session.Session;
import io.shedwatch.server.session.StopReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Twin of the ledger in SQL; the contract test compares the two fact by fact. */
final class InMemoryLedger implements Ledger {
  private final Map<ShedAddress, String> books = new HashMap<>();
  private final Map<String, Session> sessions = new LinkedHashMap<>();
  private final Map<String, Alert> alerts = new LinkedHashMap<>();
  private final Map<String, Incident> incidents = new LinkedHashMap<>();
  private final Map<String, String> events = new LinkedHashMap<>();
  private final Map<String, String> lost = new TreeMap<>();
  private final Map<ShedAddress, Map<BootId, ClosedBoot>> closed = new HashMap<>();
  private final List<String> refused = new ArrayList<>();
  private final Map<String, Order> orders = new LinkedHashMap<>();

  private record Alert(AlertRaised raised, Optional<AlertCleared> cleared, String incident) {}

  private record Incident(AlertRaised opening, Severity severity) {}

  private record Order(ShedAddress shed, Consequence.Ordered ordered, Optional<Outcome> outcome) {}

  /** What a backup taken now holds. */
  synchronized InMemoryLedger copy() {
    InMemoryLedger copy = new InMemoryLedger();
    copy.books.putAll(books);
    copy.sessions.putAll(sessions);
    copy.alerts.putAll(alerts);
    copy.incidents.putAll(incidents);
    copy.events.putAll(events);
    copy.lost.putAll(lost);
    closed.forEach((shed, boots) -> copy.closed.put(shed, new HashMap<>(boots)));
    copy.refused.addAll(refused);
    copy.orders.putAll(orders);
    return copy;
  }

  @Override
  public synchronized ShedBook load(ShedAddress shed, int sockets) {
    String text = books.get(shed);
    return text == null
        ? ShedBook.empty(shed, sockets)
        : BookText.read(shed, sockets, closed.getOrDefault(shed, Map.of()), text);
  }

  @Override
  public synchronized Told commit(List<ShedCommit> sheds, List<Refusal> strangers) {
    for (ShedCommit shed : sheds) {
      books.put(shed.next().shed(), BookText.write(shed.next()));
      shed.consequences().forEach(one -> write(shed.next().shed(), one));
    }
    strangers.forEach(this::refuse);
    return Told.NOTHING;
  }

  private void write(ShedAddress shed, Consequence one) {
    if (one instanceof Consequence.SessionChanged changed) {
      sessions.put(changed.session().session(), changed.session());
    } else if (one instanceof Consequence.SessionCorrected late) {
      correct(shed, late);
    } else if (one instanceof Consequence.Raised raised) {
      raise(raised.alert());
    } else if (one instanceof Consequence.Worsened worse) {
      worsen(worse.alert());
    } else if (one instanceof Consequence.Cleared cleared) {
      clear(cleared.alert());
    } else if (one instanceof Consequence.Lost gone) {
      String key = line(shed.shed(), gone.boot(), gone.seqs().from());
      if (!gone.why().equals("awaited") && isAwaited(key)) {
        lost.remove(key);
      }
      lost.putIfAbsent(key, line(key, gone.seqs().to(), gone.why()));
    } else if (one instanceof Consequence.Filled filled) {
      String key = line(shed.shed(), filled.boot(), filled.from());
      if (isAwaited(key)) {
        lost.remove(key);
      }
    } else if (one instanceof Consequence.BootClosed over) {
      closed
          .computeIfAbsent(shed, any -> new HashMap<>())
          .putIfAbsent(over.boot().boot(), over.boot());
    } else if (one instanceof Refusal refusal) {
      refuse(refusal);
    } else if (one instanceof Consequence.Ordered ordered) {
      orders.putIfAbsent(
          ordered.command().command().value(), new Order(shed, ordered, Optional.empty()));
    } else if (one instanceof Consequence.OutcomeHeard heard) {
      orders.computeIfPresent(
          heard.outcome().command().value(),
          (id, order) ->
              order.shed().equals(shed) && order.outcome().isEmpty()
                  ? new Order(shed, order.ordered(), Optional.of(heard.outcome()))
                  : order);
    }
  }

  synchronized boolean isLost(ShedAddress shed, BootId boot, long seq) {
    String begin = line(shed.shed(), boot) + " | ";
    return lost.values().stream()
        .filter(row -> row.startsWith(begin))
        .map(row -> row.split(" \\| ", -1))
        .anyMatch(cells -> Long.parseLong(cells[2]) <= seq && seq <= Long.parseLong(cells[3]));
  }

  private boolean isAwaited(String key) {
    return lost.getOrDefault(key, "").endsWith("awaited");
  }

  private void correct(ShedAddress shed, Consequence.SessionCorrected late) {
    sessions.replaceAll(
        (id, row) -> {
          boolean during =
              row.shed().equals(shed)
                  && row.socket() == late.socket()
                  && row.startedAt() <= late.at()
                  && (row.endedAt() == 0 || row.endedAt() >= late.at());
          return during && row.peakWatts() < late.watts()
              ? new Session(
                  id,
                  shed,
                  row.socket(),
                  row.startedAt(),
                  row.finishedAt(),
                  row.endedAt(),
                  row.wattHours(),
                  late.watts(),
                  row.stopReason())
              : row;
        });
  }

  private void raise(AlertRaised raised) {
    boolean held =
        !raised.past()
            && alerts.values().stream()
                .anyMatch(
                    other ->
                        other.cleared().isEmpty()
                            && !other.raised().past()
                            && other.raised().occurrence().equals(raised.occurrence()));
    if (alerts.containsKey(raised.alert()) || held) {
      return;
    }
    String incident = raised.severity().opensIncident() ? join(raised) : "-";
    alerts.put(raised.alert(), new Alert(raised, Optional.empty(), incident));
  }

  private String join(AlertRaised raised) {
    Optional<Map.Entry<String, Incident>> open =
        incidents.entrySet().stream()
            .filter(one -> one.getValue().opening().subject().equals(raised.subject()))
            .findFirst();
    String id = open.map(Map.Entry::getKey).orElse(raised.alert());
    Incident before = incidents.get(id);
    if (before == null) {
      incidents.put(id, new Incident(raised, raised.severity()));
    } else if (raised.severity().worseThan(before.severity())) {
      incidents.put(id, new Incident(before.opening(), raised.severity()));
    }
    String cause = raised.alert() + ":raised";
    String who = raised.cause().alarm().isPresent() ? "edge" : "server";
    String event = before == null ? "opened" : "joined";
    events.putIfAbsent(cause, line(id, event, who, EventDetail.raised(raised), cause));
    return id;
  }

  private void worsen(AlertWorsened worse) {
    Alert alert = alerts.get(worse.alert());
    if (alert == null
        || alert.cleared().isPresent()
        || !worse.severity().worseThan(alert.raised().severity())) {
      return;
    }
    AlertRaised raised = alert.raised().worse(worse);
    String incident = alert.incident();
    if (!incident.equals("-")) {
      Incident open = incidents.get(incident);
      if (open != null && worse.severity().worseThan(open.severity())) {
        incidents.put(incident, new Incident(open.opening(), worse.severity()));
      }
      String cause = worse.alert() + ":worsened";
      String detail = EventDetail.worsened(worse);
      events.putIfAbsent(cause, line(incident, "worsened", "server", detail, cause));
    } else if (worse.severity().opensIncident()) {
      AlertRaised before = alert.raised();
      AlertRaised joining =
          AlertRaised.of(
              before.alert(), before.rule(), worse.severity(), before.subject(), worse.at());
      incident =
          join(joining.measuring(worse.measured(), worse.limit()).by(before.cause().version()));
    }
    alerts.put(worse.alert(), new Alert(raised, alert.cleared(), incident));
  }

  private void clear(AlertCleared cleared) {
    Alert alert = alerts.get(cleared.alert());
    if (alert == null || alert.cleared().isPresent()) {
      return;
    }
    alerts.put(cleared.alert(), new Alert(alert.raised(), Optional.of(cleared), alert.incident()));
    if (!alert.incident().equals("-")) {
      String cause = cleared.alert() + ":cleared";
      boolean edge = cleared.why().isEmpty() && alert.raised().rule().equals("hardware");
      String who = edge ? "edge" : "server";
      String detail = EventDetail.cleared(cleared);
      events.putIfAbsent(cause, line(alert.incident(), "cleared", who, detail, cause));
    }
  }

  private void refuse(Refusal refusal) {
    refused.add(
        line(
            refusal.topic(),
            refusal.reason(),
            refusal.detail(),
            refusal.body(),
            refusal.receivedAt()));
    if (refused.size() > JdbcLoss.MOST_REFUSALS) {
      refused.remove(0);
    }
  }

  synchronized LedgerFacts facts() {
    Map<String, List<String>> tables = new TreeMap<>();
    tables.put("sessions", sorted(sessions.values().stream().map(InMemoryLedger::row).toList()));
    tables.put("alerts", sorted(alerts.values().stream().map(InMemoryLedger::row).toList()));
    tables.put(
        "incidents",
        sorted(incidents.entrySet().stream().map(e -> row(e.getKey(), e.getValue())).toList()));
    tables.put("events", sorted(events.values()));
    tables.put("lost", sorted(lost.values()));
    List<String> over = new ArrayList<>();
    closed.forEach(
        (shed, boots) ->
            boots
                .values()
                .forEach(b -> over.add(line(shed.shed(), b.boot(), b.rank(), b.firstAt()))));
    tables.put("closed", sorted(over));
    tables.put("refused", sorted(refused));
    tables.put("commands", sorted(orders.values().stream().map(InMemoryLedger::row).toList()));
    return new LedgerFacts(tables);
  }

  private static List<String> sorted(Iterable<String> lines) {
    List<String> sorted = new ArrayList<>();
    lines.forEach(sorted::add);
    Collections.sort(sorted);
    return sorted;
  }

  private static String row(Session s) {
    return line(
        s.session(),
        s.socket(),
        s.startedAt(),
        s.finishedAt() == 0 ? "-" : s.finishedAt(),
        s.endedAt() == 0 ? "-" : s.endedAt(),
        s.wattHours(),
        s.peakWatts(),
        s.stopReason().map(StopReason::word).orElse("-"));
  }

  private static String row(Alert alert) {
    AlertRaised a = alert.raised();
    boolean active = alert.cleared().isEmpty();
    return line(
        a.alert(),
        a.rule(),
        a.kind(),
        a.severity().word(),
        a.socket().isPresent() ? a.socket().getAsInt() : "-",
        active ? "active-unacknowledged" : "cleared-unacknowledged",
        active && !a.past() ? a.occurrence() : "-",
        a.cause().alarm().orElse("-"),
        quantity(a.finding().measured()),
        quantity(a.finding().limit()),
        a.finding().relayOpened(),
        a.raisedAt(),
        alert.cleared().isPresent() ? alert.cleared().get().at() : "-",
        alert.cleared().map(AlertCleared::why).filter(why -> !why.isEmpty()).orElse("-"),
        alert.incident());
  }

  private static String quantity(double value) {
    return Double.isNaN(value) ? "-" : String.valueOf(value);
  }

  private static String row(String id, Incident incident) {
    AlertRaised a = incident.opening();
    return line(
        id,
        a.kind(),
        incident.severity().word(),
        a.socket().isPresent() ? a.socket().getAsInt() : "-",
        a.subject().key(),
        "open",
        a.raisedAt());
  }

  private static String row(Order order) {
    return line(
        order.ordered().command().command(),
        order.shed().shed(),
        order.ordered().command().socket(),
        order.ordered().command().action().word(),
        order.ordered().command().by(),
        order.outcome().map(outcome -> outcome.result().word()).orElse("-"),
        order.outcome().map(Outcome::reason).filter(why -> !why.isEmpty()).orElse("-"));
  }
}
