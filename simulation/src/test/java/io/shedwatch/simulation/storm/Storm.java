package io.shedwatch.simulation.storm;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.FromServer;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Stored;
import io.shedwatch.contract.Topic;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Sample;
import io.shedwatch.edge.meter.SimulatedLoad;
import io.shedwatch.edge.spool.SimulatedDisk;
import io.shedwatch.edge.uplink.Dialer.Parcel;
import io.shedwatch.edge.uplink.SimulatedAgent;
import io.shedwatch.edge.uplink.SimulatedNetwork;
import io.shedwatch.edge.uplink.SimulatedNetwork.Weather;
import io.shedwatch.server.intake.SimulatedServer;
import io.shedwatch.simulation.town.Habits;
import io.shedwatch.simulation.town.Town;
import io.shedwatch.simulation.town.TownMap;
import io.shedwatch.simulation.town.TownSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A town's sheds, their agents, the broker and the server, second by second. */
final class Storm implements AutoCloseable {
  static final int SOCKETS = 4;
  private static final long COMMAND_LIVES_MILLIS = 60_000;
  private static final long REPEAT_MILLIS = 5_000;

  /** 17:30 in the town at the begin, when people come home. */
  private static final int EVENING_OFFSET_MINUTES = 17 * 60 + 30;

  private static final Habits BUSY =
      new Habits(0.9, 3.0, 330, 0.95, 0.15, 0.25, 0.35, 0.6, 0.05, 0, EVENING_OFFSET_MINUTES);

  final List<SimulatedAgent> agents = new ArrayList<>();
  final List<SaidBySheds> said = new ArrayList<>();
  final SimulatedServer server;
  final StormBroker broker;
  final Random random;
  final Map<CommandId, Set<Long>> outcomes = new HashMap<>();
  final Town town;
  private final Codec codec = new Codec();
  private final Map<ShedAddress, Integer> indexes = new LinkedHashMap<>();
  private final Map<Command, Integer> orders = new LinkedHashMap<>();
  private Limits limits = Limits.DEFAULTS;
  private boolean brokerUp = true;
  private long now = SimulatedDisk.NOON;

  Storm(long seed, int sheds, int mostMessages) {
    this.random = new Random(seed);
    this.broker = new StormBroker(random);
    this.town = new Town(map(sheds), BUSY, seed, now);
    Map<ShedAddress, Integer> sockets = new LinkedHashMap<>();
    for (int i = 0; i < sheds; i++) {
      ShedAddress address = ShedAddress.of("storm", town.map().sheds().get(i).shed());
      indexes.put(address, i);
      sockets.put(address, SOCKETS);
      agents.add(agent(address, mostMessages));
      said.add(new SaidBySheds(agents.get(i)));
    }
    this.server = new SimulatedServer(sockets, () -> Instant.ofEpochMilli(now), this::fromServer);
    startServer();
  }

  private static TownMap map(int sheds) {
    List<TownMap.House> houses = new ArrayList<>();
    List<TownMap.ShedSite> sites = new ArrayList<>();
    for (int i = 0; i < sheds; i++) {
      sites.add(new TownMap.ShedSite("s%02d".formatted(i + 1), SOCKETS, i * 100, 0));
      houses.add(new TownMap.House("b%02d".formatted(i + 1), 14, i * 100, 20));
    }
    return new TownMap(houses, sites, 150, 2);
  }

  private SimulatedAgent agent(ShedAddress address, int mostMessages) {
    int shed = index(address);
    List<SimulatedLoad> loads =
        IntStream.rangeClosed(1, SOCKETS)
            .mapToObj(socket -> (SimulatedLoad) (at, on) -> measure(shed, socket, at, on))
            .toList();
    SimulatedNetwork network =
        new SimulatedNetwork(
            random,
            new SimulatedNetwork.OtherEnd() {
              @Override
              public void arrived(Parcel parcel) {
                fromShed(address, parcel);
              }

              @Override
              public void lost(byte[] will) {
                if (brokerUp) {
                  broker.take(new Topic(address, Channel.STATUS).name(), will, true);
                }
              }
            });
    return new SimulatedAgent(address, loads, network, random, mostMessages);
  }

  private int index(ShedAddress address) {
    Integer index = indexes.get(address);
    if (index == null) {
      throw new IllegalArgumentException("no shed " + address);
    }
    return index;
  }

