package io.shedwatch.edge.spool;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Topic;
import io.shedwatch.edge.Fact;
import io.shedwatch.edge.OpenAlarm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The alarms that were raised and not cleared, over all boots. <i>Told</i> are those whose raise is
 * among the messages; the others are merged and wait for their minute. Guarded by the spool's lock.
 */
final class OpenAlarms {
  private static final Logger LOG = LoggerFactory.getLogger(OpenAlarms.class);
  private static final String PREFIX = "alarm/";
  private static final String TOLD = "told";
  private static final String UNTOLD = "untold";

  /** Behind the mark of an alarm that holds a relay which was not seen open. */
  private static final String CUTS = "+cuts";

  private final SqliteSpool spool;
  private final String topic;
  private final Map<AlarmId, OpenAlarm> open = new LinkedHashMap<>();
  private final Map<AlarmId, Long> orders = new LinkedHashMap<>();
  private final Set<AlarmId> untold = new HashSet<>();
  private long lastOrder;

  OpenAlarms(SqliteSpool spool, ShedAddress address) {
    this.spool = spool;
    this.topic = new Topic(address, Channel.ALARMS).name();
    List<KeptLine> lines = new ArrayList<>();
    spool.guarded(() -> spool.unwritten().kept(PREFIX)).values().stream()
        .flatMap(value -> KeptLine.parse(value).stream())
        .sorted(Comparator.comparingLong(KeptLine::order))
        .forEach(lines::add);
    lines.forEach(this::restore);
  }

  private void restore(KeptLine line) {
    Decoded decoded = spool.codec().decode(topic, line.text().getBytes(StandardCharsets.UTF_8));
    if (decoded instanceof Decoded.Good good && good.message() instanceof Alarm alarm) {
      Fact fact = fact(alarm, line.mark().endsWith(CUTS));
      open.put(alarm.alarm(), new OpenAlarm(alarm.alarm(), alarm.at(), fact));
      orders.put(alarm.alarm(), line.order());
      if (line.mark().startsWith(UNTOLD)) {
        untold.add(alarm.alarm());
      }
      lastOrder = line.order();
    } else {
      LOG.error("spool={} openAlarm=unreadable line=\"{}\"", spool.name(), line.text());
    }
  }

  private static Fact fact(Alarm alarm, boolean cutsUnseen) {
    boolean cuts = cutsUnseen || alarm.action() == AlarmAction.RELAY_OPENED;
    return new Fact(
        alarm.socket(), alarm.kind(), alarm.measured(), alarm.limit(), alarm.action(), cuts);
  }

  List<OpenAlarm> all() {
    return List.copyOf(open.values());
  }

  List<OpenAlarm> untold() {
    return open.values().stream().filter(alarm -> untold.contains(alarm.id())).toList();
  }

  boolean isTold(AlarmId id) {
    return open.containsKey(id) && !untold.contains(id);
  }

  void add(OpenAlarm alarm) {
    untold.remove(alarm.id());
    put(alarm, TOLD);
  }

  void addUntold(OpenAlarm alarm) {
    untold.add(alarm.id());
    put(alarm, UNTOLD);
  }

  /** Its raise is among the messages now; false when it is not open any more. */
  boolean tell(AlarmId id) {
    OpenAlarm alarm = open.get(id);
    if (alarm == null) {
      return false;
    }
    add(alarm);
    return true;
  }

  /** Empty when it is not open. */
  Optional<OpenAlarm> remove(AlarmId id) {
    untold.remove(id);
    orders.remove(id);
    spool.unwritten().forget(PREFIX + id);
    return Optional.ofNullable(open.remove(id));
  }

  private void put(OpenAlarm alarm, String mark) {
    open.put(alarm.id(), alarm);
    long order = orders.computeIfAbsent(alarm.id(), id -> ++lastOrder);
    Fact fact = alarm.fact();
    Alarm message =
        new Alarm(
            new Stamp(spool.ledger().boot().id(), 1, alarm.raisedAt(), false),
            alarm.id(),
            fact.socket(),
            fact.kind(),
            AlarmPhase.RAISED,
            fact.measured(),
            fact.limit(),
            fact.action());
    String text = new String(spool.codec().encode(message), StandardCharsets.UTF_8);
    spool
        .unwritten()
        .keep(PREFIX + alarm.id(), new KeptLine(order, marked(mark, fact), text).line());
  }

  private static String marked(String mark, Fact fact) {
    return fact.cuts() && fact.action() == AlarmAction.NONE ? mark + CUTS : mark;
  }
}