  private Sample measure(int shed, int socket, long at, boolean powered) {
    TownSocket here = town.socket(shed, socket);
    if (powered && !here.relayClosed()) {
      here.closeRelay(at);
    } else if (!powered && here.relayClosed()) {
      here.openRelay(at);
    }
    TownSocket.MeterValues values = here.sample(at);
    return new Sample(
        at,
        values.volts(),
        values.amperes(),
        values.watts(),
        values.wattHours(),
        values.celsius(),
        Contacts.NONE);
  }

  private void fromShed(ShedAddress shed, Parcel parcel) {
    if (!brokerUp) {
      return;
    }
    String topic = new Topic(shed, parcel.channel()).name();
    Stamped message = (Stamped) ((Decoded.Good) codec.decode(topic, parcel.body())).message();
    said.get(index(shed)).came(message);
    broker.take(topic, parcel.body(), parcel.retained());
    if (message instanceof Status status && status.state() == ShedState.ONLINE) {
      // It has just subscribed: kept copies come.
      for (Channel channel : List.of(Channel.LIMITS, Channel.STORED)) {
        String kept = new Topic(shed, channel).name();
        if (broker.kept(kept).length > 0) {
          agents.get(index(shed)).network().newest().deliver(kept, broker.kept(kept), true);
        }
      }
    } else if (message instanceof Outcome outcome) {
      outcomes.computeIfAbsent(outcome.command(), any -> new HashSet<>()).add(outcome.seq());
    }
  }

  private void fromServer(ShedAddress shed, FromServer message) {
    if (message instanceof Stored stored) {
      said.get(index(shed)).receipted(stored.boot(), stored.seq());
    }
    if (!brokerUp) {
      return;
    }
    String topic = new Topic(shed, message.channel()).name();
    byte[] body = codec.encode(message);
    if (message.channel().retained()) {
      broker.keep(topic, body);
    }
    SimulatedNetwork network = agents.get(index(shed)).network();
    if (network.isDialed()) {
      network.newest().deliver(topic, body, false);
    }
  }

  void startServer() {
    if (server.isRunning() || !brokerUp) {
      return;
    }
    server.start();
    broker.serverCame();
    indexes.keySet().forEach(shed -> fromServer(shed, limits));
  }

  /** The broker dies and forgets everything; every line breaks. */
  void crashBroker() {
    brokerUp = false;
    broker.forget();
    for (SimulatedAgent agent : agents) {
      agent.network().weather = new Weather(1, 0, 0, 0, 1);
      if (agent.network().isDialed()) {
        agent.network().newest().cut();
      }
    }
  }

  /** It is there again, empty; the server finds it. */
  void startBroker(Weather weather) {
    brokerUp = true;
    agents.forEach(agent -> agent.network().weather = weather);
    if (server.isRunning()) {
      server.kill(); // A new connection from nothing is what a new process has, but for its memory.
      startServer();
    }
  }

  /** The disk of that shed has no room any more. */
  void fillDisk(SimulatedAgent agent) {
    agent.disk().full(true);
    said.get(agents.indexOf(agent)).diskIsFull();
  }

  /** Somebody of the staff orders something. */
  void order(int shed, int socket, CommandAction action) {
    CommandId id = new CommandId("order" + orders.size());
    orders.put(new Command(id, now, now + COMMAND_LIVES_MILLIS, socket, action, "staff"), shed);
  }

  /** New limits, as an officer would publish them. */
  void newLimits() {
    limits =
        new Limits(
            limits.version() + 1, now, 5.5, 1.0, 600, 6_000, 15, 7_200, 0.5, 120, 43_200, 75);
    if (server.isRunning()) {
      indexes.keySet().forEach(shed -> fromServer(shed, limits));
    }
  }

  long now() {
    return now;
  }

  /** One second of everything. */
  void second() {
    now += 1_000;
    town.advance(now);
    agents.forEach(agent -> agent.pass(1_000));
    said.forEach(SaidBySheds::look);
    if (server.isRunning() && brokerUp) {
      repeatOrders();
      broker.pass(now, server);
    }
    server.turn(random);
  }

  private void repeatOrders() {
    if (now % REPEAT_MILLIS > 0) {
      return;
    }
    orders.forEach(
        (order, shed) -> {
          if (now < order.expiresAt() && !outcomes.containsKey(order.command())) {
            fromServer(agents.get(shed).address(), order);
          }
        });
  }

  @Override
  public void close() {
    agents.forEach(SimulatedAgent::close);
  }
}
